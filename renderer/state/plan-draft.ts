// The draft of a plan of transfers: which accounts, and what is written for each. It knows no balance and adds nothing up;
// what it comes to is asked of the main process. Pure.
import type { PastedCell } from '../components/grid/paste.ts';

export type PlanKind = 'allocation' | 'recovery';

/** `written` is an amount or a formula, '' for nothing. */
export interface DraftRow {
  readonly account: string;
  readonly written: string;
  /** The allocations whose lots come back; all of them where it is absent. */
  readonly allocations?: readonly string[];
}

export interface PlanDraft {
  readonly kind: PlanKind;
  readonly rows: readonly DraftRow[];
}

export const emptyPlan: PlanDraft = { kind: 'allocation', rows: [] };
export const usualDays = 30;

/** `=30d`: enough for so many days of spending. */
export function forDays(days: number | string): string {
  return `=${days}d`;
}

/** A plan for these accounts: each is brought to the usual days, or gives all it can back. */
export function planFor(kind: PlanKind, accounts: readonly string[]): PlanDraft {
  const written = kind === 'allocation' ? forDays(usualDays) : '=max';
  return { kind, rows: accounts.map((account) => ({ account, written })) };
}

/** A plan that brings these lots back and no others, one row for each account. */
export function planForLots(lots: readonly { readonly account: string; readonly allocation: string }[]): PlanDraft {
  const byAccount = new Map<string, string[]>();
  for (const { account, allocation } of lots)
    byAccount.set(account, [...new Set([...(byAccount.get(account) ?? []), allocation])]);
  const rows = [...byAccount].map(([account, allocations]) => ({ account, written: '=max', allocations }));
  return { kind: 'recovery', rows };
}

/** The draft with cells put in; `shown` are the accounts in the order of the grid, those that were passed on to included. */
export function withCells(draft: PlanDraft, shown: readonly string[], cells: readonly PastedCell[]): PlanDraft {
  const changes = new Map<string, string>();
  for (const { row, column, value } of cells) {
    const account = shown[row];
    if (account === undefined) continue;
    if (column === 'amount') changes.set(account, value);
    if (column === 'targetDays') changes.set(account, value === '' ? '' : forDays(value));
  }
  const rows = draft.rows.map((row) => ({ ...row, written: changes.get(row.account) ?? row.written }));
  const known = new Set(rows.map(({ account }) => account));
  const added = [...changes].filter(([account]) => !known.has(account));
  return { ...draft, rows: [...rows, ...added.map(([account, written]) => ({ account, written }))] };
}

/** The draft with the same written for every account. */
export function withAll(draft: PlanDraft, writtenFor: (account: string) => string): PlanDraft {
  return { ...draft, rows: draft.rows.map((row) => ({ ...row, written: writtenFor(row.account) })) };
}

export function without(draft: PlanDraft, account: string): PlanDraft {
  return { ...draft, rows: draft.rows.filter((row) => row.account !== account) };
}
