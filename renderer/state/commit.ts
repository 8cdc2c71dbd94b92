// Who hears Mod+Enter: the sheet on top, else what the screen has to commit. A stack, because sheets open over screens.
import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

const committers = new SvelteSet<() => void>();

/** Hears the commit chord until the function that it answers with is called. */
export function onCommit(commit: () => void): () => void {
  untrack(() => committers.add(commit));
  return () => void untrack(() => committers.delete(commit));
}

/** Whether there is anything to commit now. */
export function canCommit(): boolean {
  return committers.size > 0;
}

/** Commits what is on top, if anything is. */
export function commitTop(): void {
  [...committers].at(-1)?.();
}
