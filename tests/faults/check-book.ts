// What must hold of a book after any crash or failure (rule L3): every acknowledged record is there, at most the one
// unacknowledged besides, whole; balances are the fold; the book can be written again, and what is written then is safe.
import assert from 'node:assert/strict';
import { type LedgerRecord, recordText } from '../../shared/book/record.ts';
import { readFile } from '../../electron/ledger/disk.ts';
import { type Journal, openJournal } from '../../electron/ledger/journal.ts';
import { journalStart, scanJournal, type TornTail } from '../../electron/ledger/scan.ts';
import { verifyJournal } from '../../electron/ledger/verify-journal.ts';
import { onlySynced } from './crash-images.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book, topUp, withJournal } from './small-book.ts';
import type { Promised } from './witness.ts';

/** Opens the book as a user would after the crash, and holds it against what was promised. */
export function checkBook(disk: SimulatedDisk, promised: Promised): void {
  const seenReadOnly = checkReading(disk, promised);
  const { tail } = scanJournal(disk, book, journalStart, () => undefined);
  const found: LedgerRecord[] = [];
  const added = withJournal(
    disk,
    (journal) => {
      assert.equal(journal.readOnlyBecause, undefined, 'the book cannot be written after the crash');
      checkSetAside(disk, journal, tail);
      return journal.append(topUp(journal.position.seq + 1));
    },
    (record) => found.push(record),
  );
  assert.deepEqual(found, seenReadOnly, 'reading and recovering disagree about the records');
  checkRecords(found, promised);
  checkVerified(disk, [...found, added]);
  const crashedAgain = new SimulatedDisk(onlySynced(disk.base, disk.log));
  assert.deepEqual(readRecords(crashedAgain), [...found, added], 'what recovery promised was not on stable storage');
}

/** A torn tail is kept, to the byte, and told. */
function checkSetAside(disk: SimulatedDisk, { setAside }: Journal, tail: TornTail | undefined): void {
  assert.equal(setAside?.bytes, tail?.bytes.length, 'a torn tail was not told');
  if (setAside && tail) assert.deepEqual(readFile(disk, setAside.file), tail.bytes, 'a torn tail was not kept');
}

/** Every record that can be read; throws where the journal is damaged. */
export function readRecords(disk: SimulatedDisk, at = book): LedgerRecord[] {
  const records: LedgerRecord[] = [];
  const { damage } = scanJournal(disk, at, journalStart, (line) => void records.push(line.parse()));
  assert.equal(damage, undefined, 'the journal is damaged');
  return records;
}

/** The records of the small book, none where it is not there yet. */
export function readRecordsIfAny(disk: SimulatedDisk): LedgerRecord[] {
  return disk.facts(book) ? readRecords(disk) : [];
}

function checkReading(disk: SimulatedDisk, promised: Promised): LedgerRecord[] {
  const records: LedgerRecord[] = [];
  const journal = openJournal(disk, book, { onLine: (line) => void records.push(line.parse()) });
  assert.equal(journal.readOnlyBecause?.kind, 'not-locked', 'a crash was taken for damage');
  checkRecords(records, promised);
  return records;
}

/** All that was acknowledged is there in order, and at most the one record besides that was being written, whole. */
export function checkRecords(found: readonly LedgerRecord[], { acknowledged, attempted }: Promised): void {
  assert.deepEqual(found.slice(0, acknowledged.length), acknowledged, 'an acknowledged record was lost or changed');
  const extra = found.slice(acknowledged.length);
  assert.ok(extra.length <= 1, 'more records than were ever written');
  if (!extra[0]) return;
  assert.ok(attempted, 'a record that nobody wrote');
  assert.equal(recordText(extra[0], extra[0].prev), recordText(attempted, extra[0].prev), 'a record that is not whole');
}

function checkVerified(disk: SimulatedDisk, records: readonly LedgerRecord[]): void {
  const check = verifyJournal(disk, book);
  assert.equal(check.failure, undefined, 'the book does not verify after recovery');
  assert.equal(check.records, records.length);
  const balances = new Map<string, bigint>();
  for (const { post } of records) {
    for (const { position, amount } of post) balances.set(position, (balances.get(position) ?? 0n) + amount);
  }
  const verified = new Map(check.sums.map(({ position, amount }) => [position, amount]));
  assert.deepEqual(verified, balances, 'the balances are not the fold of the records');
}
