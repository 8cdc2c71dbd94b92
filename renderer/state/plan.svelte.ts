// The plan that the clerk is at in this session, undone and redone step by step; nothing of it is in the book.
import { t } from '../i18n/translate.svelte.ts';
import { activity } from './activity.svelte.ts';
import { type Edits, edited, editsOf, redone, undone } from './edits.ts';
import { type PlanDraft, emptyPlan } from './plan-draft.ts';

class Plan {
  #edits = $state.raw<Edits<PlanDraft>>(editsOf(emptyPlan));
  /** The movements that were posted last: what the sheet for the vendor's console is about. */
  posted = $state.raw<readonly string[]>([]);

  get draft(): PlanDraft {
    return this.#edits.now;
  }

  get canUndo(): boolean {
    return this.#edits.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#edits.future.length > 0;
  }

  /** A step, with what it is called when it is undone. */
  change(draft: PlanDraft, label: string): void {
    this.#edits = edited(this.#edits, draft, label);
  }

  /** Empties the plan; it can be undone back to. */
  discard(): void {
    if (this.draft.rows.length === 0) return;
    this.change({ ...this.draft, rows: [] }, t('plan.discard'));
    activity.say(t('plan.discarded'));
  }

  /** Forgets the plan once it is posted. */
  post(movements: readonly string[]): void {
    this.#edits = editsOf({ ...this.draft, rows: [] });
    this.posted = movements;
  }

  undo(): void {
    const label = this.#edits.past.at(-1)?.label;
    this.#edits = undone(this.#edits);
    if (label !== undefined) activity.say(t('plan.undone', { label }));
  }

  redo(): void {
    const label = this.#edits.future.at(-1)?.label;
    this.#edits = redone(this.#edits);
    if (label !== undefined) activity.say(t('plan.redone', { label }));
  }
}

export const plan = new Plan();
