// The plan that the clerk is at in this session, each change of it a step that can be undone; nothing of it is in the book.
import { t } from '../i18n/translate.svelte.ts';
import { activity } from './activity.svelte.ts';
import { type PlanDraft, emptyPlan } from './plan-draft.ts';
import { session } from './session.svelte.ts';
import { type Posting, undo } from './undo.svelte.ts';

class Plan {
  draft = $state.raw<PlanDraft>(emptyPlan);
  /** The movements that were posted last: what the sheet for the vendor's console is about. */
  posted = $state.raw<readonly string[]>([]);

  /** A step, with what it is called when it is undone. */
  change(draft: PlanDraft, label: string): void {
    const before = this.draft;
    this.draft = draft;
    undo.did({ label, of: 'plan', undo: () => this.#show(before), redo: () => this.#show(draft) });
  }

  /** Empties the plan; it can be undone back to. */
  discard(): void {
    if (this.draft.rows.length === 0) return;
    this.change({ ...this.draft, rows: [] }, t('plan.discard'));
    activity.say(t('plan.discarded'));
  }

  /** Forgets the plan once it is posted. */
  post(posting: Posting): void {
    this.draft = { ...this.draft, rows: [] };
    this.posted = posting.movements;
    undo.post(posting, 'plan');
  }

  /** Forgets everything, as another book is opened. */
  begin(): void {
    this.draft = emptyPlan;
    this.posted = [];
  }

  /** What is undone is seen where it stands. */
  #show(draft: PlanDraft): void {
    this.draft = draft;
    if (session.view.screen !== 'allocations' || session.view.tab !== 'plan')
      session.go({ screen: 'allocations', tab: 'plan' });
  }
}

export const plan = new Plan();
