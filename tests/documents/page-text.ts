// What a view model says, as text, for tests.
import type { Block, Page, PrintableDocument, Row, TableBlock } from '../../shared/documents/page.ts';

/** Every text that a page shows, whatever its place. */
export function pageText(page: Page): string {
  return texts(page).join('\n').replaceAll('\u00a0', ' ');
}

/** The texts of all pages. */
export function documentText(printable: PrintableDocument): string {
  return printable.pages.map(pageText).join('\n');
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const isTable = (block: Block): block is TableBlock => block.kind === 'table';

/** The cells of all rows of a kind, each cell's lines joined, in order of the pages. */
export function rowsOf(printable: PrintableDocument, kind: Row['kind']): string[][] {
  const rows = printable.pages.flatMap((page) => page.blocks.filter(isTable).flatMap((table) => table.rows));
  return rows
    .filter((row) => row.kind === kind)
    .map((row) => row.cells.map((cell) => cell.map((line) => line.text).join('\n')));
}
