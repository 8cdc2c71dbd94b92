// A view of the window: which screen, which part of it, of which month and scope. What back and forward lead through.

export type ScreenId = 'overview' | 'bills' | 'balances' | 'allocations' | 'import' | 'settings';

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
}
