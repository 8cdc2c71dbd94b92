// Long work as it goes on: its progress, how long it still takes, and cancelling it. It does no work itself.
import type { Work } from '../../shared/contract/app.ts';
import { type Watch, Cancelled } from '../book/book-thread.ts';

interface Running {
  readonly aborting: AbortController;
  readonly beganMs: number;
  work: Work;
}

export class WorkList {
  readonly #running = new Map<string, Running>();
  readonly #onChange: (work: Work, took: { readonly ms: number }) => void;
  #made = 0;

  constructor(onChange: (work: Work, took: { readonly ms: number }) => void) {
    this.#onChange = onChange;
  }

  list(): readonly Work[] {
    return [...this.#running.values()].map(({ work }) => work);
  }

  cancel(id: string): void {
    this.#running.get(id)?.aborting.abort();
  }

  cancelAll(): void {
    for (const id of this.#running.keys()) this.cancel(id);
  }

  /** Runs a task as work of a kind; its answer and its errors are the task's. */
  async run<T>(kind: Work['kind'], onCancel: Work['onCancel'], task: (watch: Watch) => Promise<T>): Promise<T> {
    this.#made += 1;
    const id = `work-${this.#made}`;
    const untold = { done: 0, total: 0, rows: 0, rowsPerSecond: 0, secondsLeft: null };
    const work: Work = { id, kind, ...untold, state: 'running', onCancel };
    const running: Running = { aborting: new AbortController(), beganMs: performance.now(), work };
    this.#running.set(id, running);
    this.#tell(running, {});
    const onAdvance: Watch['onAdvance'] = ({ done, total, rows = 0 }) => {
      const ms = performance.now() - running.beganMs;
      const rowsPerSecond = ms > 0 ? Math.round((rows * 1000) / ms) : 0;
      this.#tell(running, { done, total, rows, rowsPerSecond, secondsLeft: secondsLeft(ms, done, total) });
    };
    try {
      const answer = await task({ signal: running.aborting.signal, onAdvance });
      this.#end(running, 'done');
      return answer;
    } catch (error) {
      this.#end(running, error instanceof Cancelled ? 'cancelled' : 'failed');
      throw error;
    }
  }

  #end(running: Running, state: Work['state']): void {
    this.#running.delete(running.work.id);
    this.#tell(running, { state, secondsLeft: null });
  }

  #tell(running: Running, change: Partial<Work>): void {
    running.work = { ...running.work, ...change };
    this.#onChange(running.work, { ms: performance.now() - running.beganMs });
  }
}

function secondsLeft(ms: number, done: number, total: number): number | null {
  return done > 0 && total > 0 ? Math.round(((ms / done) * (total - done)) / 1000) : null;
}
