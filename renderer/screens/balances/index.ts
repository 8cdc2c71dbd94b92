// Balances: what every account holds, how long it lasts, whether the vendor agrees (ux/screens.md §1.4).
import { type Screen, screen } from '../screen.ts';
import Balances from './Balances.svelte';

export const balances: Screen = screen<null>({
  id: 'balances',
  title: 'balances.title',
  group: 'funds',
  icon: 'balances',
  action: 'goBalances',
  load: () => Promise.resolve(null),
  component: Balances,
});
