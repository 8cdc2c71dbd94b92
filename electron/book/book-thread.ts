// A book open on a thread of its own, as the main process sees it. Cancelling is answered within half a second: work
// that does not look up is ended with its thread, and the book opened again, as after a crash.
import type { Worker } from 'node:worker_threads';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { LockHolder } from '../ledger/lock.ts';
import { startWorker } from '../start-worker.ts';
import type { Advance, BookCallName, BookCalls, BookOnThread, FromBook, ToBook } from './book-calls.ts';
import type { Command } from './open-book.ts';

const usualPatienceMs = 300;
/** How long closing a book may take, which keeps its state, before its thread is ended. */
const closingPatienceMs = 5000;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onAdvance: ((advance: Advance) => void) | undefined;
}

/** How long work is watched and stopped. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onAdvance?: ((advance: Advance) => void) | undefined;
}

/** Thrown where work was cancelled and nothing happened. */
export class Cancelled extends Error {}

export class BookThread {
  readonly #patienceMs: number;
  #worker = this.#start();
  #place: { readonly folder: string; readonly holder: LockHolder } | undefined;
  #waiting = new Map<number, Waiting>();
  #calls = 0;
  #isStopped = false;

  /** `patienceMs`: how long work may take to look up when it is cancelled, before its thread is ended. */
  constructor(patienceMs = usualPatienceMs) {
    this.#patienceMs = patienceMs;
  }

  /** Opens the book in a folder; read-only where another has it or it is damaged. */
  open(folder: string, holder: LockHolder, watch?: Watch): Promise<BookOnThread> {
    this.#place = { folder, holder };
    return this.call('open', this.#place, watch);
  }

  /** Calls the thread. Throws Refused where a rule or the disk says no, Cancelled, or an Error for a defect. */
  async call<N extends BookCallName>(
    name: N,
    input: BookCalls[N]['input'],
    { signal, onAdvance }: Watch = {},
  ): Promise<BookCalls[N]['answer']> {
    this.#calls += 1;
    const call = this.#calls;
    const answered = new Promise<BookCalls[N]['answer']>((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject, onAdvance });
    });
    this.#post({ type: 'call', call, name, input });
    const cancel = (): void => this.#post({ type: 'cancel', call });
    signal?.addEventListener('abort', cancel);
    try {
      return await answered;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Carries a command out. Cancelled, it has not happened; a command that was too far to be stopped is answered. */
  async execute(command: Command, watch: Watch = {}): Promise<CommandAnswer> {
    const { signal } = watch;
    const executing = this.call('execute', command, watch);
    if (!signal) return executing;
    const stubborn = new Promise<'stubborn'>((resolve) => {
      signal.addEventListener('abort', () => setTimeout(resolve, this.#patienceMs, 'stubborn'), { once: true });
    });
    const first = await Promise.race([executing, stubborn]);
    if (first !== 'stubborn') return first;
    executing.catch(() => {});
    await this.#startAgain();
    if (await this.call('wasDone', { id: command.id })) return this.call('execute', command);
    throw new Cancelled();
  }

  /** Ends the thread at once, whatever it is doing: what was asked of it is cancelled. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#worker.terminate();
    this.#fail(new Cancelled());
  }

  /** Closes the book and ends the thread. */
  async end(): Promise<void> {
    if (this.#isStopped) return;
    const late = new Promise((resolve) => void setTimeout(resolve, closingPatienceMs).unref());
    await Promise.race([this.call('close', undefined).catch(() => {}), late]);
    await this.#worker.terminate();
  }

  #post(message: ToBook): void {
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = startWorker(new URL('./book.worker.ts', import.meta.url), {});
    worker.on('message', (message: FromBook) => this.#hear(message));
    worker.on('error', (error) => this.#fail(error));
    return worker;
  }

  async #startAgain(): Promise<void> {
    await this.#worker.terminate();
    this.#fail(new Cancelled());
    this.#worker = this.#start();
    if (this.#place) await this.call('open', this.#place);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #hear(message: FromBook): void {
    const waiting = this.#waiting.get(message.call);
    if (message.type === 'advance') return waiting?.onAdvance?.(message.advance);
    this.#waiting.delete(message.call);
    if (message.type === 'answer') waiting?.resolve(message.answer as never);
    else waiting?.reject(errorOf(message));
  }
}

/** Does something on a thread of its own, which ends with it. */
export async function onThread<T>(work: (thread: BookThread) => Promise<T>): Promise<T> {
  const thread = new BookThread();
  try {
    return await work(thread);
  } finally {
    await thread.end();
  }
}

function errorOf(message: Extract<FromBook, { readonly type: 'refused' | 'cancelled' | 'defect' }>): Error {
  if (message.type === 'refused') return new Refused(...message.refusals);
  if (message.type === 'cancelled') return new Cancelled();
  return new Error(message.text);
}

/** What is said of work that was cancelled. */
export const cancelledRefusal: Refusal = {
  code: 'cancelled',
  what: 'The work was cancelled.',
  unchanged: 'Nothing was changed.',
  next: 'Start it again whenever you like.',
};
