// Verifies a whole book beside whoever works in it: on a thread of its own that only reads, so that it can be stopped at
// any moment and nothing has happened.
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { JournalPosition } from '../ledger/scan.ts';
import { startWorker } from '../start-worker.ts';
import type { Advance } from './book-calls.ts';
import { type Watch, Cancelled } from './book-thread.ts';
import type { BookCheck } from './verify-book.ts';

/** What to verify: the book in a folder, up to a record where others are being appended; `anchor` is a head noted earlier. */
export interface Verifying {
  readonly folder: string;
  readonly until: JournalPosition | undefined;
  readonly anchor: string | undefined;
}

export type FromVerifying =
  | { readonly type: 'advance'; readonly advance: Advance }
  | { readonly type: 'checked'; readonly check: BookCheck }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly type: 'defect'; readonly text: string };

/** Verifies; throws Cancelled where it was stopped, Refused where the disk said no. */
export async function verifyOnThread(what: Verifying, { signal, onAdvance }: Watch = {}): Promise<BookCheck> {
  const worker = startWorker(new URL('./verify-book.worker.ts', import.meta.url), { workerData: what });
  try {
    return await new Promise((resolve, reject) => {
      const stop = (): void => reject(new Cancelled());
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('error', reject);
      worker.on('message', (message: FromVerifying) => {
        if (message.type === 'advance') onAdvance?.(message.advance);
        else if (message.type === 'checked') resolve(message.check);
        else reject(message.type === 'refused' ? new Refused(...message.refusals) : new Error(message.text));
      });
    });
  } finally {
    await worker.terminate();
  }
}
