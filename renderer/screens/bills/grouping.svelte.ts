// By what the charges of a month are grouped, one to four levels, as the clerk has built it for each view.
import { providerName, categoryName } from '../words.ts';
import { shortLanguage, t } from '../../i18n/translate.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import type { GridRow } from '../../components/grid/column.ts';

export const groupColumns = ['entity', 'payer', 'owner', 'provider', 'product', 'category'] as const;
export type GroupColumn = (typeof groupColumns)[number];

export const mostLevels = 4;

/** The levels of each view, outermost first. */
export const groupings = $state<{ accounts: readonly GroupColumn[]; services: readonly GroupColumn[] }>({
  accounts: ['entity', 'owner'],
  services: ['product', 'category'],
});

/** What a level is called. */
export function groupName(column: GroupColumn): string {
  return t(column === 'owner' ? 'column.account' : `column.${column}`);
}

/** What a group is called: by the innermost level that its row is of. */
export function groupText(by: readonly GroupColumn[], row: GridRow): string {
  const column = by.findLast((each) => row[each] !== undefined) ?? by[0]!;
  const text = row[column] ?? '';
  switch (column) {
    case 'entity':
      return session.entityName(text, shortLanguage());
    case 'owner':
    case 'payer':
      return session.accountName(`${row['provider']}:${text}`);
    case 'provider':
      return providerName(text);
    case 'category':
      return categoryName(text);
    case 'product':
      return text;
  }
}

/** The query of a month's charges in these levels, as a list in groups asks it. */
export function chargesBy(period: string, by: readonly GroupColumn[]) {
  return {
    by,
    groups: { period, groupBy: by.slice(0, 1) },
    linesOf: (group: GridRow, level: number) => ({
      period,
      groupBy: by.slice(0, level + 1),
      filter: [...by.slice(0, level), 'currency'].map((column) => {
        return { column, test: 'is' as const, value: group[column] ?? '' };
      }),
    }),
  };
}
