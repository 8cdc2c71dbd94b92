// Work on a bill in a thread of its own: started with a job, watched, stopped, answered once. What is thrown there
// arrives here as what it was.
import { startWorker } from '../start-worker.ts';
import type { BillContent } from './bill-content.ts';
import type { PackedBuckets } from './bucket-table.ts';
import type { Rest } from './read-halves.ts';
import type { ReadOptions } from './read-whole.ts';
import type { BillSource, Fingerprint } from './source.ts';
import { type PackedError, unpackedError } from './thread-errors.ts';

/** A file on disk: bytes in memory are not sent to other threads. */
export type FileSource = Extract<BillSource, { path: string }>;

/** What a thread can be asked to do. */
export type BillJob =
  | ({ readonly task: 'whole'; readonly source: FileSource } & Pick<ReadOptions, 'facts' | 'skip'>)
  | { readonly task: 'rest'; readonly source: FileSource; readonly cut: number }
  | { readonly task: 'fingerprint'; readonly source: FileSource };

/** What it answers, by task; all of it can be handed over between threads. */
export interface BillAnswers {
  readonly whole: Omit<BillContent, 'buckets'> & { readonly buckets: PackedBuckets };
  readonly rest: Rest;
  readonly fingerprint: Fingerprint;
}

/** What a thread says: how far it is, and at the end its answer or why there is none. */
export type BillMessage =
  | { readonly progress: readonly [done: number, of: number, rows: number] }
  | { readonly answer: BillAnswers[BillJob['task']] }
  | { readonly error: PackedError };

/** Does the job in a new thread. Throws what the job throws, and the signal's reason as soon as the thread has ended. */
export async function inThread<T extends BillJob>(
  job: T,
  { signal, onProgress }: Pick<ReadOptions, 'signal' | 'onProgress'>,
): Promise<BillAnswers[T['task']]> {
  signal?.throwIfAborted();
  const url = new URL('./bill.worker.ts', import.meta.url);
  const worker = startWorker(url, { workerData: job });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: BillMessage) => {
        if ('progress' in message) onProgress?.(...message.progress);
        else if ('answer' in message) resolve(message.answer as BillAnswers[T['task']]);
        else reject(unpackedError(message.error));
      });
      worker.on('error', reject);
      worker.on('exit', () =>
        reject(signal?.aborted ? signal.reason : new Error('A thread that read a bill ended early.')),
      );
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
