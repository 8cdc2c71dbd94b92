// The plan of bringing money back (F4): what each account holds of allocations, oldest lots first, as much of it as is
// unfrozen, and why the rest stays. Gift never comes back.
import { formatDay } from '../../calendar/day.ts';
import type { BookedMovement } from '../../book/book.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Minor, formatMinor } from '../../money/minor.ts';
import { type AccountKey, type MovementKey, idOf } from '../../rules/names.ts';
import { freeCashOf, smaller } from '../../rules/purse.ts';
import { recoverableOf, unspentOf } from '../allocated.ts';
import { type Asking, dayAsked } from '../asking.ts';
import type { Balance } from '../balances.ts';
import { type ListRow, columnsOf, sumsOf } from '../listing.ts';
import type { FundsPlan, PlannedMovement } from './plan.ts';
import { readPlanAmount } from './plan-amount.ts';
import { type PlanGround, planGround } from './plan-target.ts';

interface Returning {
  readonly balance: Balance;
  readonly written: string;
  readonly most: Minor;
  readonly amount: Minor;
  readonly unreadable: boolean;
  readonly movements: readonly PlannedMovement[];
  /** How many of the lots that may come back were chosen, and how many there are. */
  readonly lots: readonly [chosen: number, all: number];
}

type Chosen = readonly string[] | undefined;

export function recoveryPlan(asking: Asking, { asOf, rows }: QueryInput<'recoveryPlan'>): FundsPlan {
  const ground = planGround(asking, dayAsked(asking.book, asOf));
  const returning = rows.map((row) => readReturning(asking, ground, row));
  const shown = returning.map((each) => returningRow(asking, ground, each));
  const columns = columnsOf({ amount: ['amount', 'recoverable', 'cash', 'frozen', 'gift'] });
  return {
    rows: shown,
    sums: sumsOf({ columns, rows: shown }, shown),
    movements: returning.flatMap(({ movements }) => movements),
    shortages: [],
    sources: [],
  };
}

/** `=30d` has no meaning here; `=max` stands for all that can come back. */
function readReturning(
  asking: Asking,
  ground: PlanGround,
  { account: key, written, allocations }: QueryInput<'recoveryPlan'>['rows'][number],
): Returning {
  const account = key as AccountKey;
  const balance = ground.balanceOf(account);
  const purse = ground.purseOf(account);
  const returnable = purse.lots.filter(({ trail }) => trail.length > 0);
  const chosen = returnable.filter((lot) => isChosen(lot, allocations));
  const most = smaller(
    recoverableOf(purse),
    chosen.reduce((sum, { remaining }) => sum + remaining, 0n),
  );
  const read = readPlanAmount(written, balance.account.currency);
  const amount = written === '=max' ? most : read.is === 'amount' ? read.amount : 0n;
  const unreadable = written !== '=max' && (read.is === 'unreadable' || read.is === 'days');
  const movements = amount > most ? [] : movementsBack(asking, ground, balance, amount, allocations);
  return { balance, written, most, amount, unreadable, movements, lots: [chosen.length, returnable.length] };
}

function isChosen({ trail }: { readonly trail: readonly MovementKey[] }, chosen: Chosen): boolean {
  return chosen === undefined || chosen.includes(trail.at(-1) ?? '');
}

/** Takes the lots that were chosen oldest first; those that came by the same allocation go back together. */
function movementsBack(
  { book }: Asking,
  { purseOf, day }: PlanGround,
  { account }: Balance,
  amount: Minor,
  chosen: Chosen,
): readonly PlannedMovement[] {
  const byAllocation = new Map<MovementKey, Minor>();
  let missing = amount;
  for (const { trail, remaining } of purseOf(account.key).lots.filter((lot) => isChosen(lot, chosen))) {
    const allocation = trail.at(-1);
    const part = smaller(missing, remaining);
    if (allocation === undefined || part === 0n) continue;
    byAllocation.set(allocation, (byAllocation.get(allocation) ?? 0n) + part);
    missing -= part;
  }
  return [...byAllocation].map(([reference, part]) => ({
    date: formatDay(day),
    provider: account.provider,
    account: account.id,
    to: idOf(book.movements.get(reference)!.movement.account),
    amount: formatMinor(part, account.currency),
    currency: account.currency,
    reference,
  }));
}

function returningRow(asking: Asking, ground: PlanGround, returning: Returning): ListRow {
  const { balance, written, most, amount, unreadable, movements, lots } = returning;
  const { key, name, currency, provider } = balance.account;
  const purse = ground.purseOf(key);
  const text = (minor: Minor): string => formatMinor(minor, currency);
  const stays = unspentOf(purse) - recoverableOf(purse);
  const check = unreadable ? 'unreadable' : amount > most ? 'moreThanUnspent' : most === 0n ? 'nothingToRecover' : '';
  return {
    id: key,
    kind: 'returning',
    account: key,
    name,
    entity: balance.entity,
    currency,
    asOf: formatDay(ground.day),
    to: [...new Set(movements.map((movement) => `${provider}:${movement.to}`))].join(' '),
    cash: text(balance.cash),
    frozen: text(balance.frozen),
    gift: text(balance.gift),
    available: text(balance.available),
    recoverable: text(most),
    lots: lots.join('/'),
    written,
    amount: amount === 0n ? '' : text(amount),
    after: text(freeCashOf(purse) - amount),
    frozenStays: stays > 0n ? text(stays) : '',
    frozenUntil: stays > 0n ? unfreezeAfter(asking, ground, key) : '',
    check,
    blocks: unreadable || amount > most ? 'yes' : '',
  };
}

/** The day on which a freeze ends, where that is entered already; '' where it is open. */
function unfreezeAfter({ book }: Asking, { day }: PlanGround, account: AccountKey): string {
  const days = [...book.movements.values()]
    .filter(
      ({ movement, entry }: BookedMovement) => entry && movement.kind === 'unfreeze' && movement.account === account,
    )
    .map(({ movement }) => movement.date)
    .filter((date) => date > day);
  return days.length === 0 ? '' : formatDay(days.reduce((first, date) => (date < first ? date : first)));
}
