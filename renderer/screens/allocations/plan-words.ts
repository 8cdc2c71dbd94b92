// A plan's sums and shortages as people read them, and the keys of its figures.
import type { FundsPlan, Shortage } from '../../../shared/reports/plan/plan.ts';
import { figureKey } from '../../../shared/reports/figure.ts';
import { amountText } from '../../components/grid/cell-text.ts';
import type { PlanKind } from '../../state/plan-draft.ts';

/** The query that works a plan out. */
export const planQueries = { allocation: 'allocationPlan', recovery: 'recoveryPlan' } as const;

/** The key of a figure of the plan: of an account's row, or of a source, a movement or a total. */
export function planFigure(kind: PlanKind, asOf: string, row: string, column: string): string {
  return figureKey({ query: planQueries[kind], input: { asOf }, of: { row }, column });
}

/** The total rows of the grid. */
export function sumsOfPlan(plan: FundsPlan | null): FundsPlan['sums'] {
  return plan?.sums ?? {};
}

export function shortText({ currency, amount }: Shortage): { readonly currency: string; readonly amount: string } {
  return { currency, amount: amountText(amount, currency).trim() };
}

/** `CNY 1,200.00 · USD 30.00`: what the plan moves to where it stays. */
export function totalsText({ sums }: FundsPlan): string {
  return Object.entries(sums)
    .filter(([, { amount = '0' }]) => /[1-9]/.test(amount))
    .map(([currency, { amount = '0' }]) => `${currency} ${amountText(amount, currency).trim()}`)
    .join(' · ');
}
