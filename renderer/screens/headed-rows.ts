// Rows copied from Excel with their cells in the order that is asked for, whatever the order of the columns there. It does
// not say what a cell means.
import { clipboardRows } from '../components/grid/clipboard-rows.ts';

interface Headings {
  /** How many columns are asked for. */
  readonly count: number;
  /** The place of the column that a heading, in small letters, is about; −1 for any other text. */
  readonly placeOf: (heading: string) => number;
  /** From how many of them on the first row is one of headings. */
  readonly least: number;
}

/** The rows of a clipboard text; a first row of headings is none of them. Without one, columns stand in the usual order. */
export function headedRows(text: string, { count, placeOf, least }: Headings): readonly (readonly string[])[] {
  const rows = clipboardRows(text).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const named = (rows[0] ?? []).map((cell) => placeOf(cell.trim().toLowerCase()));
  const hasHeadings = named.filter((place) => place >= 0).length >= least;
  const places = Array.from({ length: count }, (_, place) => (hasHeadings ? named.indexOf(place) : place));
  return (hasHeadings ? rows.slice(1) : rows).map((cells) => places.map((place) => (cells[place] ?? '').trim()));
}
