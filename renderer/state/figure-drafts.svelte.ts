// What figures of drafts stand in, by the query that works the draft out, so that they can be explained before anything
// is entered: the plan that the clerk is at, the files that were tried out. It works nothing out.
import { SvelteMap } from 'svelte/reactivity';
import { readFigureKey } from '../../shared/reports/figure.ts';
import type { FigureDraft } from '../../shared/contract/queries.ts';

const drafts = new SvelteMap<string, FigureDraft>();

/** Keeps the draft of a query until the function that it answers with is called. */
export function keepDraft(query: string, draft: FigureDraft): () => void {
  drafts.set(query, draft);
  return () => {
    if (drafts.get(query) === draft) drafts.delete(query);
  };
}

/** The draft that a query works out, where one is at hand. */
export function draftOf(query: string): FigureDraft | undefined {
  return drafts.get(query);
}

/** What `explain` is asked of a figure, with the draft that it stands in. */
export function explainInput(figure: string): { readonly figure: string; readonly draft?: FigureDraft } {
  const read = readFigureKey(figure);
  const of = read?.query === 'selectionSum' ? read.input['query'] : read?.query;
  const draft = draftOf(String(of));
  return draft ? { figure, draft } : { figure };
}
