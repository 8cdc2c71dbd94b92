// Who hears Mod+Enter: the sheet on top, else what the screen has to commit. A stack, because sheets open over screens.

const committers: (() => void)[] = [];

/** Hears the commit chord until the function that it answers with is called. */
export function onCommit(commit: () => void): () => void {
  committers.push(commit);
  return () => {
    committers.splice(committers.lastIndexOf(commit), 1);
  };
}

/** Commits what is on top; false where nothing can be. */
export function commitTop(): boolean {
  const top = committers.at(-1);
  top?.();
  return top !== undefined;
}
