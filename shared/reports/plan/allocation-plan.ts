// The plan of an allocation (ux/screens.md §1.5): for each target what it has, spends a day and needs, and within the cash
// that there is how many days all of them can be brought to.
import { formatDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Minor, formatMinor } from '../../money/minor.ts';
import { payingLinkOn } from '../../rules/link.ts';
import { type AccountKey, idOf } from '../../rules/names.ts';
import type { Refusal } from '../../rules/refusal.ts';
import { type Asking, dayAsked } from '../asking.ts';
import type { Balance } from '../balances.ts';
import { perDay, runwayDays } from '../burn.ts';
import { type ListRow, columnsOf, sumsOf } from '../listing.ts';
import type { FundsPlan, PlannedMovement, Shortage } from './plan.ts';
import { readPlanAmount } from './plan-amount.ts';
import { type PlanCash, type SourceCash, type Transfer, cashOfPlan } from './plan-cash.ts';
import { type PlanGround, chainOf, depthOf, needFor, objection, planGround, sourceOf } from './plan-target.ts';

/** A row of the draft, read. */
interface Target {
  readonly balance: Balance;
  readonly written: string;
  readonly days: number | null;
  readonly source: AccountKey | undefined;
  readonly refusal: Refusal | undefined;
  readonly unreadable: boolean;
  /** What is written, days worked out; 0 where it cannot be read. */
  readonly meant: Minor;
  /** 0 where nothing is planned. */
  readonly amount: Minor;
}

const usualDays = 30;

export function allocationPlan(asking: Asking, { asOf, rows }: QueryInput<'allocationPlan'>): FundsPlan {
  const ground = planGround(asking, dayAsked(asking.book, asOf));
  const targets = rows.map(({ account, written }) => readTarget(ground, account as AccountKey, written));
  const planned = targets.flatMap((target) => transferOf(target, target.amount));
  const cash = cashOfPlan(ground, planned);
  const lacking = new Map(cash.sources.filter(({ lacks }) => lacks > 0n).map((source) => [source.account, source]));
  const within = daysWithin(ground, targets);
  const targetRows = targets.map((target) => targetRow(ground, target, cash, within(target)));
  const columns = columnsOf({ amount: ['amount', 'suggested'] });
  return {
    // What is passed on comes and goes with the amounts: below, so that no row moves under the clerk's hands.
    rows: [...targetRows, ...cash.feeds.map((feed) => feedRow(ground, feed, cash))],
    // What is passed on arrives once: it is counted where it stays.
    sums: sumsOf({ columns, rows: targetRows }, targetRows),
    movements: fromAbove(ground, [...cash.feeds, ...planned]).map((transfer) => movementOf(ground, transfer)),
    shortages: [...lacking.values()].map((source) => shortageOf(ground, source)),
    sources: cash.sources.map((source) => sourceRow(ground, source)),
  };
}

/** What an admin receives is entered before what it gives on. */
function fromAbove(ground: PlanGround, transfers: readonly Transfer[]): readonly Transfer[] {
  return [...transfers].sort((left, right) => depthOf(ground, left.from) - depthOf(ground, right.from));
}

function readTarget(ground: PlanGround, account: AccountKey, written: string): Target {
  const balance = ground.balanceOf(account);
  const { currency } = balance.account;
  const read = readPlanAmount(written, currency);
  const source = sourceOf(ground, account);
  const meant = read.is === 'days' ? needFor(ground, balance, read.days) : read.is === 'amount' ? read.amount : 0n;
  const refusal = source && objection(ground, { from: source, to: account }, { amount: meant, currency });
  const isPossible = source !== undefined && refusal === undefined;
  return {
    balance,
    written,
    days: read.is === 'days' ? read.days : null,
    source,
    refusal,
    unreadable: read.is === 'unreadable',
    meant,
    // Days are a wish and give way to a rule; an amount is meant, so that the refusal stands.
    amount: read.is === 'days' && !isPossible ? 0n : source === undefined ? 0n : meant,
  };
}

function transferOf({ source, balance }: Target, amount: Minor): readonly Transfer[] {
  return source === undefined || amount === 0n ? [] : [{ from: source, to: balance.account.key, amount }];
}

/** How many whole days the cash brings every target to that draws on the same admin at the top. */
function daysWithin(ground: PlanGround, targets: readonly Target[]): (target: Target) => number {
  const possible = targets.filter(({ source, refusal }) => source !== undefined && refusal === undefined);
  const byRoot = new Map<AccountKey, Target[]>();
  for (const target of possible) {
    const root = rootOf(ground, target.balance.account.key);
    byRoot.set(root, [...(byRoot.get(root) ?? []), target]);
  }
  const daysOfRoot = new Map([...byRoot].map(([root, own]) => [root, mostDays(ground, own)]));
  return ({ balance, days }) => Math.min(days ?? usualDays, daysOfRoot.get(rootOf(ground, balance.account.key)) ?? 0);
}

