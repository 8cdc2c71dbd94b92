// Splits UTF-8 CSV bytes into rows of fields (RFC 4180, strictly) without decoding them: chunks in, rows out.
// It holds one unfinished row between chunks, so its memory does not grow with the file. It knows no columns.
import { isAscii, isUtf8 } from 'node:buffer';
import { billRefusal } from './refusals.ts';

const largestField = 1024 * 1024;
const largestRow = 8 * largestField;

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Thrown where the bytes are not UTF-8: the caller reads the file again in another encoding. */
export class NotUtf8 extends Error {}

/**
 * One row, valid only inside the call that hands it over. Field `i` is `bytes[starts[i] .. ends[i])`, without its outer
 * quotes; where `doubled[i]` is 1 it still holds doubled quotes.
 */
export interface CsvRow {
  bytes: Uint8Array;
  /** Rows count from 1 for the header line. */
  number: number;
  fields: number;
  starts: Int32Array;
  ends: Int32Array;
  doubled: Uint8Array;
  /** Where the row begins in the text, in bytes. */
  offset: number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a field as the file means it, doubled quotes undone. */
export function fieldText(row: CsvRow, field: number): string {
  const text = decoder.decode(row.bytes.subarray(row.starts[field], row.ends[field]));
  return row.doubled[field] ? text.replaceAll('""', '"') : text;
}

/** Whether most lines beyond ASCII are UTF-8, so that the others are damaged rather than in another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let balance = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    if (!isAscii(line)) balance += isUtf8(line) ? 1 : -1;
    start = end + 1;
  }
  return balance > 0;
}

/**
 * Push chunks, then `end`. Every complete row is handed to `onRow`, the header line included, blank lines as rows of
 * one empty field. Throws a refusal for broken quotes, NUL bytes and oversized fields, `NotUtf8` for other bytes.
 */
export class CsvScanner {
  readonly #file: string;
  readonly #onRow: (row: CsvRow) => void;
  readonly #row: CsvRow;
  /** The unfinished row: the first `#pending` bytes of `#buffer`. */
  #buffer = new Uint8Array(0);
  #pending = 0;
  /** Where the unfinished row begins in the text. */
  #offset: number;
  /** Whether text beyond ASCII was read as UTF-8: bytes that are not are then damage, no other encoding. */
  #sawUnicode = false;

  /** `from` says where in the text it starts: after how many rows, and at which byte. */
  constructor(file: string, onRow: (row: CsvRow) => void, from = { rows: 0, offset: 0 }) {
    this.#file = file;
    this.#onRow = onRow;
    this.#offset = from.offset;
    this.#row = {
      bytes: this.#buffer,
      number: from.rows,
      fields: 0,
      starts: new Int32Array(64),
      ends: new Int32Array(64),
      doubled: new Uint8Array(64),
      offset: 0,
    };
  }

  push(chunk: Uint8Array): void {
    const bytes = this.#withPending(chunk);
    const lines = bytes.lastIndexOf(lineFeed) + 1;
    this.#requireText(bytes.subarray(0, lines));
    this.#keep(bytes, this.#scan(bytes, lines, false));
  }

  /** Hands over the last row where the file does not end with a line feed. */
  end(): void {
    const bytes = this.#buffer.subarray(0, this.#pending);
    this.#requireText(bytes);
    this.#scan(bytes, bytes.length, true);
  }

  /** Whether all that was pushed are whole rows. */
  get isBetweenRows(): boolean {
    return this.#pending === 0;
  }

