// Verifies chain and postings of a journal on two threads, beside the one that asks: the window goes on meanwhile. It
// says only that all holds; where anything does not, the one way of saying what is `verifyJournal`.
import { startWorker } from '../start-worker.ts';
import { joinParts, type JournalPart, type PartCheck, splitJournal } from './journal-part.ts';
import { nodeDisk } from './node-disk.ts';
import { type JournalCheck, verifyJournal } from './verify-journal.ts';

/** Verifies the journal on this computer's disk, without the seals. `fold` is not run: it needs the records in order. */
export async function verifyAtOnce(book: string): Promise<JournalCheck> {
  const parts = await Promise.all(splitJournal(nodeDisk, book).map((part) => checkInWorker(book, part)));
  const joined = joinParts(parts);
  if (!joined) return verifyJournal(nodeDisk, book);
  return { records: joined.position.seq, head: joined.position.head, sums: joined.sums };
}

function checkInWorker(book: string, part: JournalPart): Promise<PartCheck> {
  return new Promise((resolve, reject) => {
    const options = { workerData: { book, part }, execArgv: [] };
    const worker = startWorker(new URL('./verify-part.worker.ts', import.meta.url), options);
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
