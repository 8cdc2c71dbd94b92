// What went wrong with something that no screen or sheet stands for: told once, over the window, until it is closed.
import type { Refusal } from '../../shared/rules/refusal.ts';
import { problemOf } from './problem.ts';

class Problems {
  shown = $state.raw<readonly Refusal[]>([]);

  show(refusals: readonly Refusal[]): void {
    this.shown = refusals;
  }

  /** Tells of an error as of a refusal. */
  tell(problem: unknown): void {
    this.shown = [problemOf(problem)];
  }
}

export const problems = new Problems();
