// What the actions of the window do now: the frame and the open screen each say which they carry out, the last one wins.
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { ActionId } from '../../shared/contract/actions.ts';

export type Handlers = Readonly<Partial<Record<ActionId, () => void>>>;

const handlers = new SvelteMap<ActionId, readonly (() => void)[]>();

let wished: ActionId | null = null;

/** Asks for an action that a screen about to open carries out. */
export function wish(action: ActionId): void {
  wished = action;
}

/** Carries out actions until the function that it answers with is called. */
export function handle(own: Handlers): () => void {
  const entries = Object.entries(own) as [ActionId, () => void][];
  untrack(() => {
    for (const [action, run] of entries) {
      handlers.set(action, [...runsOf(action), run]);
      if (action !== wished) continue;
      wished = null;
      queueMicrotask(run);
    }
  });
  return () => {
    for (const [action, run] of entries) {
      const others = runsOf(action).filter((each) => each !== run);
      handlers.set(action, others);
    }
  };
}

function runsOf(action: ActionId): readonly (() => void)[] {
  return handlers.get(action) ?? [];
}

/** Whether anybody carries an action out now. */
export function isAvailable(action: ActionId): boolean {
  return runsOf(action).length > 0;
}

/** All that can be carried out now. */
export function offered(): readonly ActionId[] {
  return [...handlers.keys()].filter(isAvailable);
}

/** Carries out an action; false where nobody does. */
export function perform(action: ActionId): boolean {
  const run = runsOf(action).at(-1);
  run?.();
  return run !== undefined;
}
