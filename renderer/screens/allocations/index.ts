// Allocations: the movements of money between bank and accounts, and the lots it lies in (ux/screens.md §1.5).
import { type Screen, screen } from '../screen.ts';
import Allocations from './Allocations.svelte';

export const allocations: Screen = screen<null>({
  id: 'allocations',
  title: 'allocations.title',
  group: 'funds',
  icon: 'allocations',
  action: 'goAllocations',
  load: () => Promise.resolve(null),
  component: Allocations,
});
