// Rows of entities or accounts copied from Excel: every cell is read before any is taken. Columns are found by their
// headings, or stand in the usual order; what is read becomes a file of a setup folder.
import { headedRows } from '../headed-rows.ts';
import type { StructureField, StructureRow } from './structure-forms.ts';

export type StructureFault = 'missing' | 'unknown-word';

/** A cell as it was written, with what it stands for or what is wrong with it. */
export interface StructureCell {
  readonly written: string;
  readonly value: string;
  readonly fault?: StructureFault;
}

/** The cells of a row, in the order of the fields. */
export type ReadStructureRow = readonly StructureCell[];

/** The rows of a clipboard text; a first row of headings is none of them. */
export function readStructureRows(
  text: string,
  fields: readonly StructureField[],
  headingsOf: (field: StructureField) => readonly string[],
): readonly ReadStructureRow[] {
  const placeOf = (heading: string): number => fields.findIndex((field) => headingsOf(field).includes(heading));
  return headedRows(text, { count: fields.length, placeOf, least: 2 }).map((written) => readRow(written, fields));
}

/** Reads the texts of one row, in the order of the fields. */
export function readRow(written: readonly string[], fields: readonly StructureField[]): ReadStructureRow {
  const cells: StructureCell[] = [];
  for (const [place, field] of fields.entries()) {
    const so = valuesOf(cells, fields);
    cells.push(readCell(written[place] ?? '', field, so));
  }
  return cells;
}

function readCell(written: string, { isRequired, choices, usual }: StructureField, so: StructureRow): StructureCell {
  if (written === '') {
    const value = usual?.(so) ?? '';
    return value === '' && isRequired ? { written, value, fault: 'missing' } : { written, value };
  }
  if (!choices) return { written, value: written };
  const wanted = written.toLowerCase();
  const found = choices().find(
    ({ code, texts }) => code.toLowerCase() === wanted || texts.some((each) => each.toLowerCase() === wanted),
  );
  return found ? { written, value: found.code } : { written, value: '', fault: 'unknown-word' };
}

/** What the cells of a row stand for, by column. */
export function valuesOf(cells: ReadStructureRow, fields: readonly StructureField[]): StructureRow {
  return Object.fromEntries(cells.map(({ value }, place) => [fields[place]!.column, value]));
}

export function faultsIn(rows: readonly ReadStructureRow[]): number {
  return rows.flat().filter(({ fault }) => fault !== undefined).length;
}

/** The rows as a file of a setup folder. */
export function fileOf(rows: readonly ReadStructureRow[], fields: readonly StructureField[]): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = [fields.map(({ column }) => column), ...rows.map((cells) => cells.map(({ value }) => value))];
  return `${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`;
}
