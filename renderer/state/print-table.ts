// A table as it stands on the screen, all of its rows, as a document to look at and print. Its figures are those that the
// main process answered; nothing is added up here.
import { amountText, cellText } from '../components/grid/cell-text.ts';
import { type GridColumn, type GridRow, isFigure } from '../components/grid/column.ts';
import type { RowList } from '../components/grid/row-list.ts';
import { shortLanguage, t } from '../i18n/translate.svelte.ts';
import { preview } from './preview.svelte.ts';
import { problems } from './problems.svelte.ts';
import { printedNow } from './printed-now.ts';
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
