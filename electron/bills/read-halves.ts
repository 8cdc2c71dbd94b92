// Reads a plain UTF-8 bill in two halves at the same time. Where the second half begins is a guess: the first line feed
// behind the middle, taken to stand outside quotes. The first half proves the guess by ending between two rows there;
// nothing is taken from halves that do not meet. Who reads the rest, and in which thread, is the caller's affair.
import { Refused } from '../../shared/rules/refusal.ts';
import { BillBuilder } from './bill-builder.ts';
import type { BillPart } from './bill-part.ts';
import { BillText, layoutOf } from './bill-text.ts';
import { NotUtf8 } from './csv-scanner.ts';
import type { Layout } from './recognise.ts';
import { type BillSource, rawChunks } from './source.ts';
import { markLength, utf8Chunks } from './text-stream.ts';

/** Hears how many bytes of a stretch are read, and how many rows. */
export type OnRead = (bytes: number, rows: number) => void;

/** What follows a cut; `length` is in bytes. */
export interface Rest {
  readonly part: BillPart;
  readonly length: number;
}

/** Reads what follows the byte `cut` of a file, as `readRest` does. */
export type RestReader = (source: BillSource, cut: number, onRead: OnRead, signal: AbortSignal) => Promise<Rest>;

/** A whole text, read; `length` is in bytes, without a byte-order mark. */
export interface ReadText {
  readonly builder: BillBuilder;
  readonly layout: Layout;
  readonly length: number;
}

const lineFeed = 0x0a;

/** The byte behind the first line feed from `middle` on; undefined where the file of `size` bytes ends before. */
export async function cutBehind(source: BillSource, middle: number, size: number): Promise<number | undefined> {
  let cut = middle;
  for await (const chunk of rawChunks(source, middle)) {
    const found = chunk.indexOf(lineFeed);
    cut += found < 0 ? chunk.length : found + 1;
    if (found >= 0) break;
  }
  return cut < size ? cut : undefined;
}

/**
 * Reads the file up to `cut` while `reader` reads what follows. Answers undefined where the cut was no end of a row,
 * or either half cannot be taken: read in one go, the file is then read, or refused, as if there had been no cut.
 */
export async function readHalves(
  source: BillSource,
  cut: number,
  reader: RestReader,
  onRead: OnRead,
): Promise<ReadText | undefined> {
  const stop = new AbortController();
  const builder = new BillBuilder();
  const first = new BillText(source.name, builder, 0);
  let [restBytes, restRows] = [0, 0];
  const report = (): void => onRead(first.length + restBytes, builder.rows + restRows);
  const onRestRead: OnRead = (bytes, rows) => {
    [restBytes, restRows] = [bytes, rows];
    report();
  };
  const reading = reader(source, cut, onRestRead, stop.signal);
  // Its failure also ends the first half, at the next chunk.
  reading.catch((error: unknown) => stop.abort(error));
  try {
    for await (const chunk of textChunks(source, cut)) {
      stop.signal.throwIfAborted();
      first.push(chunk);
      report();
    }
    if (!first.isBetweenRows) return undefined;
    const rest = await reading;
    builder.append(rest.part);
    return { builder, layout: first.layout, length: first.length + rest.length };
  } catch (error) {
    if (error instanceof Refused || error instanceof NotUtf8) return undefined;
    throw error;
  } finally {
    stop.abort();
  }
}

/** Reads the rows behind the byte `cut`, taking it that a row begins there. Throws like any reading. */
export async function readRest(source: BillSource, cut: number, onRead: OnRead): Promise<Rest> {
  const layout = await layoutOf(source.name, textChunks(source));
  const mark = await markOf(source);
  const builder = new BillBuilder();
  const text = new BillText(source.name, builder, 0, { layout, offset: cut - mark });
  for await (const chunk of rawChunks(source, cut)) {
    text.push(chunk);
    onRead(text.length, builder.rows);
  }
  text.end();
  return { part: builder.part(), length: text.length };
}

function textChunks(source: BillSource, end?: number): AsyncGenerator<Uint8Array> {
  return utf8Chunks({ name: source.name, chunks: () => rawChunks(source, 0, end) }, 'utf-8');
}

async function markOf(source: BillSource): Promise<number> {
  for await (const chunk of rawChunks(source, 0, 4)) return markLength(chunk);
  return 0;
}
