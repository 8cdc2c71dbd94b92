// Bills: all lines of the month, what holds them up, the run of charges (ux/screens.md §1.6).
import { bridge } from '../../bridge.ts';
import { type Screen, screen } from '../screen.ts';
import { type ExceptionGroup, exceptionGroups } from './exception-groups.ts';
import Bills from './Bills.svelte';

export interface BillsData {
  readonly groups: readonly ExceptionGroup[];
  readonly findings: number;
}

export const bills: Screen = screen<BillsData>({
  id: 'bills',
  title: 'bills.title',
  group: 'billing',
  icon: 'bills',
  action: 'goBills',
  load: async ({ period }) => {
    const [groups, findings] = await Promise.all([
      exceptionGroups(period),
      bridge.query('findings', { period, limit: 1 }),
    ]);
    return { groups, findings: findings.total };
  },
  component: Bills,
});
