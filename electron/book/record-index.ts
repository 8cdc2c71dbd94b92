// Where each record of the journal stands, found once and carried on as the journal grows, so that a page of records is
// read without going through those before it. It reads only; the journal was verified when the book was opened.
import type { LedgerRecord } from '../../shared/book/record.ts';
import type { RecordChoice } from '../../shared/reports/asking.ts';
import { type Disk, withFile } from '../ledger/disk.ts';
import { LineReader } from '../ledger/line-reader.ts';
import { parseRecord } from '../ledger/line.ts';
import { listSegments, segmentPath } from '../ledger/segment.ts';

interface IndexedSegment {
  readonly name: string;
  /** The number of its first record. */
  readonly first: number;
  /** Where each record begins, by byte. */
  readonly starts: number[];
  /** The byte after its last record. */
  end: number;
}

export class RecordIndex {
  readonly #disk: Disk;
  readonly #book: string;
  readonly #segments: IndexedSegment[] = [];

  constructor(disk: Disk, book: string) {
    this.#disk = disk;
    this.#book = book;
  }

  /** Records in order of entry; where `mentions` are given those alone whose line holds one of the texts. */
  read({ from, to, mentions }: RecordChoice): readonly LedgerRecord[] {
    if (from > to) return [];
    this.#extend();
    const records: LedgerRecord[] = [];
    for (const segment of this.#segments) {
      const first = Math.max(from, segment.first);
      const last = Math.min(to, segment.first + segment.starts.length - 1);
      if (first > last) continue;
      this.#eachLine(segment.name, segment.starts[first - segment.first]!, (lines, at) => {
        const line = lines.bytes.subarray(lines.start, lines.end);
        if (!mentions || mentions.some((text) => line.includes(text))) records.push(parseRecord(line.toString('utf8')));
        return first + at < last;
      });
    }
    return records;
  }

  /** Finds the records that were appended since. */
  #extend(): void {
    for (const name of listSegments(this.#disk, this.#book)) {
      const last = this.#segments.at(-1);
      if (last && name < last.name) continue;
      const segment = last?.name === name ? last : this.#add(name, last);
      this.#eachLine(name, segment.end, (lines) => {
        segment.starts.push(segment.end);
        segment.end = lines.position;
        return true;
      });
    }
  }

  #add(name: string, last: IndexedSegment | undefined): IndexedSegment {
    const segment = { name, first: last ? last.first + last.starts.length : 1, starts: [], end: 0 };
    this.#segments.push(segment);
    return segment;
  }

  /** Hands on the lines of a segment from a byte on, until `visit` answers false. */
  #eachLine(name: string, position: number, visit: (lines: LineReader, at: number) => boolean): void {
    withFile(this.#disk, segmentPath(this.#book, name), 'read', (file) => {
      const lines = new LineReader(this.#disk, file, position);
      for (let at = 0; lines.next(); at++) if (!visit(lines, at)) return;
    });
  }
}
