// Recognises a bill's format by its headings (rule B4) and says which column holds which field.
// A file is never guessed at: where no table fits, the refusal names the columns it has and what each table misses.
import { type BillFormat, type Field, foldedHeading } from './bill-format.ts';
import { focus } from './formats/focus.ts';
import { tencentL3 } from './formats/tencent-l3.ts';
import { billRefusal } from './refusals.ts';

const formats: readonly BillFormat[] = [focus, tencentL3];

/** A format with the places of its fields in one file; columns count from 0. */
export interface Layout {
  readonly format: BillFormat;
  readonly headings: readonly string[];
  readonly columns: ReadonlyMap<Field, number>;
  /** Columns that each hold one tag. */
  readonly tagColumns: readonly number[];
  /** Headings that the format does not know. */
  readonly unrecognised: readonly string[];
}

/** Throws `unknownFormat`, `missingColumn` where the family is clear, or `duplicateColumn`. */
export function recognise(headings: readonly string[], file: string): Layout {
  const layouts = formats.map((format) => layoutOf(format, headings, file));
  const complete = layouts.find((layout) => missing(layout).length === 0);
  if (complete) return complete;
  const nearest = layouts.find((layout) => missing(layout).length * 2 < layout.format.required.length);
  if (nearest) {
    const names = missing(nearest);
    throw billRefusal(
      'missingColumn',
      `The file looks like ${nearest.format.name}, but lacks the column ${names.join(' and the column ')}.`,
      { file, row: 1, column: names[0] },
      'B4',
    );
  }
  const shown = headings.slice(0, 60).map((heading) => heading.slice(0, 60));
  const wanted = layouts.map((layout) => `${layout.format.name} lacks ${missing(layout).join(', ')}`);
  throw billRefusal(
    'unknownFormat',
    `The columns are those of no bill format that Purser reads. They are: ${shown.join(', ')}. ${wanted.join('; ')}.`,
    { file, row: 1 },
    'B4',
  );
}

function missing(layout: Layout): string[] {
  return layout.format.required
    .filter((fields) => !fields.some((field) => layout.columns.has(field)))
    .map((fields) => fields.map((field) => layout.format.headings[field]![0]).join(' or '));
}

function layoutOf(format: BillFormat, headings: readonly string[], file: string): Layout {
  const folded = headings.map(foldedHeading);
  const columns = new Map<Field, number>();
  for (const [field, names] of Object.entries(format.headings) as [Field, readonly string[]][]) {
    const found = names.map(foldedHeading).find((name) => folded.includes(name));
    if (found !== undefined) columns.set(field, folded.indexOf(found));
  }
  const prefixes = format.tagHeadings.map((prefix) => prefix.toLowerCase());
  const tagColumns = headings.flatMap((heading, column) =>
    prefixes.some((prefix) => heading.normalize('NFKC').toLowerCase().trim().startsWith(prefix)) ? [column] : [],
  );
  const used = new Set([...columns.values(), ...tagColumns]);
  const unused = new Set(format.unused.map(foldedHeading));
  const unrecognised = headings.filter((_, column) => !used.has(column) && !unused.has(folded[column]!));
  const layout = { format, headings, columns, tagColumns, unrecognised };
  if (missing(layout).length === 0) refuseDuplicates(layout, folded, file);
  return layout;
}

/** Two columns of one name that is read: which of the two holds the amounts cannot be known. */
function refuseDuplicates(layout: Layout, folded: readonly string[], file: string): void {
  for (const column of layout.columns.values()) {
    const second = folded.indexOf(folded[column]!, column + 1);
    if (second < 0) continue;
    const heading = layout.headings[second]!;
    throw billRefusal('duplicateColumn', 'Two columns have the same name.', { file, row: 1, column: heading }, 'B4');
  }
}
