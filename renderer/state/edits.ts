// A draft with everything that was done to it, step by step: undone to the first state and redone to the last. Pure.

export interface Edits<State> {
  readonly now: State;
  /** What stood before each step, oldest first, with what the step is called. */
  readonly past: readonly Step<State>[];
  /** What was undone, the next to redo last. */
  readonly future: readonly Step<State>[];
}

interface Step<State> {
  readonly state: State;
  readonly label: string;
}

export function editsOf<State>(now: State): Edits<State> {
  return { now, past: [], future: [] };
}

/** One step further; what was undone is forgotten. */
export function edited<State>({ now, past }: Edits<State>, next: State, label: string): Edits<State> {
  return { now: next, past: [...past, { state: now, label }], future: [] };
}

/** One step back; the same edits where there is none. */
export function undone<State>(edits: Edits<State>): Edits<State> {
  const last = edits.past.at(-1);
  if (!last) return edits;
  const future = [...edits.future, { state: edits.now, label: last.label }];
  return { now: last.state, past: edits.past.slice(0, -1), future };
}

/** One step forward again; the same edits where there is none. */
export function redone<State>(edits: Edits<State>): Edits<State> {
  const next = edits.future.at(-1);
  if (!next) return edits;
  const past = [...edits.past, { state: edits.now, label: next.label }];
  return { now: next.state, past, future: edits.future.slice(0, -1) };
}
