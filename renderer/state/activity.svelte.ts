// Long work as it goes on, and what was said about it: the chips of the status bar, the one toast, the activity list.
import type { Work } from '../../shared/contract/app.ts';

export interface Note {
  readonly id: number;
  readonly text: string;
  /** What was said is about a file that was saved last, and can be shown. */
  readonly isSaved: boolean;
}

const toastMs = 8000;

class Activity {
  work = $state.raw<readonly Work[]>([]);
  notes = $state.raw<readonly Note[]>([]);
  toast = $state.raw<Note | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes news of long work over. */
  progress(work: Work): void {
    const others = this.work.filter(({ id }) => id !== work.id);
    this.work = work.state === 'running' ? [...others, work] : others;
  }

  /** How far work is, in whole per cent. */
  percentOf(work: Work | undefined): number {
    return work && work.total > 0 ? Math.min(100, Math.floor((100 * work.done) / work.total)) : 0;
  }

  /** Says that something in the background is done, or can be undone. Errors are never said here. */
  say(text: string, { isSaved = false } = {}): void {
    const note = { id: this.notes.length + 1, text, isSaved };
    this.notes = [note, ...this.notes].slice(0, 200);
    this.toast = note;
    this.resume();
  }

  /** Keeps the toast while it is read. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.toast = null), toastMs);
  }
}

export const activity = new Activity();
