// The map of the app: every screen there is, in the order of the sidebar.
import { allocations } from './screens/allocations/index.ts';
import { balances } from './screens/balances/index.ts';
import { bills } from './screens/bills/index.ts';
import { importScreen } from './screens/import/index.ts';
import { overview } from './screens/overview/index.ts';
import { settingsScreen } from './screens/settings/index.ts';
import type { Screen } from './screens/screen.ts';
import { type ScreenId, screenIds } from './state/view.ts';

const byId: Readonly<Record<ScreenId, Screen>> = {
  overview,
  bills,
  balances,
  allocations,
  import: importScreen,
  settings: settingsScreen,
};

export const screens: readonly Screen[] = screenIds.map((id) => byId[id]);
