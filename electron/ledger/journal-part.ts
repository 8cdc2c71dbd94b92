// Parts of a journal that can be verified at the same time: each begins where it claims to begin, and that the claims
// meet is checked afterwards. It splits between segments only.
import { type Disk, withFile } from './disk.ts';
import { LineReader } from './line-reader.ts';
import { chainLength } from './line.ts';
import { type PositionSum, PostingSums } from './posting-sums.ts';
import { type JournalPosition, journalStart, scanJournal } from './scan.ts';
import { listSegments, segmentPath } from './segment.ts';

/** From a position, up to the end of a segment (that of the last part is the journal's own). */
export interface JournalPart {
  readonly from: JournalPosition;
  readonly until: string | undefined;
}

/** What verifying a part found; `isSound` is false where anything at all is not as it should be. */
export interface PartCheck {
  readonly isSound: boolean;
  readonly from: JournalPosition;
  readonly position: JournalPosition;
  readonly sums: readonly PositionSum[];
}

/** Splits a journal in two parts of about the same size; one part where it cannot be split. */
export function splitJournal(disk: Disk, book: string): readonly JournalPart[] {
  const segments = listSegments(disk, book);
  const sizes = segments.map((segment) => disk.facts(segmentPath(book, segment))?.size ?? 0);
  const half = sizes.reduce((sum, size) => sum + size, 0) / 2;
  let before = 0;
  const cut = sizes.findIndex((size) => (before += size) >= half);
  const [until, next] = [segments[cut], segments[cut + 1]];
  const claimed = until !== undefined && next !== undefined && claimedStart(disk, book, next);
  if (!claimed) return [{ from: journalStart, until: undefined }];
  const from = { ...claimed, segment: until, line: Infinity, end: sizes[cut] ?? 0 };
  return [
    { from: journalStart, until },
    { from, until: undefined },
  ];
}

/** The record that the first record of a segment says it follows. */
function claimedStart(disk: Disk, book: string, segment: string): { seq: number; head: string } | undefined {
  return withFile(disk, segmentPath(book, segment), 'read', (file) => {
    const reader = new LineReader(disk, file, 0);
    if (!reader.next()) return undefined;
    const seq = /^\{"v":1,"seq":(\d{1,15}),/.exec(reader.bytes.toString('latin1', 0, 40))?.[1];
    const chain = reader.end - chainLength;
    const head = reader.bytes.toString('latin1', chain + ',"prev":"'.length, chain + ',"prev":"'.length + 64);
    return seq === undefined ? undefined : { seq: Number(seq) - 1, head };
  });
}

/** Verifies the chain and the postings of one part. */
export function checkPart(disk: Disk, book: string, { from, until }: JournalPart): PartCheck {
  const sums = new PostingSums();
  const scan = scanJournal(disk, book, from, (line) => sums.add(line.bytes, line.end - chainLength), until);
  const isSound = !scan.damage && !scan.tail && scan.acknowledged !== 'damaged';
  return { isSound, from, position: scan.position, sums: sums.sums() };
}

/** The parts together; undefined where one is not sound, or where one does not end where the next begins. */
export function joinParts(parts: readonly PartCheck[]): Pick<PartCheck, 'position' | 'sums'> | undefined {
  let position = journalStart;
  const sums = new Map<string, PositionSum>();
  for (const part of parts) {
    if (!part.isSound || part.from.seq !== position.seq || part.from.head !== position.head) return undefined;
    position = part.position;
    for (const sum of part.sums) {
      const key = JSON.stringify([sum.position, sum.currency]);
      sums.set(key, { ...sum, amount: sum.amount + (sums.get(key)?.amount ?? 0n) });
    }
  }
  return { position, sums: [...sums.values()] };
}
