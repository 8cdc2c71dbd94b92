// What is being done to a bare journal when the disk fails: one row per kind of work. Each prepares a book at rest, works
// on it while telling the witness what was promised, and says what must hold afterwards.
import assert from 'node:assert/strict';
import type { LedgerRecord } from '../../shared/book/record.ts';
import { readArchive } from '../../electron/ledger/backup-archive.ts';
import { tidyBook } from '../../electron/ledger/book-files.ts';
import { backUp } from '../../electron/ledger/backup.ts';
import { readCover } from '../../electron/ledger/cover.ts';
import { type Disk, readFile, withFile, writeAll } from '../../electron/ledger/disk.ts';
import type { Journal } from '../../electron/ledger/journal.ts';
import { LedgerError } from '../../electron/ledger/ledger-error.ts';
import { restoreBook } from '../../electron/ledger/restore.ts';
import { readSnapshot, writeSnapshot } from '../../electron/ledger/snapshot.ts';
import { checkBook, readRecords } from './check-book.ts';
import type { Scenario } from './scenario.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import { book, makeBook, makeBookOf, topUp, withJournal } from './small-book.ts';
import type { Promised, Told } from './witness.ts';

const now = '2026-11-22T14:30:00.000Z';
const backup = '/books/backup.zip';
const later = '2026-11-22T14:31:00.000Z';

export const journalScenarios: readonly Scenario[] = [
  {
    name: 'create a book',
    fineness: 1,
    prepare: () => undefined,
    run(disk, witness) {
      makeBook(disk);
      witness.done('created');
      appendRecords(disk, witness, 1, 1);
    },
    recover: (disk) => (disk.facts(`${book}/journal`) ? openAgain(disk) : undefined),
    check(disk, promised) {
      if (!promised.done.has('created')) return;
      assert.deepEqual(readCover(disk, book), { format: 1, id: 'b1', name: 'Harbour' });
      checkBook(disk, promised);
    },
  },
  {
    name: 'append',
    fineness: 1,
    prepare: (disk) => makeBookOf(disk, 4),
    run(disk, witness) {
      appendRecords(disk, witness, 5, 6);
      appendRecords(disk, witness, 7, 8);
    },
    recover: openAgain,
    check: checkBook,
  },
  {
    name: 'recovery of a torn tail',
    fineness: 1,
    prepare(disk) {
      makeBookOf(disk, 5);
      leaveTail(disk, '/journal/2026-10.jsonl', '{"v":1,"seq":6,"at":"2026-10');
    },
    run: (disk, witness) => appendRecords(disk, witness, 6, 7),
    recover: openAgain,
    check: checkBook,
  },
  {
    name: 'recovery of an empty segment',
    fineness: 0.5,
    prepare(disk) {
      makeBookOf(disk, 3);
      leaveTail(disk, '/journal/2026-10.jsonl', '\0\0\0\0');
    },
    run: (disk, witness) => appendRecords(disk, witness, 4, 4),
    recover: openAgain,
    check: checkBook,
  },
  {
    name: 'snapshot',
    fineness: 0.5,
    prepare: (disk) => makeBookOf(disk, 2),
    run(disk, witness) {
      for (const seq of [3, 4]) {
        withJournal(disk, (journal) => {
          witness.attempt(topUp(seq));
          witness.acknowledge(journal.append(topUp(seq)));
          takeSnapshot(disk, journal);
        });
        witness.done(`snapshot ${seq}`);
      }
    },
    recover: openAgain,
    check: checkSnapshot,
  },
  {
    name: 'backup',
    fineness: 0.15,
    prepare: (disk) => makeBookOf(disk, 4),
    async run(disk, witness) {
      await backUp(disk, book, backup, now);
      witness.done('backup');
    },
    async recover(disk) {
      await backUp(disk, book, backup, later);
      openAgain(disk);
    },
    async check(disk, promised) {
      if (promised.done.has('backup')) assert.ok(disk.facts(backup), 'the backup is not there');
      if (disk.facts(backup)) assert.equal((await readArchive(disk, backup)).records, 4);
      checkBook(disk, promised);
    },
  },
  {
    name: 'restore',
    fineness: 0.15,
    async prepare(disk) {
      makeBookOf(disk, 4);
      await backUp(disk, book, backup, now);
    },
    async run(disk, witness) {
      await restoreBook(disk, backup, book, now);
      witness.done('restored');
    },
    async recover(disk) {
      await restoreBook(disk, backup, book, later);
    },
    async check(disk, promised) {
      const former = disk.list('/books').findLast((name) => name.startsWith('Harbour before restore'));
      const place = disk.facts(book) ? book : `/books/${former}`;
      assert.ok(!promised.done.has('restored') || place === book, 'the restored book is not there');
      assert.deepEqual(readRecords(disk, place), promised.acknowledged, 'a record was lost by restoring');
      assert.equal((await readArchive(disk, backup)).records, 4);
      if (place === book) checkBook(disk, promised);
    },
  },
];

