// What a desk sees (rule P3): of charges those that its own account pays for and those of accounts that let it see their
// bills; of balances its own and those of accounts that let it see them. The book desk sees everything. A total that
// holds anything the desk may not see is not shown to it.
import { type Day, type Month, lastDay } from '../calendar/day.ts';
import { bookDeskOnly, mayAct } from '../book/desk.ts';
import type { FundsEffect } from '../rules/effect.ts';
import { entityOn } from '../rules/link.ts';
import type { AccountKey } from '../rules/names.ts';
import { Refused } from '../rules/refusal.ts';
import type { TimedEntry } from '../rules/timeline.ts';
import type { Asking } from './asking.ts';

interface Parties {
  readonly payer: AccountKey;
  readonly owner: AccountKey;
}

/** Whether the desk sees a charge of a month, or the lines that became one. */
export function seesCharge({ book, desk }: Asking, { payer, owner }: Parties, period: Month): boolean {
  return desk === '' || payer === desk || mayAct(book.structure, desk, owner, 'view-bills', lastDay(period));
}

/** Whether the desk sees the bills of an account on a day. */
export function seesBills({ book, desk }: Asking, account: AccountKey, day: Day): boolean {
  return mayAct(book.structure, desk, account, 'view-bills', day);
}

/** Whether the desk sees what an account holds and owes on a day. */
export function seesBalance({ book, desk }: Asking, account: AccountKey, day: Day): boolean {
  return mayAct(book.structure, desk, account, 'view-balance', day);
}

/** Whether the desk sees what an effect is about: its charges, or the account whose money moved. */
export function seesEffect(asking: Asking, effect: FundsEffect, { event, day }: TimedEntry): boolean {
  if (asking.desk === '') return true;
  if (event.kind !== 'run' || !('charge' in effect)) return seesBalance(asking, effect.account, day);
  const { charges, period } = event.run;
  const places = effect.kind === 'set-off' ? [effect.charge, effect.against] : [effect.charge];
  return places.every((place) => seesCharge(asking, charges[place]!, period));
}

/** Whether the desk's own entity is one of those that something between entities is about. */
export function isParty({ book, desk }: Asking, entities: readonly string[], day: Day): boolean {
  if (desk === '') return true;
  return book.structure.accounts.has(desk) && entities.includes(entityOn(book.structure, desk, day));
}

/** Refuses any desk but the book desk. */
export function forBookDesk({ desk }: Asking, query: string): void {
  if (desk !== '') throw new Refused(bookDeskOnly(desk, query));
}
