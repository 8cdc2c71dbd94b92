// Overview: where the month stands, what is to be done, who runs dry (ux/screens.md §1.1).
import type { QueryAnswer } from '../../../shared/reports/answer.ts';
import { bridge } from '../../bridge.ts';
import { type Screen, screen } from '../screen.ts';
import Overview from './Overview.svelte';

export type OverviewData = QueryAnswer<'overview'>;

export const overview: Screen = screen<OverviewData>({
  id: 'overview',
  title: 'overview.title',
  group: 'work',
  icon: 'overview',
  action: 'goOverview',
  load: async ({ period }) => bridge.query('overview', { period }),
  component: Overview,
});
