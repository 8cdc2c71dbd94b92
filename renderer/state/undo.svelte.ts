// What can be undone in this session, over all screens: the steps of drafts, checks at the vendor, and, right after posting,
// the question whether the entries are to be reversed. Nothing posted is ever undone.
import { t } from '../i18n/translate.svelte.ts';
import { activity } from './activity.svelte.ts';
import { type Step, type Steps, did, noSteps, redone, undone, without } from './steps.ts';

/** Movements that were just posted, with what was said of them. */
export interface Posting {
  readonly movements: readonly string[];
  readonly said: string;
}

class Undo {
  #steps = $state.raw<Steps>(noSteps);
  /** What was posted last, until anything else is done. */
  posted = $state.raw<Posting | null>(null);
  /** The posting that is asked about. */
  asking = $state.raw<Posting | null>(null);

  /** What undoing would take back, as the menu says it; undefined where there is nothing. */
  readonly next = $derived(this.posted ? t('undo.posting') : this.#steps.past.at(-1)?.label);
  readonly nextAgain = $derived(this.posted ? undefined : this.#steps.future.at(-1)?.label);

  did(step: Step): void {
    this.posted = null;
    this.#steps = did(this.#steps, step);
  }

  /** Remembers what was posted; a draft that it came from is no more. */
  post(posting: Posting, draft?: string): void {
    if (draft !== undefined) this.#steps = without(this.#steps, draft);
    this.posted = posting;
  }

  undo(): void {
    if (this.posted) {
      this.asking = this.posted;
      this.posted = null;
      return;
    }
    const label = this.next;
    this.#steps = undone(this.#steps);
    if (label !== undefined) activity.say(t('undo.undone', { label }));
  }

  redo(): void {
    const label = this.nextAgain;
    this.#steps = redone(this.#steps);
    if (label !== undefined) activity.say(t('undo.redone', { label }));
  }

  /** Forgets everything, as another book is opened. */
  begin(): void {
    this.#steps = noSteps;
    this.posted = null;
    this.asking = null;
  }
}

export const undo = new Undo();
