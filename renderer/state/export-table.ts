// Writes a table out as it stands on the screen, all of its rows; where to is asked by the system's own dialog.
import { bridge } from '../bridge.ts';
import { type CellKind, type GridColumn, isFigure } from '../components/grid/column.ts';
import { plainText } from '../components/grid/copy.ts';
import type { RowList } from '../components/grid/row-list.ts';
import { t } from '../i18n/translate.svelte.ts';
import { activity } from './activity.svelte.ts';
import { problems } from './problems.svelte.ts';
import { session } from './session.svelte.ts';

/** Exports the list under the columns that are shown; says where it went, or why it did not. */
export async function exportTable(title: string, columns: readonly GridColumn[], list: RowList): Promise<void> {
  try {
    const rows = await list.rowsIn({ from: 0, to: list.rowCount });
    const answer = await bridge.command('exportTable', {
      name: [session.book?.name, title, session.view.period].filter(Boolean).join(' '),
      columns: columns.map((column) => ({ title: column.title, holds: holdsOf(column.kind) })),
      rows: rows.map((row) => columns.map((column) => plainText(column, row))),
    });
    if (!answer.done) problems.show(answer.refusals);
    else if (answer.result['saved'] !== '')
      activity.say(t('export.saved', { count: rows.length, path: String(answer.result['saved']) }));
  } catch (problem) {
    problems.tell(problem);
  }
}

function holdsOf(kind: CellKind): 'text' | 'identifier' | 'number' {
  if (isFigure(kind)) return 'number';
  return kind === 'id' ? 'identifier' : 'text';
}
