// Settings of this computer and of this book, clearly apart (ux/screens.md §1.14).
import type { QueryAnswer } from '../../../shared/reports/answer.ts';
import { bridge } from '../../bridge.ts';
import { type Screen, screen } from '../screen.ts';
import SettingsScreen from './SettingsScreen.svelte';

export interface SettingsData {
  readonly book: QueryAnswer<'book'>;
  readonly policies: QueryAnswer<'policies'>;
}

export const settingsScreen: Screen = screen<SettingsData>({
  id: 'settings',
  title: 'settings.title',
  group: 'control',
  icon: 'settings',
  action: 'settings',
  load: async () => {
    const [book, policies] = await Promise.all([bridge.query('book', {}), bridge.query('policies', {})]);
    return { book, policies };
  },
  component: SettingsScreen,
});
