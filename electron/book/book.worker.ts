// The thread that has the book open: whatever reads files, computes or writes happens here, so that the window never
// waits. It holds one book at a time and answers in plain data.
import { parentPort } from 'node:worker_threads';
import { emptyBook } from '../../shared/book/book.ts';
import { backUpInSeries, isBackupDue } from '../ledger/backup-series.ts';
import type { CopyWatch } from '../ledger/backup.ts';
import { inspectBackup } from '../ledger/inspect-backup.ts';
import type { LockHolder } from '../ledger/lock.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { positionHolds } from '../ledger/position.ts';
import { namedRecord, restoreBook } from '../ledger/restore.ts';
import { salvageBook } from '../ledger/salvage.ts';
import { ask } from './ask.ts';
import type { Advance, BookCalls, BookCallName, FromBook, ToBook } from './book-calls.ts';
import { type OpenedBook, enterAnew, openBookFolder } from './book-folder.ts';
import { describeBook } from './describe-book.ts';
import { defectOf, refusalsOf } from './failure.ts';
import { makeNewBook, makeSampleBook } from './make-book.ts';

/** News of long work is told at most this often. */
const newsEveryMs = 100;

interface Watching {
  readonly signal: AbortSignal;
  readonly onAdvance: (advance: Advance) => void;
}

const port = parentPort!;
const running = new Map<number, AbortController>();
let opened: OpenedBook | undefined;
let holder: LockHolder | undefined;

const calls: {
  [N in BookCallName]: (
    input: BookCalls[N]['input'],
    watching: Watching,
  ) => Promise<BookCalls[N]['answer']> | BookCalls[N]['answer'];
} = {
  open({ folder, holder: asked }) {
    holder = asked;
    opened = openBookFolder(folder, { holder });
    return describeBook(nodeDisk, opened);
  },
  describe: () => describeBook(nodeDisk, book()),
  extends: (position) => positionHolds(nodeDisk, book().open.folder, position),
  distrust(damage) {
    const reason = { kind: 'damaged', damage } as const;
    const former = book();
    former.open.journal.readOnlyBecause ??= reason;
    former.close();
    // Without the state that was kept, reading ends at the damage.
    opened = openBookFolder(former.open.folder, { holder, foldVersion: '' });
    opened.open.journal.readOnlyBecause ??= reason;
    return describeBook(nodeDisk, opened);
  },
  make: ({ folder, title, holder }) => makeNewBook(folder, title, holder),
  makeSample: ({ folder, setup, holder }) => makeSampleBook(folder, setup, holder),
  execute: (command, { signal, onAdvance }) =>
    book().open.execute(command, { signal, onProgress: ({ done, of, rows }) => onAdvance({ done, total: of, rows }) }),
  ask: ({ name, input, desk }) => ask(book().open, name, input, desk),
  wasDone: ({ id }) => book().open.book.keys.has(id),
  isBackupDue: () => isBackupDue(nodeDisk, book().open.folder, book().open.book.seq),
  backUp({ folder, made }, watching) {
    const { open } = book();
    return backUpInSeries(nodeDisk, open.folder, { made, records: open.book.seq, folder }, copyWatch(watching));
  },
  async inspectBackup({ backup, folder }, watching) {
    const { manifest, lacking } = await inspectBackup(nodeDisk, backup, folder, copyWatch(watching));
    const { made, records, head } = manifest;
    const named = lacking && {
      count: lacking.count,
      first: namedRecord(lacking.first),
      last: namedRecord(lacking.last),
    };
    return { made, records, head, lacking: named ?? null };
  },
  async restore({ backup, folder, now }, watching) {
    return (await restoreBook(nodeDisk, backup, folder, now, copyWatch(watching))).former ?? '';
  },
  salvage({ folder, to }) {
    const state = emptyBook();
    const { records, left } = salvageBook(nodeDisk, folder, to, (record) => enterAnew(state, record));
    return { records, left: left.length };
  },
  close() {
    opened?.close();
    opened = undefined;
  },
};

function copyWatch({ signal, onAdvance }: Watching): CopyWatch {
  return { signal, onProgress: (done, total) => onAdvance({ done, total }) };
}

function book(): OpenedBook {
  if (!opened) throw new Error('no book is open on this thread');
  return opened;
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
  if (aborted && error instanceof Error && error.name === 'AbortError') return { type: 'cancelled', call };
  const refusals = refusalsOf(error);
  return refusals ? { type: 'refused', call, refusals } : { type: 'defect', call, text: defectOf(error) };
}
