// The thread that has the book open: whatever reads files, computes or writes happens here, so that the window never
// waits. It holds one book at a time and answers in plain data.
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { Refused } from '../../shared/rules/refusal.ts';
import { nameOfBackup, pruneBackups } from '../ledger/backup-series.ts';
import { backUp } from '../ledger/backup.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { ask } from './ask.ts';
import type { Advance, BookCalls, BookCallName, BookOnThread, FromBook, ToBook } from './book-calls.ts';
import { type OpenedBook, openBookFolder } from './book-folder.ts';
import { makeNewBook, makeSampleBook } from './make-book.ts';
import { systemRefusal } from './system-refusal.ts';

/** News of long work is told at most this often. */
const newsEveryMs = 100;

interface Watching {
  readonly signal: AbortSignal;
  readonly onAdvance: (advance: Advance) => void;
}

const port = parentPort!;
const running = new Map<number, AbortController>();
let opened: OpenedBook | undefined;

const calls: {
  [N in BookCallName]: (
    input: BookCalls[N]['input'],
    watching: Watching,
  ) => Promise<BookCalls[N]['answer']> | BookCalls[N]['answer'];
} = {
  open({ folder, holder }) {
    opened = openBookFolder(folder, { holder });
    return describe(opened);
  },
  make: ({ folder, title, holder }) => makeNewBook(folder, title, holder),
  makeSample: ({ folder, setup, holder }) => makeSampleBook(folder, setup, holder),
  execute: (command, { signal, onAdvance }) =>
    book().open.execute(command, { signal, onProgress: ({ done, of }) => onAdvance({ done, total: of }) }),
  ask: ({ name, input, desk }) => ask(book().open, name, input, desk),
  wasDone: ({ id }) => book().open.book.keys.has(id),
  async backUp({ folder, made }) {
    const { open } = book();
    await backUp(nodeDisk, open.folder, join(folder, nameOfBackup(made, open.book.seq)), made);
    pruneBackups(nodeDisk, folder);
  },
  close() {
    opened?.close();
    opened = undefined;
  },
};

function book(): OpenedBook {
  if (!opened) throw new Error('no book is open on this thread');
  return opened;
}

function describe({ open, writtenBy }: OpenedBook): BookOnThread {
  const { id, name, nameZh } = open.book.title;
  const because = open.journal.readOnlyBecause?.kind;
  const readOnly =
    because === undefined
      ? null
      : because === 'damaged'
        ? 'damaged'
        : writtenBy?.holder
          ? 'opened-elsewhere'
          : 'no-permission';
  return { id, name, nameZh, readOnly, holder: writtenBy?.holder ?? '' };
}

port.on('message', (message: ToBook) => {
  if (message.type === 'cancel') running.get(message.call)?.abort();
  else void answer(message.call, message.name, message.input);
});

async function answer(call: number, name: BookCallName, input: unknown): Promise<void> {
  const tell = (message: FromBook): void => port.postMessage(message);
  const aborting = new AbortController();
  running.set(call, aborting);
  let toldAt = -Infinity;
  const onAdvance = (advance: Advance): void => {
    const now = performance.now();
    if (now - toldAt < newsEveryMs) return;
    toldAt = now;
    tell({ type: 'advance', call, advance });
  };
  try {
    const run = calls[name] as (input: unknown, watching: Watching) => unknown;
    tell({ type: 'answer', call, answer: await run(input, { signal: aborting.signal, onAdvance }) });
  } catch (error) {
    tell(failure(call, error, aborting.signal.aborted));
  } finally {
    running.delete(call);
  }
}

function failure(call: number, error: unknown, aborted: boolean): FromBook {
  if (error instanceof Refused) return { type: 'refused', call, refusals: error.refusals };
  if (error instanceof LedgerError) return { type: 'refused', call, refusals: [error.refusal] };
  if (aborted && error instanceof Error && error.name === 'AbortError') return { type: 'cancelled', call };
  const system = systemRefusal(error);
  if (system) return { type: 'refused', call, refusals: [system] };
  return { type: 'defect', call, text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
