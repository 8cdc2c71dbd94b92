// Bills: all lines of the month, what holds them up, the run of charges (ux/screens.md §1.6).
import { type Screen, screen } from '../screen.ts';
import Bills from './Bills.svelte';
import { type WorkGroup, workGroups } from './work-groups.ts';

export interface BillsData {
  readonly groups: readonly WorkGroup[];
}

export const bills: Screen = screen<BillsData>({
  id: 'bills',
  title: 'bills.title',
  group: 'billing',
  icon: 'bills',
  action: 'goBills',
  load: async ({ period }) => ({ groups: await workGroups(period) }),
  component: Bills,
});
