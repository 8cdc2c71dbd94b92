// A table as it stands on the screen, all of its rows, as a document to look at and print. Its figures are those that the
// main process answered; nothing is added up here.
import { bridge } from '../bridge.ts';
import { amountText, cellText } from '../components/grid/cell-text.ts';
import { type GridColumn, type GridRow, isFigure } from '../components/grid/column.ts';
import type { RowList } from '../components/grid/row-list.ts';
import { shortLanguage, t } from '../i18n/translate.svelte.ts';
import { preview } from './preview.svelte.ts';
import { problems } from './problems.svelte.ts';
import { session } from './session.svelte.ts';
import { settings } from './settings.svelte.ts';

/** What a printed table may hold; the contract allows no more. */
const mostRows = 10_000;

/** Opens the preview of a table; says why where it is too long for paper. */
export async function printTable(title: string, columns: readonly GridColumn[], list: RowList): Promise<void> {
  if (list.rowCount > mostRows) return problems.show([tooLong(list.rowCount)]);
  try {
    const rows = await list.rowsIn({ from: 0, to: list.rowCount });
    const { negatives } = settings();
    const month = session.months.find(({ id }) => id === session.view.period);
    const input = {
      language: shortLanguage(),
      title,
      narrowed: narrowed(),
      columns: columns.map(({ title: label, kind }) => {
        return { title: label, isFigure: isFigure(kind), wraps: kind === 'text' || kind === 'tag' };
      }),
      rows: rows.map((row: GridRow) => columns.map((column) => cellText(column, row, negatives))),
      totals: totalsOf(columns, list),
      printedAt: printedNow(),
      provisional: month?.['provisional'] === 'yes',
    };
    preview.show(title, [{ id: 'table', text: title, detail: '', request: { query: 'tableReport', input } }]);
  } catch (problem) {
    problems.tell(problem);
  }
}

function narrowed(): { label: string; text: string }[] {
  const { scope, period, filter } = session.view;
  const entity = scope.entity === '' ? t('scope.allEntities') : session.entityName(scope.entity, shortLanguage());
  const account = session.accounts.find((row) => row['account'] === scope.account)?.['name'] ?? scope.account;
  return [
    { label: t('paper.scope'), text: [entity, account].filter(Boolean).join(' › ') },
    { label: t('paper.month'), text: period },
    { label: t('paper.filter'), text: filter },
  ].filter(({ text }) => text !== '');
}

/** A row for each currency, as below the table on the screen. */
function totalsOf(columns: readonly GridColumn[], list: RowList): string[][] {
  return Object.entries(list.sums)
    .filter(([, sums]) => Object.keys(sums).length > 0)
    .map(([currency, sums]) =>
      columns.map(({ id, kind }, place) => {
        if (place === 0) return t('grid.total', { currency });
        return kind === 'amount' && sums[id] !== undefined ? amountText(sums[id], currency, settings().negatives) : '';
      }),
    );
}

function tooLong(count: number): Parameters<typeof problems.show>[0][number] {
  return {
    code: 'tooLongToPrint',
    what: t('paper.tooLong', { count, most: mostRows }),
    unchanged: t('problem.unchanged'),
    next: t('paper.tooLongNext'),
  };
}

export type DraftKind = 'consolidated-bill' | 'invoice-request' | 'fapiao-request' | 'charge-note' | 'statement';

/** Whether a month has drafts that this desk may look at. */
export function hasDrafts(period: string): boolean {
  const state = session.months.find(({ id }) => id === period)?.['state'] ?? 'to-run';
  return session.book?.desk === '' && state !== 'to-run';
}

/** The draft documents of a month, all or those of some kinds, to look at, save and print one by one. */
export async function previewDrafts(period: string, kinds?: readonly DraftKind[]): Promise<void> {
  try {
    const { rows } = await bridge.query('drafts', { period });
    const { scope } = session.view;
    const own = rows.filter(
      (row) =>
        (scope.entity === '' || row['entity'] === scope.entity) &&
        (kinds === undefined || kinds.includes(row['kind'] as DraftKind)),
    );
    if (own.length === 0) return problems.show([noDrafts(period)]);
    preview.show(
      t('paper.drafts', { period }),
      own.map((row) => ({
        id: row.id,
        text: t(`paper.${row['kind'] as 'statement'}`),
        detail: `${row['entity']} · ${row['number']} · ${row['currency']} ${amountText(row['amount'] ?? '', row['currency'] ?? '').trim()}`,
        request: { query: 'draftDocument', input: { period, draft: row.id, printedAt: printedNow() } },
      })),
    );
  } catch (problem) {
    problems.tell(problem);
  }
}

function noDrafts(period: string): Parameters<typeof problems.show>[0][number] {
  return {
    code: 'noDrafts',
    what: t('paper.noDrafts', { period }),
    unchanged: t('problem.unchanged'),
    next: t('paper.noDraftsNext'),
  };
}

/** The moment of printing as documents show it: `2026-11-03 09:15 UTC`. */
function printedNow(): string {
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
