// Reads one bill file, all or nothing (rule B2): container, encoding, format, lines, sums. It holds no line longer than
// it takes to add it up, writes nothing, and asks nobody.
import type { BillContent, BillEntry, BillWarning } from './bill-content.ts';
import { BillBuilder } from './bill-builder.ts';
import { partiesOf } from './bill-parties.ts';
import { type CsvRow, CsvScanner, NotUtf8, fieldText } from './csv-scanner.ts';
import { LineReader } from './line-reader.ts';
import { type Layout, recognise } from './recognise.ts';
import { billRefusal } from './refusals.ts';
import { type OpenBill, openBill } from './open-bill.ts';
import { type BillSource, type BillStream, type Fingerprint, fingerprint } from './source.ts';
import { type Encoding, headOf, markedEncoding, utf8Chunks } from './text-stream.ts';

/** What a caller may ask of reading; `onProgress` hears the bytes read of all bytes of the text, and the rows so far. */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number, rows: number) => void) | undefined;
  /** What `fingerprint` said of this source, where the caller has asked already. */
  readonly facts?: Fingerprint | undefined;
  /** Lines to set aside as shared with another file: how many of each hash (rule B3). */
  readonly skip?: ReadonlyMap<bigint, number> | undefined;
}

/**
 * Reads the file. Throws `Refused` where the file cannot be taken, the signal's reason where it was cancelled, and
 * system errors of the disk; in each case nothing has happened.
 */
export async function readBill(source: BillSource, options: ReadOptions = {}): Promise<BillContent> {
  const facts = options.facts ?? (await fingerprint(source, options.signal));
  if (facts.size === 0) throw billRefusal('emptyFile', 'The file is empty.', { file: source.name }, 'B4');
  const bill = await openBill(source, facts.size);
  try {
    if (bill.streams.length === 0)
      throw billRefusal('emptyFile', 'The archive holds no CSV file.', { file: source.name }, 'B4');
    const encodings = new Map<BillStream, Encoding>();
    for (const stream of bill.streams) encodings.set(stream, markedEncoding(await headOf(stream)));
    return {
      name: source.name,
      ...facts,
      container: bill.container,
      ...(await readStreams(bill, encodings, facts.size, options)),
    };
  } finally {
    bill.close();
  }
}

type ReadPart = Omit<BillContent, 'name' | 'sha256' | 'size' | 'container'>;

/** Reads all streams; starts over once for each that turns out not to be UTF-8. */
async function readStreams(
  bill: OpenBill,
  encodings: Map<BillStream, Encoding>,
  size: number,
  options: ReadOptions,
): Promise<ReadPart> {
  const builder = new BillBuilder(options.skip);
  const entries: BillEntry[] = [];
  const warnings: BillWarning[] = [];
  if (bill.ignored.length > 0)
    warnings.push({
      code: 'ignoredFiles',
      what: 'Files in the archive that are not CSV were left out.',
      names: bill.ignored,
    });
  const reading = new BillReading(builder, size, options);
  for (const stream of bill.streams) {
    const encoding = encodings.get(stream)!;
    try {
      const { layout, rows, textLength } = await reading.read(stream, encoding);
      entries.push({
        name: stream.name,
        format: layout.format.name,
        encoding,
        headings: layout.headings,
        rows,
        textLength,
      });
      if (layout.unrecognised.length > 0)
        warnings.push({
          code: 'unrecognisedColumns',
          what: `${stream.name}: columns that ${layout.format.name} does not have were left out.`,
          names: layout.unrecognised,
        });
    } catch (error) {
      if (!(error instanceof NotUtf8) || encoding !== 'utf-8') throw error;
      return readStreams(bill, new Map(encodings).set(stream, 'gb18030'), size, options);
    }
  }
  if (builder.rows === 0)
    warnings.push({ code: 'noLines', what: 'The file has a heading line and no lines.', names: [] });
  return { ...summary(builder), entries, warnings };
}

function summary(builder: BillBuilder): Omit<ReadPart, 'entries' | 'warnings'> {
  const parties = partiesOf(builder.table);
  return {
    rows: builder.rows,
    kept: builder.kept,
    taxLines: builder.taxLines,
    ...builder.proof(parties),
    buckets: builder.table,
    months: [...new Set(parties.map(({ month }) => month))].sort((left, right) => left - right),
    providers: [...new Set(parties.map(({ provider }) => provider))].sort(),
    parties,
    partsFinding: builder.partsFinding(),
    lineHashes: builder.hashes(),
    places: builder.places(),
  };
}

/** The reading of one file's texts, one after another, into one builder. */
class BillReading {
  readonly #builder: BillBuilder;
  readonly #size: number;
  readonly #options: ReadOptions;
  /** Bytes of UTF-8 text of the streams read to their end. */
  #before = 0;

  constructor(builder: BillBuilder, size: number, options: ReadOptions) {
    this.#builder = builder;
    this.#size = size;
    this.#options = options;
  }

  async read(stream: BillStream, encoding: Encoding): Promise<{ layout: Layout; rows: number; textLength: number }> {
    const builder = this.#builder;
    const firstRow = builder.rows;
    let layout: Layout | undefined;
    let reader: LineReader | undefined;
    const base = this.#before;
    const scanner = new CsvScanner(stream.name, (row) => {
      if (reader && layout) takeRow(row, layout, reader, builder, stream.name, base);
      else {
        layout = recognise(headingsOf(row), stream.name);
        reader = new LineReader(layout, stream.name, builder.table);
      }
    });
    for await (const chunk of utf8Chunks(stream, encoding)) {
      this.#options.signal?.throwIfAborted();
      this.#before += chunk.length;
      scanner.push(chunk);
      this.#options.onProgress?.(this.#before, Math.max(this.#size, this.#before), builder.rows);
    }
    scanner.end();
    if (!layout) throw billRefusal('emptyFile', 'The file has no heading line.', { file: stream.name }, 'B4');
    return { layout, rows: builder.rows - firstRow, textLength: this.#before - base };
  }
}

function headingsOf(row: CsvRow): string[] {
  return Array.from({ length: row.fields }, (_, field) => fieldText(row, field).trim());
}

function takeRow(
  row: CsvRow,
  layout: Layout,
  reader: LineReader,
  builder: BillBuilder,
  file: string,
  base: number,
): void {
  const expected = layout.headings.length;
  if (row.fields !== expected && !isBlank(row))
    throw billRefusal(
      'raggedRow',
      `The row has ${row.fields} fields where the heading line has ${expected}.`,
      { file, row: row.number },
      'B4',
    );
  builder.beginRow(base + row.offset);
  if (isBlank(row)) return builder.addBlank();
  reader.read(row);
  builder.addLine(reader.line, file, row.number);
}

/** A line without any text: an empty line, or nothing but commas. */
function isBlank(row: CsvRow): boolean {
  for (let field = 0; field < row.fields; field++) if (row.ends[field]! > row.starts[field]!) return false;
  return true;
}
