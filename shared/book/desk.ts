// Whose desk may do what (rule P3). The book desk, '', sees and does everything; an admin account's desk acts on its own
// account, and on another only with the permission in force on the day.
import { type Day, formatDay } from '../calendar/day.ts';
import { grantsOn, payerOn } from '../rules/link.ts';
import type { AccountKey, Permission } from '../rules/names.ts';
import type { Place, Refusal } from '../rules/refusal.ts';
import type { Structure } from '../rules/structure.ts';

/** `provider:id` of an admin account, or '' for the book desk. */
export type Desk = AccountKey | '';

/** Whether a desk may do to an account on a day what a permission stands for. */
export function mayAct(
  structure: Structure,
  desk: Desk,
  account: AccountKey,
  permission: Permission,
  day: Day,
): boolean {
  if (desk === '' || desk === account) return true;
  return grantsOn(structure, { account, admin: desk, permission }, day);
}

/** Whether a desk sees an account's lines and charges, or its balances: by permission, or because its account pays. */
export function maySee(
  structure: Structure,
  desk: Desk,
  account: AccountKey,
  what: 'view-bills' | 'view-balance',
  day: Day,
): boolean {
  if (mayAct(structure, desk, account, what, day)) return true;
  return what === 'view-bills' && payerOn(structure, account, day) === desk;
}

interface NotPermitted {
  readonly desk: Desk;
  readonly account: AccountKey;
  readonly permission: Permission;
  readonly day: Day;
  readonly where: Place;
}

/** The refusal that names the permission, the account and the date; `where` the account stands in the input. */
export function notPermitted(asked: NotPermitted): Refusal {
  const { desk, account, permission, day, where } = asked;
  return {
    code: 'notPermitted',
    rule: 'P3',
    what: `The desk ${desk} has no permission ${permission} for ${account} on ${formatDay(day)}.`,
    unchanged: 'Nothing was changed.',
    next: `Ask the book desk, or let ${account} grant ${permission} to ${desk} from that day on.`,
    where,
  };
}

/** The refusal for what only the book desk does. */
export function bookDeskOnly(desk: Desk, command: string): Refusal {
  return {
    code: 'bookDeskOnly',
    rule: 'P3',
    what: `${command} is for the book desk; the desk ${desk} may not do it.`,
    unchanged: 'Nothing was changed.',
    next: 'Switch to the book desk, or ask the group’s finance office.',
  };
}
