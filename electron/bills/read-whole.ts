// Reads one bill file from its container to its proof, in the thread that calls it; others may lend a hand.
import type { BillContent, BillEntry, BillWarning } from './bill-content.ts';
import { BillBuilder } from './bill-builder.ts';
import { partiesOf } from './bill-parties.ts';
import { BillText } from './bill-text.ts';
import { NotUtf8 } from './csv-scanner.ts';
import { type OpenBill, openBill } from './open-bill.ts';
import type { Layout } from './recognise.ts';
import { type RestReader, cutBehind, readHalves } from './read-halves.ts';
import { billRefusal } from './refusals.ts';
import { type BillSource, type BillStream, type Fingerprint, sizeOf } from './source.ts';
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

/** Who takes the fingerprint while the file is read, and who, if anybody, reads its second half. */
export interface Hands {
  readonly fingerprint: (source: BillSource, signal: AbortSignal) => Promise<Fingerprint>;
  readonly readRest?: RestReader | undefined;
}

/** Texts shorter than this are read sooner in one go than a thread is started. */
const worthHalving = 16 * 1024 * 1024;

/** Reads the file; throws what `readBill` throws. */
export async function readWhole(source: BillSource, options: ReadOptions, hands: Hands): Promise<BillContent> {
  const size = await sizeOf(source);
  if (size === 0) throw billRefusal('emptyFile', 'The file is empty.', { file: source.name }, 'B4');
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const facts = Promise.resolve(options.facts ?? hands.fingerprint(source, signal));
  // Where reading fails too, its error is the one to tell.
  facts.catch(() => undefined);
  try {
    const bill = await openBill(source, size);
    try {
      if (bill.streams.length === 0)
        throw billRefusal('emptyFile', 'The archive holds no CSV file.', { file: source.name }, 'B4');
      const encodings = new Map<BillStream, Encoding>();
      for (const stream of bill.streams) encodings.set(stream, markedEncoding(await headOf(stream)));
      const read =
        (await inHalves(source, bill, encodings, size, options, hands.readRest)) ??
        (await inOneGo(bill, encodings, size, options));
      return { name: source.name, ...(await facts), container: bill.container, ...contentOf(read, bill.ignored) };
    } finally {
      bill.close();
    }
  } finally {
    stop.abort();
  }
}

/** All texts of a file, read into one builder. */
interface ReadTexts {
  readonly builder: BillBuilder;
  readonly texts: readonly (BillEntry & { readonly unrecognised: readonly string[] })[];
}

/** Reads a long plain text in halves; undefined where that cannot be done. */
async function inHalves(
  source: BillSource,
  bill: OpenBill,
  encodings: ReadonlyMap<BillStream, Encoding>,
  size: number,
  { signal, onProgress, skip }: ReadOptions,
  readRest: RestReader | undefined,
): Promise<ReadTexts | undefined> {
  const encoding = encodings.get(bill.streams[0]!)!;
  // Which of many equal lines are set aside depends on those before: one reader has to see them all.
  if (!readRest || skip || size < worthHalving || bill.container !== 'plain' || encoding !== 'utf-8') return undefined;
  const cut = await cutBehind(source, Math.floor(size / 2), size);
  if (cut === undefined) return undefined;
  const read = await readHalves(source, cut, readRest, (done, rows) => {
    signal?.throwIfAborted();
    onProgress?.(done, size, rows);
  });
  if (!read) return undefined;
  const { builder, layout, length } = read;
  return { builder, texts: [textOf(source.name, encoding, layout, builder.rows, length)] };
}

/** Reads all texts one after another; starts over once for each that turns out not to be UTF-8. */
async function inOneGo(
  bill: OpenBill,
  encodings: ReadonlyMap<BillStream, Encoding>,
  size: number,
  { signal, onProgress, skip }: ReadOptions,
): Promise<ReadTexts> {
  const builder = new BillBuilder(skip);
  const texts: ReadTexts['texts'][number][] = [];
  let before = 0;
  for (const stream of bill.streams) {
    const encoding = encodings.get(stream)!;
    const firstRow = builder.rows;
    const text = new BillText(stream.name, builder, before);
    try {
      for await (const chunk of utf8Chunks(stream, encoding)) {
        signal?.throwIfAborted();
        text.push(chunk);
        const done = before + text.length;
        onProgress?.(done, Math.max(size, done), builder.rows);
      }
      text.end();
    } catch (error) {
      if (!(error instanceof NotUtf8) || encoding !== 'utf-8') throw error;
      return inOneGo(bill, new Map(encodings).set(stream, 'gb18030'), size, { signal, onProgress, skip });
    }
    texts.push(textOf(stream.name, encoding, text.layout, builder.rows - firstRow, text.length));
    before += text.length;
  }
  return { builder, texts };
}

function textOf(
  name: string,
  encoding: Encoding,
  { format, headings, unrecognised }: Layout,
  rows: number,
  textLength: number,
): ReadTexts['texts'][number] {
  return { name, format: format.name, encoding, headings, rows, textLength, unrecognised };
}

function contentOf(
  { builder, texts }: ReadTexts,
  ignored: readonly string[],
): Omit<BillContent, 'name' | 'sha256' | 'size' | 'container'> {
  const parties = partiesOf(builder.table);
  return {
    entries: texts.map(({ unrecognised: _, ...entry }) => entry),
    warnings: warningsOf(builder, texts, ignored),
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

function warningsOf(builder: BillBuilder, texts: ReadTexts['texts'], ignored: readonly string[]): BillWarning[] {
  const warnings: BillWarning[] = texts
    .filter(({ unrecognised }) => unrecognised.length > 0)
    .map(({ name, format, unrecognised }) => ({
      code: 'unrecognisedColumns',
      what: `${name}: columns that ${format} does not have were left out.`,
      names: unrecognised,
    }));
  if (ignored.length > 0)
    warnings.unshift({
      code: 'ignoredFiles',
      what: 'Files in the archive that are not CSV were left out.',
      names: ignored,
    });
  if (builder.rows === 0)
    warnings.push({ code: 'noLines', what: 'The file has a heading line and no lines.', names: [] });
  return warnings;
}
