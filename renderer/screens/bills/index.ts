// Bills: all lines of the month, what holds them up, the run of charges (ux/screens.md §1.6).
import type { ListRow } from '../../../shared/reports/listing.ts';
import { bridge } from '../../bridge.ts';
import { type Screen, screen } from '../screen.ts';
import Bills from './Bills.svelte';
import { type WorkGroup, workGroups } from './work-groups.ts';

export interface BillsData {
  readonly groups: readonly WorkGroup[];
  /** A row for each bill that is expected and not there. */
  readonly missing: readonly ListRow[];
}

export const bills: Screen = screen<BillsData>({
  id: 'bills',
  title: 'bills.title',
  group: 'billing',
  icon: 'bills',
  action: 'goBills',
  load: async ({ period }) => {
    const filter = [{ column: 'cause', test: 'is' as const, value: 'missing-bill' }];
    const [groups, missing] = await Promise.all([workGroups(period), bridge.query('exceptions', { period, filter })]);
    return { groups, missing: missing.rows };
  },
  component: Bills,
});
