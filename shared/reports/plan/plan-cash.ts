// Where the cash of a plan comes from: each source gives what it holds free, then what its own admin passes on to it, and
// what is left over is a shortage. Gift, vouchers and credit are no cash to give (F3).
import type { Minor } from '../../money/minor.ts';
import type { AccountKey } from '../../rules/names.ts';
import { freeCashOf, owedOf } from '../../rules/purse.ts';
import { type PlanGround, depthOf, objection, sourceOf } from './plan-target.ts';

/** Money that goes from one account to another. */
export interface Transfer {
  readonly from: AccountKey;
  readonly to: AccountKey;
  readonly amount: Minor;
}

/** What a source holds free, receives, gives, and keeps or lacks. */
export interface SourceCash {
  readonly account: AccountKey;
  readonly free: Minor;
  readonly received: Minor;
  /** What it owes, where what it receives has to repay that before it can be given on (F7). */
  readonly repaid: Minor;
  readonly given: Minor;
  /** Negative where it lacks cash. */
  readonly left: Minor;
  readonly lacks: Minor;
}

export interface PlanCash {
  /** What admins pass on to sources, in an order in which each can be entered. */
  readonly feeds: readonly Transfer[];
  readonly sources: readonly SourceCash[];
}

/** Follows the cash of the transfers up to where it comes from. */
export function cashOfPlan(ground: PlanGround, transfers: readonly Transfer[]): PlanCash {
  const feeds: Transfer[] = [];
  const sources = new Map<AccountKey, SourceCash>();
  for (const account of fromBelow(ground, transfers)) {
    const cash = cashOfSource(ground, account, [...transfers, ...feeds]);
    const feeder = cash.lacks > 0n ? feederOf(ground, account, transfers) : undefined;
    if (feeder === undefined) sources.set(account, cash);
    else {
      feeds.unshift({ from: feeder, to: account, amount: cash.lacks });
      sources.set(account, { ...cash, received: cash.received + cash.lacks, left: 0n, lacks: 0n });
    }
  }
  return { feeds, sources: [...sources.values()] };
}

function cashOfSource({ purseOf }: PlanGround, account: AccountKey, transfers: readonly Transfer[]): SourceCash {
  const purse = purseOf(account);
  const free = freeCashOf(purse);
  const received = sumOf(transfers.filter(({ to }) => to === account));
  const given = sumOf(transfers.filter(({ from }) => from === account));
  const repaid = given > free ? owedOf(purse) : 0n;
  const left = free + received - repaid - given;
  return { account, free, received, repaid, given, left, lacks: left < 0n ? -left : 0n };
}

/** Who passes cash on to a source; nobody where the plan itself already says what it receives, or a rule is against it. */
function feederOf(ground: PlanGround, account: AccountKey, planned: readonly Transfer[]): AccountKey | undefined {
  if (planned.some(({ to }) => to === account)) return undefined;
  const from = sourceOf(ground, account);
  if (from === undefined || from === account) return undefined;
  const { currency } = ground.balanceOf(account).account;
  return objection(ground, { from, to: account }, { amount: 1n, currency }) ? undefined : from;
}

/** The accounts that give, those that are fed before those that feed them. */
function fromBelow(ground: PlanGround, transfers: readonly Transfer[]): readonly AccountKey[] {
  const wanted = new Set(transfers.map(({ from }) => from));
  for (const account of wanted) {
    const above = sourceOf(ground, account);
    if (above !== undefined) wanted.add(above);
  }
  return [...wanted].sort((left, right) => depthOf(ground, right) - depthOf(ground, left));
}

export function sumOf(transfers: readonly { readonly amount: Minor }[]): Minor {
  return transfers.reduce((sum, { amount }) => sum + amount, 0n);
}
