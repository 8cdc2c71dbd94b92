// Verifies a whole book on a thread of its own, which only reads, and tells how far it is and what it found.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../ledger/node-disk.ts';
import { diskAsOf } from '../ledger/journal-view.ts';
import { defectOf, refusalsOf } from './failure.ts';
import { verifyBook } from './verify-book.ts';
import type { FromVerifying, Verifying } from './verify-on-thread.ts';

const { folder, until, anchor } = workerData as Verifying;
const tell = (message: FromVerifying): void => parentPort!.postMessage(message);

try {
  const disk = until ? diskAsOf(nodeDisk, folder, until) : nodeDisk;
  const onProgress = (done: number, total: number): void => tell({ type: 'advance', advance: { done, total } });
  tell({ type: 'checked', check: verifyBook(folder, { anchor, onProgress }, disk) });
} catch (error) {
  const refusals = refusalsOf(error);
  tell(refusals ? { type: 'refused', refusals } : { type: 'defect', text: defectOf(error) });
}
