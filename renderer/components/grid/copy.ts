// What a selection becomes on the clipboard: tab-separated text of raw values, and HTML in which Excel keeps numbers as
// numbers and account numbers as text. Never formatted figures: they must be read back as they are.
import type { GridState } from './grid-state.svelte.ts';
import type { GridColumn, GridRow } from './column.ts';
import { isFigure } from './column.ts';

export interface Clip {
  readonly text: string;
  readonly html: string;
}

/** The most rows that are copied at once. */
export const largestCopy = 50_000;

/** Cells of `rows` under `columns`, with the titles first where asked for. */
export function clipOf(columns: readonly GridColumn[], rows: readonly GridRow[], withHeaders: boolean): Clip {
  const body = rows.map((row) => columns.map((column) => plainText(column, row)));
  const titles = columns.map(({ title }) => title);
  const lines = withHeaders ? [titles, ...body] : body;
  const htmlBody = body.map((cells) => htmlRow(cells.map((cell, place) => htmlCell(columns[place]!, cell))));
  const head = withHeaders ? [htmlRow(titles.map((title) => `<th>${escaped(title)}</th>`))] : [];
  return {
    text: lines.map((cells) => cells.map(tabSafe).join('\t')).join('\r\n'),
    html: `<meta charset="utf-8"><table>${[...head, ...htmlBody].join('')}</table>`,
  };
}

/** A cell as other programs take it: words as they are shown, figures plain, and nothing where none is shown. */
export function plainText(column: GridColumn, row: GridRow): string {
  const text = row[column.id] ?? '';
  if (isFigure(column.kind)) return column.show?.(text, row) === '' ? '' : text;
  if (column.kind === 'tag') return column.tag?.(text, row)?.text ?? text;
  return column.show ? column.show(text, row) : text;
}

/** A cell that would break the rows apart is quoted, as Excel writes it. */
function tabSafe(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function htmlRow(cells: readonly string[]): string {
  return `<tr>${cells.join('')}</tr>`;
}

function htmlCell(column: GridColumn, cell: string): string {
  const style = isFigure(column.kind) ? '' : ` style="mso-number-format:'\\@'"`;
  return `<td${style}>${escaped(cell)}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The cells of a range of a grid, rows that have not come yet included. */
export async function clipOfRange(
  { rectangle, columns, list }: Pick<GridState, 'rectangle' | 'columns' | 'list'>,
  withHeaders: boolean,
): Promise<Clip> {
  const { top, bottom, left, right } = rectangle;
  const rows = await list.rowsIn({ from: top, to: Math.min(bottom + 1, top + largestCopy) });
  return clipOf(columns.slice(left, right + 1), rows, withHeaders);
}
