// What everything up to the end of a month sums to: what companies owe each other, float, what may be invoiced, what was
// allocated. The totals of a month that was run are kept for as long as they hold and the next carry on from them, so
// that no report goes through the years before it.
import { type Month, lastDay } from '../calendar/day.ts';
import { type Book, firstRunOf } from '../book/book.ts';
import type { Minor } from '../money/minor.ts';
import type { FundsEffect } from '../rules/effect.ts';
import { accountOf } from '../rules/link.ts';
import type { Charge } from '../rules/movement.ts';
import { providers } from '../rules/names.ts';
import { profileOf } from '../rules/profile.ts';
import type { Outcome } from '../rules/timeline.ts';
import { rowId } from './figure.ts';
import { floatSteps, flowsUntil, invoiceablePart } from './flows.ts';

/** Sums by name, in the order in which the names first came up. */
export type Sums = ReadonlyMap<string, Minor>;

/** Sums by creditor or origin, debtor or holder, and currency (`rowId`); by account; and of the month alone. */
const sumNames = [
  ...(['dues', 'received', 'returned', 'spent'] as const),
  ...(['invoiceable', 'allocated', 'recovered'] as const),
  ...(['paid', 'charged', 'products', 'onBehalf'] as const),
];
type SumName = (typeof sumNames)[number];
const ofMonthAlone: readonly SumName[] = ['paid', 'charged', 'products', 'onBehalf'];

/** By what the charges of a month are summed; undefined: not counted. */
export const chargeSums = {
  charged: ({ entity, currency }: Charge): string | undefined => rowId(entity, currency),
  products: ({ entity, product, currency }: Charge): string | undefined => rowId(entity, product, currency),
  onBehalf: ({ payer, owner, currency }: Charge): string | undefined => (payer === owner ? undefined : currency),
};
/** The names of sums over charges. */
export type ChargeSumName = keyof typeof chargeSums;

/**
 * What everything sums to up to the end of `month`. `invoiceable` is the month's own with what was carried into it (I2);
 * `paid` (by payer, cash and credit), `charged` (by entity), `products` (by entity and product) and `onBehalf` are of the
 * month alone. `dues` are those of
 * effects: reimbursements are no part of them.
 */
export interface Totals extends Readonly<Record<SumName, Sums>> {
  readonly month: Month;
  /** The policies of invoicing (S5) that the sums were made by. */
  readonly basis: string;
}

type Sum = Map<string, Minor>;
type Sumup = Record<SumName, Sum>;

/** The totals of runs by their outcomes: an outcome is replaced whenever anything before it changes. */
const kept = new WeakMap<Outcome, () => Totals>();

/** Everything up to the end of a period; nothing before the first month that was run. */
export function totalsUntil(book: Book, period: Month): Totals {
  const basis = basisOf(book);
  const first = firstRunOf(book);
  const nothing: Totals = { month: -Infinity as Month, basis, ...emptySums() };
  if (first !== null && period < first) return nothing;
  const runs = [...book.timeline.settled].filter(([month]) => month <= period);
  const holding = runs.findLastIndex(([, outcome]) => kept.get(outcome)?.().basis === basis);
  let totals = holding < 0 ? nothing : kept.get(runs[holding]![1])!();
  for (const [month, outcome] of runs.slice(holding + 1)) {
    const made = carriedOn(book, totals, month);
    kept.set(outcome, () => made);
    totals = made;
  }
  return totals.month === period ? totals : carriedOn(book, totals, period);
}

/** Takes the totals of a run, made when they are first wanted, as those of an outcome that is the same. */
export function keepTotals(outcome: Outcome, totals: () => Totals): void {
  kept.set(outcome, totals);
}

function carriedOn(book: Book, former: Totals, month: Month): Totals {
  const sums: Sumup = emptySums();
  for (const name of sumNames) if (!ofMonthAlone.includes(name)) sums[name] = new Map(former[name]);
  const after = former.month < 0 ? undefined : lastDay(former.month);
  let at = former.month;
  const goTo = (next: Month): void => {
    if (next !== at) sums.invoiceable = new Map([...sums.invoiceable].filter(([, amount]) => amount < 0n));
    at = next;
  };
  for (const flow of flowsUntil(book, month, after)) {
    goTo(flow.month);
    addEffect(book, sums, flow.effect, flow.month === month);
  }
  goTo(month);
  const charges = book.runs.get(month)?.run.charges ?? [];
  for (const name of Object.keys(chargeSums) as ChargeSumName[]) sums[name] = sumOfCharges(charges, name);
  return { month, basis: former.basis, ...sums };
}

/** Sums of charges by name. */
export function sumOfCharges(charges: readonly Charge[], name: ChargeSumName): Map<string, Minor> {
  const sums: Sum = new Map();
  for (const charge of charges) {
    const id = chargeSums[name](charge);
    if (id !== undefined) add(sums, id, charge.amount);
  }
  return sums;
}

function addEffect(book: Book, sums: Sumup, effect: FundsEffect, isOfMonth: boolean): void {
  const { account, amount, due } = effect;
  const { currency } = accountOf(book.structure, account);
  if (due) add(sums.dues, rowId(due.creditor, due.debtor, currency), amount);
  for (const { origin, holder, column } of floatSteps(effect))
    if (origin !== holder) add(sums[column], rowId(origin, holder, currency), amount);
  const invoiceable = invoiceablePart(book, effect);
  if (invoiceable !== 0n) add(sums.invoiceable, account, invoiceable);
  if (effect.kind === 'allocated') add(sums.allocated, effect.to, amount);
  if (effect.kind === 'recovered') add(sums.recovered, account, amount);
  if (!isOfMonth) return;
  if (effect.kind === 'by-cash' || effect.kind === 'by-credit') add(sums.paid, account, amount);
  if (effect.kind === 'returned-as-cash') add(sums.paid, account, -amount);
}

function add(sums: Sum, name: string, amount: Minor): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount);
}

function emptySums(): Sumup {
  return Object.fromEntries(sumNames.map((name) => [name, new Map()])) as Sumup;
}

function basisOf({ structure }: Book): string {
  return providers.map((provider) => profileOf(structure.policies, provider).invoiceable).join(' ');
}
