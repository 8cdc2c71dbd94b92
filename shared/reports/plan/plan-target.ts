// The accounts that a plan of allocations is about: what each has and spends, which admin may fund it, and what the rules
// say against it (P4). It reads the book and decides no amount.
import type { Day } from '../../calendar/day.ts';
import type { Minor } from '../../money/minor.ts';
import { entityOn, linksOn } from '../../rules/link.ts';
import type { Movement } from '../../rules/movement.ts';
import type { AccountKey, MovementKey } from '../../rules/names.ts';
import { type Purse, emptyPurse } from '../../rules/purse.ts';
import { checkAllocation, checkParties } from '../../rules/refuse-movement.ts';
import { type Refusal, Refused } from '../../rules/refusal.ts';
import type { Structure } from '../../rules/structure.ts';
import { pursesOn } from '../../rules/timeline.ts';
import type { Asking } from '../asking.ts';
import { type Balance, balancesOn } from '../balances.ts';
import { type Burn, burnBefore } from '../burn.ts';
import { seesBalance } from '../sight.ts';

/** What a plan is made from, as of a day. */
export interface PlanGround {
  readonly structure: Structure;
  readonly day: Day;
  readonly burn: Burn | undefined;
  readonly purseOf: (account: AccountKey) => Purse;
  /** Throws Refused for an account that the book has not or the desk does not see. */
  readonly balanceOf: (account: AccountKey) => Balance;
}

/** Looks a book up once for a whole plan. */
export function planGround(asking: Asking, day: Day): PlanGround {
  const { structure, timeline } = asking.book;
  const purses = pursesOn(timeline, structure, day);
  const balances = new Map(balancesOn(asking.book, day).map((balance) => [balance.account.key, balance]));
  return {
    structure,
    day,
    burn: burnBefore(asking, day),
    purseOf: (account) => purses.get(account) ?? emptyPurse,
    balanceOf(account) {
      const balance = balances.get(account);
      if (!balance || !seesBalance(asking, account, day)) throw new Refused(notSeen(account));
      return balance;
    },
  };
}

/** What an account lacks for so many days of its spending; never less than 0. */
export function needFor({ burn }: PlanGround, { account, available }: Balance, days: number): Minor {
  const spent = burn?.spent.get(account.key) ?? 0n;
  const perMonth = BigInt(burn?.days ?? 1);
  const wanted = spent <= 0n ? 0n : (spent * BigInt(days) + perMonth - 1n) / perMonth;
  return wanted > available ? wanted - available : 0n;
}

/** The admin that may fund an account on the day: the one of its own entity before a group admin. */
export function sourceOf({ structure, day }: PlanGround, account: AccountKey): AccountKey | undefined {
  const admins = linksOn(structure, account, day)
    .filter(({ permissions }) => permissions.has('allocate-funds'))
    .map(({ admin }) => admin);
  const own = entityOn(structure, account, day);
  return admins.find((admin) => entityOn(structure, admin, day) === own) ?? admins[0];
}

/** The admins above an account, itself first, up to the one whom nobody funds. */
export function chainOf(ground: PlanGround, account: AccountKey): readonly AccountKey[] {
  const chain = new Set<AccountKey>();
  for (let at: AccountKey | undefined = account; at !== undefined && !chain.has(at); at = sourceOf(ground, at))
    chain.add(at);
  return [...chain];
}

/** How many admins stand above an account. */
export function depthOf(ground: PlanGround, account: AccountKey): number {
  return chainOf(ground, account).length - 1;
}

/** What the rules say against an allocation from one to the other, whatever there is to give. */
export function objection(
  { structure, day, purseOf }: PlanGround,
  pair: { readonly from: AccountKey; readonly to: AccountKey },
  { amount, currency }: { readonly amount: Minor; readonly currency: string },
): Refusal | undefined {
  const movement: Movement = {
    key: 'plan' as MovementKey,
    date: day,
    kind: 'allocation',
    account: pair.from,
    to: pair.to,
    amount: amount > 0n ? amount : 1n,
    currency,
    origin: null,
    reference: '',
    note: '',
  };
  try {
    checkParties(structure, movement);
    checkAllocation(structure, movement, pair.to, purseOf(pair.to));
    return undefined;
  } catch (problem) {
    if (problem instanceof Refused) return problem.refusals[0];
    throw problem;
  }
}

function notSeen(account: string): Refusal {
  return {
    code: 'unknownAccount',
    rule: 'S3',
    what: `The book shows no account ${account} to this desk.`,
    unchanged: 'Nothing was planned.',
    next: 'Take the account out of the plan, or work at a desk that sees its balance.',
    where: { column: 'account', value: account },
  };
}
