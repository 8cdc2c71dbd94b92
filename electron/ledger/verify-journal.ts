// Verifies a book's journal as it stands on disk (rule L4): chain, numbers, segments, seals, the mark, and that every
// record's postings sum to zero. What needs the meaning of records is checked by the fold that is handed in. It writes
// nothing, and its memory does not grow with the journal.
import { acknowledgedName } from './acknowledged.ts';
import { type Disk, readFile } from './disk.ts';
import { chainLength, type RecordLine } from './line.ts';
import { type PositionSum, PostingSums } from './posting-sums.ts';
import { type Damage, journalStart, type OnLine, type Scan, scanJournal } from './scan.ts';
import { listSegments, sealPath, sealText, segmentPath } from './segment.ts';

/** What was checked, and the first thing that does not hold. */
export interface JournalCheck {
  readonly records: number;
  readonly head: string;
  /** The number of the record whose hash is the anchor, where one was given and found. */
  readonly anchoredAt?: number;
  /** All positions after the last record that holds. */
  readonly sums: readonly PositionSum[];
  readonly failure?: Damage;
  /** The journal holds, but no record of it has the anchor that was given. */
  readonly lacksAnchor?: true;
}

export interface VerifyOptions {
  /** Checks that need the state: balances, lots, number series, digests. A text answered is what does not hold. */
  readonly fold?: OnLine | undefined;
  /** The hash of a record that was noted outside the book, on a printed report say. */
  readonly anchor?: string | undefined;
  /** Called now and then with the bytes verified, of all bytes. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

const progressStep = 1 << 23;

/** Reads and checks the whole journal. */
export function verifyJournal(disk: Disk, book: string, options: VerifyOptions = {}): JournalCheck {
  const { fold, anchor } = options;
  const sums = new PostingSums();
  const report = reporter(disk, book, options);
  let anchoredAt: number | undefined;
  let refused: string | undefined;
  const scan = scanJournal(disk, book, journalStart, (line, segment) => {
    report(line);
    if (line.hash === anchor) anchoredAt = line.seq;
    return (refused = sums.add(line.bytes, line.end - chainLength) ?? fold?.(line, segment));
  });
  const broken = scan.damage ?? tornTail(scan) ?? brokenSeal(disk, book) ?? wrongMark(scan);
  const lacking = broken ? undefined : noAnchor(scan, anchor, anchoredAt);
  const failure = broken ?? lacking;
  return {
    records: scan.position.seq,
    head: scan.position.head,
    ...(anchoredAt !== undefined && { anchoredAt }),
    // The postings of a record that does not hold were added before that was known.
    sums: refused === undefined ? sums.sums() : sumsUntil(disk, book, scan.position.seq),
    ...(failure && { failure }),
    ...(lacking && { lacksAnchor: true }),
  };
}

function sumsUntil(disk: Disk, book: string, last: number): readonly PositionSum[] {
  const sums = new PostingSums();
  scanJournal(disk, book, journalStart, (line) =>
    line.seq > last ? 'not asked for' : sums.add(line.bytes, line.end - chainLength),
  );
  return sums.sums();
}

function reporter(disk: Disk, book: string, { onProgress }: VerifyOptions): (line: RecordLine) => void {
  if (!onProgress) return () => undefined;
  const sizes = listSegments(disk, book).map((segment) => disk.facts(segmentPath(book, segment))?.size ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  let reported = 0;
  return (line) => {
    done += line.end + 1 - line.start;
    if (done - reported < progressStep && done < total) return;
    reported = done;
    onProgress(done, total);
  };
}

function tornTail({ tail, position }: Scan): Damage | undefined {
  if (!tail) return undefined;
  const what = `${tail.bytes.length} bytes stand after the last record, left by an append that was interrupted; opening the book sets them aside`;
  const line = tail.segment === position.segment ? position.line : 0;
  return { segment: tail.segment, line: line + 1, record: position.seq + 1, what };
}

function brokenSeal(disk: Disk, book: string): Damage | undefined {
  for (const segment of listSegments(disk, book)) {
    const seal = readFile(disk, sealPath(book, segment));
    if (seal && seal.toString('utf8') !== sealText(disk, book, segment)) {
      return { segment, line: 0, record: 0, what: `the seal ${segment}.sha256 is not the digest of its segment` };
    }
  }
  return undefined;
}

function wrongMark({ acknowledged, position }: Scan): Damage | undefined {
  if (acknowledged !== 'damaged') return undefined;
  return { segment: position.segment, line: 0, record: 0, what: `journal/${acknowledgedName} is damaged` };
}

function noAnchor({ position }: Scan, anchor: string | undefined, anchoredAt: number | undefined): Damage | undefined {
  if (anchor === undefined || anchoredAt !== undefined) return undefined;
  const what = `no record has the hash of the anchor ${anchor}: the journal is not the one it was taken from`;
  return { segment: position.segment, line: 0, record: 0, what };
}
