// Verifies one part of a journal on a thread of its own and answers what it found.
import { parentPort, workerData } from 'node:worker_threads';
import { checkPart, type JournalPart } from './journal-part.ts';
import { nodeDisk } from './node-disk.ts';

const { book, part } = workerData as { readonly book: string; readonly part: JournalPart };
parentPort?.postMessage(checkPart(nodeDisk, book, part));