function openAgain(disk: Disk): void {
  withJournal(disk, () => tidyBook(disk, book));
}

function appendRecords(disk: Disk, witness: Told, from: number, to: number): void {
  withJournal(disk, (journal) => {
    for (let seq = from; seq <= to; seq += 1) {
      witness.attempt(topUp(seq));
      witness.acknowledge(appendOrStop(journal, seq));
    }
  });
}

/** A journal that failed must not go on: what the disk holds is not known until it is opened and verified again. */
function appendOrStop(journal: Journal, seq: number): LedgerRecord {
  try {
    return journal.append(topUp(seq));
  } catch (error) {
    assert.throws(() => journal.append(topUp(seq)), LedgerError, 'a journal that failed went on');
    throw error;
  }
}

/** Bytes at the end of a segment, as an append leaves them that was cut off. */
function leaveTail(disk: Disk, path: string, text: string): void {
  const size = disk.facts(book + path)?.size;
  withFile(disk, book + path, size === undefined ? 'create' : 'write', (file) =>
    writeAll(disk, file, Buffer.from(text), size ?? 0),
  );
}

/** The state of the laboratory: the number of records, and what each position holds. */
function takeSnapshot(disk: Disk, { position }: Journal): void {
  writeSnapshot(disk, book, { stateVersion: '1', position, state: { records: position.seq } });
}

function checkSnapshot(disk: SimulatedDisk, promised: Promised): void {
  const snapshot = readSnapshot(disk, book, '1');
  const records = readRecords(disk);
  if (snapshot) {
    assert.deepEqual(snapshot.state, { records: snapshot.position.seq }, 'a snapshot that is not whole');
    assert.equal(records[snapshot.position.seq - 1]?.hash, snapshot.position.head, 'a snapshot of another journal');
  }
  const last = Math.max(0, ...[...promised.done].map((what) => Number(what.slice('snapshot '.length))));
  assert.ok((snapshot?.position.seq ?? 0) >= last, 'a snapshot that was written is gone');
  withJournal(disk, (journal) => takeSnapshot(disk, journal));
  assert.equal(readSnapshot(disk, book, '1')?.position.seq, records.length);
  checkSnapshotOfNewerJournal(disk);
  checkBook(disk, promised);
}

/** A synchroniser put back an older journal under a snapshot: the snapshot must not be taken. */
function checkSnapshotOfNewerJournal(disk: SimulatedDisk): void {
  const newer = disk.fork();
  withJournal(newer, (journal) => {
    journal.append(topUp(journal.position.seq + 1));
    takeSnapshot(newer, journal);
  });
  const older = disk.fork();
  const path = `${book}/cache/snapshot.json`;
  older.unlink(path);
  withFile(older, path, 'create', (file) => writeAll(older, file, readFile(newer, path) ?? Buffer.alloc(0), 0));
  assert.equal(readSnapshot(older, book, '1'), undefined, 'a snapshot newer than the journal was taken');
}
