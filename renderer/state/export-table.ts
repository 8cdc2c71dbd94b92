// Writes a table out under the columns that are shown, all of its rows; where to is asked by the system's own dialog. A long
// list of the book is read by the main process itself and never passes through the window.
import type { AppCommandInput } from '../../shared/contract/app.ts';
import type { QueryName } from '../../shared/contract/queries.ts';
import { type CellKind, type GridColumn, isFigure } from '../components/grid/column.ts';
import { plainText } from '../components/grid/copy.ts';
import { partRows } from '../components/grid/pages.ts';
import type { RowList } from '../components/grid/row-list.ts';
import { t } from '../i18n/translate.svelte.ts';
import { activity } from './activity.svelte.ts';
import { askProgram } from './ask-program.ts';
import { problems } from './problems.svelte.ts';
import { session } from './session.svelte.ts';

type Asked = AppCommandInput<'exportTable'>;
/** A list as its query asks for it, filtered and sorted. */
export type AskedList = Extract<Asked['of'], { readonly query: string }> & { readonly query: QueryName };

/** Exports a list; `asked` is its query, where it is one without groups. Says where it went, or why it did not. */
export async function exportTable(
  title: string,
  columns: readonly GridColumn[],
  list: RowList,
  asked?: AskedList,
): Promise<void> {
  // Groups that are still being read have no rows to write yet.
  if (!list.known && !asked) return;
  try {
    const result = await askProgram('exportTable', {
      name: [session.book?.name, title, session.view.period].filter(Boolean).join(' '),
      columns: columns.map(columnAsked),
      of: asked && (!list.known || list.rowCount > partRows) ? asked : { rows: await rowsOf(columns, list) },
    });
    const { saved = '', rows } = result ?? {};
    if (saved !== '') activity.say(t('export.saved', { count: Number(rows), path: String(saved) }), { isSaved: true });
  } catch (problem) {
    problems.tell(problem);
  }
}

async function rowsOf(columns: readonly GridColumn[], list: RowList): Promise<string[][]> {
  const rows = await list.rowsIn({ from: 0, to: list.rowCount });
  return rows.map((row) => columns.map((column) => plainText(column, row)));
}

function columnAsked(column: GridColumn): Asked['columns'][number] {
  const { id, title, kind, codes, written = id } = column;
  const words = codes?.().map(({ code }) => [code, plainText(column, { id: '', [id]: code })] as const);
  return { id: written, title, holds: holdsOf(kind), ...(words && { words: Object.fromEntries(words) }) };
}

function holdsOf(kind: CellKind): Asked['columns'][number]['holds'] {
  if (isFigure(kind)) return 'number';
  if (kind === 'date') return 'date';
  return kind === 'id' ? 'identifier' : 'text';
}
