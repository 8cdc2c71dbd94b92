// A view of the window: which screen, which part of it, of which month and scope. What back and forward lead through.

/** The screens in the order of the sidebar. */
export const screenIds = ['overview', 'bills', 'balances', 'allocations', 'import', 'settings'] as const;
export type ScreenId = (typeof screenIds)[number];

/** Group ▸ entity ▸ account; each narrows the lists that have such a column. */
export interface Scope {
  readonly entity: string;
  readonly account: string;
}

/** A view one can come back to. */
export interface View {
  readonly screen: ScreenId;
  readonly tab: string;
  readonly period: string;
  readonly scope: Scope;
  readonly filter: string;
  /** The journal lines behind a figure, which stand in the place of the screen; without it the screen itself does. */
  readonly journal?: JournalAsked | undefined;
}

/** Whose journal lines are shown: the title of the figure, and which lines they are, as `journalLines` takes it. */
export interface JournalAsked {
  readonly title: string;
  readonly records?: number[] | undefined;
  readonly about?: string[] | undefined;
  readonly until?: string | undefined;
}