  #withPending(chunk: Uint8Array): Uint8Array {
    if (this.#pending === 0) return chunk;
    const needed = this.#pending + chunk.length;
    if (this.#buffer.length < needed) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.#buffer.subarray(0, this.#pending));
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#pending);
    return this.#buffer.subarray(0, needed);
  }

  #keep(bytes: Uint8Array, from: number): void {
    const rest = bytes.length - from;
    if (rest > largestRow) throw this.#refuse('fieldTooLarge', `A row is longer than ${largestRow} bytes.`);
    if (this.#buffer.length < rest) this.#buffer = new Uint8Array(Math.max(rest, largestField));
    // Where the row already lies at the front of the buffer this copies it onto itself, which is harmless.
    this.#buffer.set(bytes.subarray(from), 0);
    this.#pending = rest;
    this.#offset += from;
  }

  #requireText(bytes: Uint8Array): void {
    if (!isUtf8(bytes)) {
      if (this.#sawUnicode || mostlyUtf8(bytes)) throw this.#refuse('badEncoding', 'A UTF-8 file holds damaged bytes.');
      throw new NotUtf8();
    }
    this.#sawUnicode ||= !isAscii(bytes);
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0))
      throw this.#refuse('badEncoding', 'The file holds NUL bytes, so it is not a text file, or a damaged one.');
  }

  /** Hands over every row that ends before `limit`; answers where the first unfinished one begins. */
  #scan(bytes: Uint8Array, limit: number, final: boolean): number {
    const row = this.#row;
    row.bytes = bytes;
    let rowStart = 0;
    let position = 0;
    row.fields = 0;
    while (position < limit || (final && row.fields > 0)) {
      if (row.fields === row.starts.length) this.#grow();
      const next =
        bytes[position] === quote ? this.#quoted(bytes, position, final) : this.#plain(bytes, position, limit);
      if (next < 0) return rowStart;
      const ended = bytes[next];
      position = next + 1;
      if (ended === comma) continue;
      row.number += 1;
      row.offset = this.#offset + rowStart;
      this.#onRow(row);
      row.fields = 0;
      rowStart = position;
    }
    return rowStart;
  }

  /**
   * Takes unquoted fields up to the end of the row or the next quoted one; answers where the comma or line feed after the
   * last of them stands, or the limit. One loop over local variables: nearly all bytes of a bill pass through here.
   */
  #plain(bytes: Uint8Array, from: number, limit: number): number {
    const row = this.#row;
    const { starts, ends, doubled } = row;
    let fields = row.fields;
    for (let start = from; ;) {
      let position = start;
      let byte = lineFeed;
      for (; position < limit; position++) {
        byte = bytes[position]!;
        if (byte > comma) continue;
        if (byte === comma || byte === lineFeed) break;
        if (byte === quote) throw this.#refuse('brokenQuote', 'A quotation mark stands inside an unquoted field.');
      }
      const ended = position === limit || byte === lineFeed;
      const end = ended && position > start && bytes[position - 1] === carriageReturn ? position - 1 : position;
      if (end - start > largestField) throw this.#tooLarge();
      starts[fields] = start;
      ends[fields] = end;
      doubled[fields] = 0;
      fields += 1;
      start = position + 1;
      if (ended || start >= limit || bytes[start] === quote || fields === starts.length) {
        row.fields = fields;
        return position;
      }
    }
  }

  /** Takes a quoted field; answers where its comma or line feed stands, or −1 where the field goes on beyond these bytes. */
  #quoted(bytes: Uint8Array, start: number, final: boolean): number {
    let doubled = 0;
    let position = start + 1;
    for (;;) {
      while (position < bytes.length && bytes[position] !== quote) position++;
      if (position === bytes.length) {
        if (bytes.length - start > largestField) throw this.#tooLarge();
        if (final) throw this.#refuse('brokenQuote', 'A quoted field begins in this row and is never closed.');
        return -1;
      }
      if (bytes[position + 1] !== quote) break;
      doubled = 1;
      position += 2;
    }
    const after = bytes[position + 1] === carriageReturn ? position + 2 : position + 1;
    if (after >= bytes.length && !final) return -1;
    const ended =
      after >= bytes.length || bytes[after] === lineFeed || (bytes[position + 1] === comma && after === position + 1);
    if (!ended) throw this.#refuse('brokenQuote', 'Text follows the closing quotation mark of a field.');
    if (position - start > largestField + 1) throw this.#tooLarge();
    const row = this.#row;
    row.starts[row.fields] = start + 1;
    row.ends[row.fields] = position;
    row.doubled[row.fields] = doubled;
    row.fields += 1;
    return Math.min(after, bytes.length);
  }

  #grow(): void {
    const { starts, ends, doubled } = this.#row;
    const size = starts.length * 2;
    this.#row.starts = new Int32Array(size);
    this.#row.starts.set(starts);
    this.#row.ends = new Int32Array(size);
    this.#row.ends.set(ends);
    this.#row.doubled = new Uint8Array(size);
    this.#row.doubled.set(doubled);
  }

  #tooLarge(): Error {
    return this.#refuse('fieldTooLarge', `A field is longer than ${largestField} bytes.`);
  }

  #refuse(code: 'brokenQuote' | 'fieldTooLarge' | 'badEncoding', what: string): Error {
    return billRefusal(code, what, { file: this.#file, row: this.#row.number + 1 }, 'B4');
  }
}
