// The line store (formats.md §4): what was read from an import, kept beside its evidence, so that charging needs no
// second reading and `explain` finds the rows of a bucket without scanning. All of it is rebuilt from the evidence.
import { join } from 'node:path';
import { type Disk, readFile, readRange, withFile, writeAll } from '../ledger/disk.ts';
import { digestOf } from '../ledger/segment.ts';
import { replaceDurably } from '../ledger/durable-file.ts';
import type { BillContent } from './bill-content.ts';
import { CsvScanner, fieldText } from './csv-scanner.ts';
import { putPieces } from './durable-stream.ts';
import { type EvidenceName, ensureFolder, evidencePath, putEvidence } from './evidence.ts';
import { openBill } from './open-bill.ts';
import { packedPieces, unpacked } from './packed-file.ts';
import { readBill } from './read-bill.ts';
import type { ReadOptions } from './read-whole.ts';
import { billRefusal } from './refusals.ts';
import { type BillSource, sourceOn } from './source.ts';
import { type RowText, type StoredBill, packBill, unpackBill } from './stored-bill.ts';
import { markLength, utf8Chunks } from './text-stream.ts';

/** Raised whenever what a line, its hash or its bucket is changes: older files are then rebuilt. */
const version = 'purser lines 1';

/** An import as the journal knows it; `skip` holds the hashes of the lines that were set aside as shared (B3). */
export interface ImportedBill extends EvidenceName {
  readonly id: string;
  readonly name: string;
  readonly skip?: ReadonlyMap<bigint, number> | undefined;
}

/** A row of a bill as the vendor wrote it. */
export interface SourceRow {
  /** The file, with the entry's name where it is an archive. */
  readonly file: string;
  /** Rows count from 1 for the heading line. */
  readonly row: number;
  readonly headings: readonly string[];
  readonly cells: readonly string[];
}

/** The lines of a book's imports on disk. */
export class LineStore {
  readonly #disk: Disk;
  readonly #book: string;

  constructor(disk: Disk, book: string) {
    this.#disk = disk;
    this.#book = book;
  }

  /** Keeps the file as evidence and what was read from it as lines; `content` is what `readBill` made of this source. */
  async store(bill: ImportedBill, source: BillSource, content: BillContent, signal?: AbortSignal): Promise<StoredBill> {
    await putEvidence(this.#disk, this.#book, source, bill, signal);
    return this.#keep(bill, content, signal);
  }

  /** The lines of an import; read again from its evidence where they are missing, damaged or of an older version. */
  async load(bill: ImportedBill, options: Pick<ReadOptions, 'signal' | 'onProgress'> = {}): Promise<StoredBill> {
    const file = readFile(this.#disk, this.#linesPath(bill));
    const packed = file && unpacked(version, file);
    const stored = packed && unpackBill(packed);
    if (stored && this.#hasText(bill, stored.text)) return stored;
    const content = await readBill(this.evidenceOf(bill), { ...options, skip: bill.skip });
    if (content.sha256 !== bill.sha256)
      throw billRefusal('evidenceDamaged', 'The evidence of this import is not the file that was imported.', {
        file: evidencePath(this.#book, bill),
      });
    return this.#keep(bill, content, options.signal);
  }

  /** A file outside the book, on the same disk. */
  sourceAt(name: string, path: string): BillSource {
    return sourceOn(this.#disk, name, path);
  }

  /** The file of an import. */
  evidenceOf(bill: ImportedBill): BillSource {
    return sourceOn(this.#disk, bill.name, evidencePath(this.#book, bill));
  }

  /** The source rows of some buckets, at most `limit`, in the order of the buckets and then of the file. */
  rowsOfBuckets(bill: ImportedBill, stored: StoredBill, buckets: Iterable<number>, limit: number): SourceRow[] {
    const rows: SourceRow[] = [];
    withFile(this.#disk, this.#textPath(bill, stored.text), 'read', (file) => {
      for (const bucket of buckets) {
        for (const number of stored.rowsOfBucket(bucket)) {
          if (rows.length >= limit) return;
          const { entry, row, from, to } = stored.placeOf(number);
          const cells = firstRow(entry.name, readRange(this.#disk, file, from, to - from));
          rows.push({ file: entry.name, row, headings: entry.headings, cells });
        }
      }
    });
    return rows;
  }

  /** Evidence is verified with the book; a copy of its text is verified here. */
  #hasText(bill: ImportedBill, text: RowText): boolean {
    const path = this.#textPath(bill, text);
    if (this.#disk.facts(path)?.size !== text.size) return false;
    return !text.copied || digestOf(this.#disk, path) === text.sha256;
  }

  async #keep(bill: ImportedBill, content: BillContent, signal: AbortSignal | undefined): Promise<StoredBill> {
    ensureFolder(this.#disk, join(this.#book, 'lines'));
    const plain = content.container === 'plain' && content.entries[0]!.encoding === 'utf-8';
    const text = plain ? this.#evidenceText(bill) : await this.#copyText(bill, content, signal);
    const packed = packBill(content, text);
    replaceDurably(this.#disk, this.#linesPath(bill), (file) => {
      let position = 0;
      for (const piece of packedPieces(version, packed)) {
        writeAll(this.#disk, file, piece, position);
        position += piece.length;
      }
    });
    return unpackBill(packed);
  }

  #evidenceText(bill: ImportedBill): RowText {
    const path = evidencePath(this.#book, bill);
    const size = this.#disk.facts(path)!.size;
    const head = withFile(this.#disk, path, 'read', (file) => readRange(this.#disk, file, 0, 4));
    return { copied: false, start: markLength(head), size, sha256: bill.sha256 };
  }

  /** Writes the text of packed or otherwise encoded evidence as UTF-8, so that rows can be found by their place. */
  async #copyText(bill: ImportedBill, content: BillContent, signal: AbortSignal | undefined): Promise<RowText> {
    const opened = await openBill(this.evidenceOf(bill), content.size);
    const texts = async function* (): AsyncGenerator<Uint8Array> {
      for (const [index, stream] of opened.streams.entries())
        yield* utf8Chunks(stream, content.entries[index]!.encoding);
    };
    try {
      const path = this.#textPath(bill, { copied: true });
      return { copied: true, start: 0, ...(await putPieces(this.#disk, path, texts(), signal)) };
    } finally {
      opened.close();
    }
  }

  #linesPath(bill: ImportedBill): string {
    return join(this.#book, 'lines', `${bill.id}.lines`);
  }

  #textPath(bill: ImportedBill, text: Pick<RowText, 'copied'>): string {
    return text.copied ? join(this.#book, 'lines', `${bill.id}.text`) : evidencePath(this.#book, bill);
  }
}

function firstRow(file: string, bytes: Uint8Array): string[] {
  let cells: string[] | undefined;
  const scanner = new CsvScanner(file, (row) => {
    cells ??= Array.from({ length: row.fields }, (_, field) => fieldText(row, field));
  });
  scanner.push(bytes);
  scanner.end();
  return cells ?? [];
}
