// What was done to drafts, step by step, whichever screen they stand on: undone to the first and redone to the last. Pure;
// a step knows itself how it is undone.

/** One step: what it is called, which draft it is of, and how it is taken back and done again. */
export interface Step {
  readonly label: string;
  readonly of: string;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface Steps {
  /** Oldest first. */
  readonly past: readonly Step[];
  /** What was undone, the next to redo last. */
  readonly future: readonly Step[];
}

export const noSteps: Steps = { past: [], future: [] };

/** One step further; what was undone is forgotten. */
export function did({ past }: Steps, step: Step): Steps {
  return { past: [...past, step], future: [] };
}

/** Takes the last step back; the same steps where there is none. */
export function undone(steps: Steps): Steps {
  const last = steps.past.at(-1);
  if (!last) return steps;
  last.undo();
  return { past: steps.past.slice(0, -1), future: [...steps.future, last] };
}

/** Does the step that was undone last again; the same steps where there is none. */
export function redone(steps: Steps): Steps {
  const next = steps.future.at(-1);
  if (!next) return steps;
  next.redo();
  return { past: [...steps.past, next], future: steps.future.slice(0, -1) };
}

/** The steps without those of a draft that is no more. */
export function without({ past, future }: Steps, of: string): Steps {
  return { past: past.filter((step) => step.of !== of), future: future.filter((step) => step.of !== of) };
}
