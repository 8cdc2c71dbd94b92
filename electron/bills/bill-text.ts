// The reading of one CSV text, or of its rows from some place on, into a builder: chunks in, lines out. It knows no
// files, containers or threads.
import type { BillBuilder } from './bill-builder.ts';
import { type CsvRow, CsvScanner, fieldText } from './csv-scanner.ts';
import { LineReader } from './line-reader.ts';
import { type Layout, recognise } from './recognise.ts';
import { billRefusal } from './refusals.ts';

/** Where a text is taken up behind its heading line: the layout that line gave, and the byte of the text. */
export interface Continuation {
  readonly layout: Layout;
  readonly offset: number;
}

/** Push chunks of UTF-8, then `end`; lines go to the builder. Throws refusals, and `NotUtf8` for other bytes. */
export class BillText {
  readonly #name: string;
  readonly #builder: BillBuilder;
  /** Where the text begins in the text of all entries. */
  readonly #base: number;
  readonly #scanner: CsvScanner;
  #layout: Layout | undefined;
  #reader: LineReader | undefined;
  /** Bytes pushed so far. */
  length = 0;

  constructor(name: string, builder: BillBuilder, base: number, from?: Continuation) {
    this.#name = name;
    this.#builder = builder;
    this.#base = base;
    if (from) this.#begin(from.layout);
    const onRow = (row: CsvRow): void => {
      if (this.#reader && this.#layout) this.#take(row, this.#layout, this.#reader);
      else this.#begin(recognise(headingsOf(row), name));
    };
    // The heading line has been read: rows keep the numbers that they have where it stands right before them.
    this.#scanner = new CsvScanner(name, onRow, from && { rows: 1, offset: from.offset });
  }

  /** What the heading line says. Throws where none has come. */
  get layout(): Layout {
    if (!this.#layout) throw noHeadings(this.#name);
    return this.#layout;
  }

  /** Whether what was pushed are whole rows. */
  get isBetweenRows(): boolean {
    return this.#scanner.isBetweenRows;
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
    this.length += chunk.length;
  }

  /** Takes the last row where the text does not end with a line feed. */
  end(): void {
    this.#scanner.end();
  }

  #begin(layout: Layout): void {
    this.#layout = layout;
    this.#reader = new LineReader(layout, this.#name, this.#builder.table);
  }

  #take(row: CsvRow, layout: Layout, reader: LineReader): void {
    const expected = layout.headings.length;
    const blank = isBlank(row);
    if (row.fields !== expected && !blank)
      throw billRefusal(
        'raggedRow',
        `The row has ${row.fields} fields where the heading line has ${expected}.`,
        { file: this.#name, row: row.number },
        'B4',
      );
    this.#builder.beginRow(this.#base + row.offset);
    if (blank) return this.#builder.addBlank();
    reader.read(row);
    this.#builder.addLine(reader.line, this.#name, row.number);
  }
}

/** Reads no further than it takes to recognise the text by its heading line. */
export async function layoutOf(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Layout> {
  let layout: Layout | undefined;
  const scanner = new CsvScanner(name, (row) => (layout ??= recognise(headingsOf(row), name)));
  for await (const chunk of chunks) {
    scanner.push(chunk);
    if (layout) return layout;
  }
  throw noHeadings(name);
}

function noHeadings(file: string): Error {
  return billRefusal('emptyFile', 'The file has no heading line.', { file }, 'B4');
}

function headingsOf(row: CsvRow): string[] {
  return Array.from({ length: row.fields }, (_, field) => fieldText(row, field).trim());
}

/** A line without any text: an empty line, or nothing but commas. */
function isBlank(row: CsvRow): boolean {
  for (let field = 0; field < row.fields; field++) if (row.ends[field]! > row.starts[field]!) return false;
  return true;
}
