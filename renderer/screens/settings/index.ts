// Settings of this computer and of this book, clearly apart (ux/screens.md §1.14).
import type { QueryAnswer } from '../../../shared/reports/answer.ts';
import { bridge } from '../../bridge.ts';
import { type Screen, screen } from '../screen.ts';
import SettingsScreen from './SettingsScreen.svelte';

export const settingsScreen: Screen = screen<QueryAnswer<'book'>>({
  id: 'settings',
  title: 'settings.title',
  group: 'control',
  icon: 'settings',
  action: 'settings',
  load: async () => bridge.query('book', {}),
  component: SettingsScreen,
});
