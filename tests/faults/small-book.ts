// The small books that the fault laboratory breaks: their records, and opening them for writing. It uses the shipped
// ledger only, so that a fault planted there is a fault here.
import type { LedgerRecord, RecordBody } from '../../shared/book/record.ts';
import { writeCover } from '../../electron/ledger/cover.ts';
import type { Disk } from '../../electron/ledger/disk.ts';
import { createJournal, type Journal, openJournal } from '../../electron/ledger/journal.ts';
import { isBookLock, lockBook } from '../../electron/ledger/lock.ts';

export const book = '/books/Harbour';

/** Record `seq` of the small book; `perMonth` records fall into each month. */
export function topUp(seq: number, perMonth = 3): RecordBody {
  const month = 9 + Math.floor((seq - 1) / perMonth);
  const at = `2026-${String(month).padStart(2, '0')}-05T08:00:00.000Z`;
  const amount = BigInt(seq) * 1001n;
  const post = [
    { position: 'bank:海港', amount: -amount, currency: 'CNY' },
    { position: `cash:tencent:${seq % 2}:海港`, amount, currency: 'CNY' },
  ];
  return {
    v: 1,
    seq,
    at,
    by: 'Ana',
    desk: '',
    kind: 'fundsMoved',
    key: `k${seq}`,
    data: { note: '充值 top-up' },
    post,
  };
}

/** An empty book with its cover. */
export function makeBook(disk: Disk): void {
  if (!disk.facts('/books')) disk.makeFolder('/books');
  disk.syncFolder('/');
  disk.makeFolder(book);
  disk.syncFolder('/books');
  createJournal(disk, book);
  writeCover(disk, book, { format: 1, id: 'b1', name: 'Harbour' });
}

/** Opens the book for writing, does the work, and closes it in order; throws where another has the lock. */
export function withJournal<T>(
  disk: Disk,
  work: (journal: Journal) => T,
  onRecord?: (record: LedgerRecord) => void,
): T {
  const lock = lockBook(disk, book, { holder: 'the laboratory', since: '' });
  if (!isBookLock(lock)) throw new Error(lock.what);
  try {
    const onLine = onRecord && ((line: { parse(): LedgerRecord }) => void onRecord(line.parse()));
    const journal = openJournal(disk, book, { lock, onLine });
    try {
      return work(journal);
    } finally {
      journal.close();
    }
  } finally {
    lock.release();
  }
}

/** A book of so many records, closed in order. */
export function makeBookOf(disk: Disk, records: number): void {
  makeBook(disk);
  withJournal(disk, (journal) => {
    for (let seq = 1; seq <= records; seq += 1) journal.append(topUp(seq));
  });
}
