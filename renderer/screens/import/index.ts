// Import: bill files into the book, with the proof that nothing is lost or doubled (ux/screens.md §1.11).
import { type Screen, screen } from '../screen.ts';
import ImportScreen from './ImportScreen.svelte';

export const importScreen: Screen = screen<null>({
  id: 'import',
  title: 'import.title',
  group: 'control',
  icon: 'import',
  action: 'goImport',
  load: () => Promise.resolve(null),
  component: ImportScreen,
});
