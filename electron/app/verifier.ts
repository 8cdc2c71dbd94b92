// Verifies the shown book behind the work in it, and knows what the last verification has shown. It changes nothing of
// the book; what follows from a failure is for whoever asked.
import type { Damage, Verification } from '../../shared/contract/open-book.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { Cancelled, type Watch } from '../book/book-thread.ts';
import type { BookCheck } from '../book/verify-book.ts';
import { type Verifying, verifyOnThread } from '../book/verify-on-thread.ts';
import type { WorkList } from './work-list.ts';

export interface VerifierOptions {
  readonly works: WorkList;
  readonly clock: () => string;
  /** Called whenever something else is known. */
  readonly onChange: () => void;
}

export class Verifier {
  readonly #options: VerifierOptions;
  #known: Verification = { state: 'unverified', because: null };
  #stop: (() => void) | undefined;
  #runs = 0;

  constructor(options: VerifierOptions) {
    this.#options = options;
  }

  get known(): Verification {
    return this.#known;
  }

  /** Verifies anew; a verification that is going on gives way. What follows from what was found is done before it is told. */
  async run(what: Verifying, follow: (found: Verification) => Promise<void>): Promise<void> {
    const former = this.#known.state === 'running' ? ({ state: 'unverified', because: null } as const) : this.#known;
    this.#stop?.();
    const run = (this.#runs += 1);
    const giveWay = new AbortController();
    this.#stop = () => giveWay.abort();
    this.#know({ state: 'running' });
    let known: Verification = former;
    try {
      known = foundBy(await this.#watched(what, giveWay.signal), what.anchor, this.#options.clock());
      if (run === this.#runs) await follow(known);
    } catch (error) {
      if (error instanceof Refused) known = { state: 'unverified', because: error.refusals[0] ?? null };
      else if (!(error instanceof Cancelled)) throw error;
    } finally {
      if (run === this.#runs) this.#know(known);
    }
  }

  /** Ends a verification that is going on: the book is closed. */
  stop(): void {
    this.#runs += 1;
    this.#stop?.();
  }

  #watched(what: Verifying, giveWay: AbortSignal): Promise<BookCheck> {
    return this.#options.works.run('verify', 'nothing-happened', ({ signal, onAdvance }: Watch) =>
      verifyOnThread(what, { signal: AbortSignal.any([giveWay, ...(signal ? [signal] : [])]), onAdvance }),
    );
  }

  #know(known: Verification): void {
    this.#known = known;
    this.#options.onChange();
  }
}

function foundBy(check: BookCheck, anchor: string | undefined, at: string): Verification {
  const { journal, checked, differences, lostEvidence } = check;
  const { records, head, anchoredAt = null } = journal;
  const verified = {
    at,
    records,
    head,
    checked,
    anchor: anchor === undefined ? null : { head: anchor, record: anchoredAt },
  };
  const broken = journal.lacksAnchor ? undefined : journal.failure;
  const [difference] = differences;
  const damage: Damage | undefined =
    broken ?? (difference === undefined ? undefined : { segment: '', line: 0, record: 0, what: difference });
  if (!damage) return { state: 'holds', ...verified };
  return {
    state: 'fails',
    ...verified,
    damage,
    isEvidenceAlone: !broken && differences.length === lostEvidence.length,
  };
}
