// What a sheet enters: whether it is being entered, and what was refused of it last. While something is written it can be
// tried out again and again; only the answer to the last try counts.
import type { Done } from '../../shared/contract/answer.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import type { Sent } from './send.ts';

export class Attempt {
  busy = $state(false);
  /** Whether anything has been answered yet. */
  isAnswered = $state(false);
  refusals = $state.raw<readonly Refusal[]>([]);
  #latest = 0;

  /** Enters something; answers what was done, or undefined where it was refused. */
  async enter(entering: Promise<Sent>): Promise<Done | undefined> {
    this.busy = true;
    return this.#answer(entering);
  }

  /** Tries something out that enters nothing; whether the rules let it. */
  async tryOut(trying: Promise<Sent>): Promise<boolean> {
    return (await this.#answer(trying)) !== undefined;
  }

  /** Forgets what was refused of something that is written otherwise now. */
  forget(): void {
    this.refusals = [];
  }

  async #answer(asked: Promise<Sent>): Promise<Done | undefined> {
    const own = ++this.#latest;
    const sent = await asked;
    if (own !== this.#latest) return undefined;
    this.busy = false;
    this.isAnswered = true;
    this.refusals = 'refusals' in sent ? sent.refusals : [];
    return 'done' in sent ? sent.done : undefined;
  }
}