function mostDays(ground: PlanGround, targets: readonly Target[]): number {
  const isCovered = (days: number): boolean => {
    const transfers = targets.flatMap((target) =>
      transferOf(target, needFor(ground, target.balance, Math.min(days, target.days ?? usualDays))),
    );
    return cashOfPlan(ground, transfers).sources.every(({ lacks }) => lacks === 0n);
  };
  let [covered, beyond] = [0, Math.max(...targets.map(({ days }) => days ?? usualDays)) + 1];
  while (beyond - covered > 1) {
    const middle = (covered + beyond) >> 1;
    if (isCovered(middle)) covered = middle;
    else beyond = middle;
  }
  return covered;
}

function rootOf(ground: PlanGround, account: AccountKey): AccountKey {
  return chainOf(ground, account).at(-1)!;
}

function commonCells({ burn, day }: PlanGround, balance: Balance, change: Minor): Readonly<Record<string, string>> {
  const { account, entity, available } = balance;
  const { key, name, currency } = account;
  const after = available + change;
  const text = (amount: Minor): string => formatMinor(amount, currency);
  return {
    account: key,
    name,
    entity,
    currency,
    asOf: formatDay(day),
    available: text(available),
    burnPerDay: text(perDay(burn, key)),
    after: text(after),
    afterDays: runwayDays(burn, key, after)?.toString() ?? '',
  };
}

function changeOf(account: AccountKey, amount: Minor, { sources }: PlanCash): Minor {
  const own = sources.find((source) => source.account === account);
  return own ? own.received - own.given : amount;
}

function targetRow(ground: PlanGround, target: Target, cash: PlanCash, within: number): ListRow {
  const { balance, source, meant, amount, written, refusal, unreadable, days } = target;
  const { key, currency } = balance.account;
  const isPossible = source !== undefined && refusal === undefined;
  const shown = days === null ? meant : amount;
  const suggested = isPossible ? needFor(ground, balance, within) : 0n;
  const check = unreadable
    ? 'unreadable'
    : source === undefined
      ? 'noSource'
      : refusal
        ? refusal.code
        : isLacking(cash, source)
          ? 'short'
          : '';
  return {
    ...commonCells(ground, balance, changeOf(key, amount, cash)),
    id: key,
    kind: 'target',
    source: source ?? '',
    written,
    targetDays: days === null ? '' : String(days),
    suggested: formatMinor(suggested, currency),
    suggestedDays: String(within),
    // An amount stays where it was typed, even where the rules say no to it.
    amount: shown === 0n ? '' : formatMinor(shown, currency),
    check,
    reason: refusal?.what ?? '',
    next: refusal?.next ?? '',
    // What cannot be done stops the plan only where it was asked for.
    blocks: unreadable || (check !== '' && check !== 'short' && written !== '' && days === null) ? 'yes' : '',
  };
}

function isLacking({ sources }: PlanCash, account: AccountKey): boolean {
  return sources.some((source) => source.account === account && source.lacks > 0n);
}

function feedRow(ground: PlanGround, { from, to, amount }: Transfer, cash: PlanCash): ListRow {
  const balance = ground.balanceOf(to);
  const text = formatMinor(amount, balance.account.currency);
  return {
    ...commonCells(ground, balance, changeOf(to, amount, cash)),
    // An account may be a target as well: its row has its own name.
    id: `feed:${to}`,
    kind: 'feed',
    source: from,
    written: '',
    targetDays: '',
    suggested: text,
    suggestedDays: '',
    amount: text,
    check: isLacking(cash, from) ? 'short' : '',
    reason: '',
    next: '',
    blocks: '',
  };
}

function movementOf({ structure, day }: PlanGround, { from, to, amount }: Transfer): PlannedMovement {
  const { provider, currency } = structure.accounts.get(from)!;
  const amountText = formatMinor(amount, currency);
  return { date: formatDay(day), provider, account: idOf(from), to: idOf(to), amount: amountText, currency };
}

function shortageOf({ structure }: PlanGround, { account, lacks }: SourceCash): Shortage {
  const { currency } = structure.accounts.get(account)!;
  return { account, currency, amount: formatMinor(lacks, currency) };
}

function sourceRow(ground: PlanGround, { account, free, received, repaid, given, left }: SourceCash): ListRow {
  const { name, currency } = ground.balanceOf(account).account;
  const text = (amount: Minor): string => formatMinor(amount, currency);
  return {
    id: account,
    name,
    currency,
    free: text(free),
    received: text(received),
    repaid: text(repaid),
    given: text(given),
    left: text(left),
    /** The accounts that stand still when this one runs dry. */
    paysFor: String(paidBy(ground, account)),
  };
}

function paidBy({ structure, day }: PlanGround, payer: AccountKey): number {
  return [...structure.accounts.keys()].filter((key) => payingLinkOn(structure, key, day)?.admin === payer).length;
}
