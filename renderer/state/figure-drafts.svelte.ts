// What figures of drafts stand in, by the query that works the draft out, so that they can be explained before anything
// is entered: the plan that the clerk is at, the files that were tried out. It works nothing out.
import { SvelteMap } from 'svelte/reactivity';
import type { FigureDraft } from '../../shared/contract/queries.ts';

const drafts = new SvelteMap<string, FigureDraft>();

/** Keeps the draft of a query until the function that it answers with is called. */
export function keepDraft(query: string, draft: FigureDraft): () => void {
  drafts.set(query, draft);
  return () => {
    if (drafts.get(query) === draft) drafts.delete(query);
  };
}

/** What `explain` is asked of a figure, with the draft that it stands in. */
export function explainInput(figure: string): { readonly figure: string; readonly draft?: FigureDraft } {
  const draft = drafts.get(figure.split(/[?#]/, 1)[0]!);
  return draft ? { figure, draft } : { figure };
}
