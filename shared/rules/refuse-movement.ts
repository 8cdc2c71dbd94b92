// The reasons for which a funds movement is refused (rules F3, F4, F8, F13, P4), each with its way out.
import { type Day, formatDay } from '../calendar/day.ts';
import { formatMinor } from '../money/minor.ts';
import { accountOf, entityOn, mayFundAcross, payingLinkOn } from './link.ts';
import type { Movement } from './movement.ts';
import { type AccountKey, idOf } from './names.ts';
import { profileOf } from './profile.ts';
import { type Purse, freeCashOf, owedOf } from './purse.ts';
import { Refused } from './refusal.ts';
import type { Structure } from './structure.ts';

interface Reason {
  readonly code: string;
  readonly rule: string;
  readonly what: string;
  readonly next: string;
  readonly column?: string;
  readonly value?: string;
}

/** Refuses the movement; what was not changed is always the whole entry. */
export function refuseMovement(movement: Movement, reason: Reason): never {
  const { code, rule, what, next, column, value } = reason;
  throw new Refused({
    code,
    rule,
    what: `${movement.kind} ${movement.key} of ${formatDay(movement.date)}: ${what}`,
    unchanged: 'The movement was not entered; no balance has changed.',
    next,
    where: { column, value },
  });
}

export function amountText(movement: Movement): string {
  return `${movement.currency} ${formatMinor(movement.amount, movement.currency)}`;
}

/** Account and currency must fit before a movement is looked at by day. */
export function checkParties(structure: Structure, movement: Movement): void {
  for (const [column, key] of [['account', movement.account] as const, ['to', movement.to] as const]) {
    if (key === null) continue;
    const account = structure.accounts.get(key);
    if (!account)
      refuseMovement(movement, {
        code: 'unknownAccount',
        rule: 'S3',
        what: `the book has no account ${key}.`,
        next: 'Add the account first, or correct the number.',
        column,
        value: idOf(key),
      });
    if (account.currency !== movement.currency)
      refuseMovement(movement, {
        code: 'currencyDiffers',
        rule: 'F3',
        what: `account ${key} is kept in ${account.currency}, the movement says ${movement.currency}.`,
        next: 'Enter the movement in the currency of the account.',
        column: 'currency',
        value: movement.currency,
      });
  }
  if (movement.origin !== null && !structure.entities.has(movement.origin))
    refuseMovement(movement, {
      code: 'unknownEntity',
      rule: 'F2',
      what: `the book has no entity ${movement.origin}.`,
      next: 'Add the entity first, or correct its code.',
      column: 'origin',
      value: movement.origin,
    });
  if (movement.amount <= 0n)
    refuseMovement(movement, {
      code: 'amountNotPositive',
      rule: 'F3',
      what: 'the amount must be more than zero.',
      next: 'Enter a positive amount; to take money back use a recovery or a reversal.',
      column: 'amount',
      value: formatMinor(movement.amount, movement.currency),
    });
}

/** What leaves an account must be there, unfrozen. */
export function checkFreeCash(purse: Purse, movement: Movement): void {
  const free = freeCashOf(purse);
  if (movement.amount <= free) return;
  refuseMovement(movement, {
    code: movement.kind === 'freeze' ? 'moreFrozenThanCash' : 'wouldOverdraw',
    rule: movement.kind === 'freeze' ? 'F8' : movement.kind === 'withdrawal' ? 'F13' : 'F3',
    what: `${amountText(movement)} is more than the ${formatMinor(free, movement.currency)} of unfrozen cash in ${movement.account} on that day.`,
    next: 'Lower the amount, or top up or unfreeze the account first.',
    column: 'amount',
    value: formatMinor(movement.amount, movement.currency),
  });
}

/** The guardrails of an allocation (rule P4): who pays for the target, and whose account it is. */
export function checkAllocation(structure: Structure, movement: Movement, to: AccountKey, target: Purse): void {
  const { account, date } = movement;
  const { guardrails } = profileOf(structure.policies, accountOf(structure, account).provider);
  const paying = payingLinkOn(structure, to, date);
  if (guardrails.has('self-pay-funds') && paying && movement.amount > owedOf(target))
    refuseMovement(movement, {
      code: 'targetIsPaidFor',
      rule: 'P4',
      what: `${to} is paid for by ${paying.admin}; it may only receive what it still owes, ${formatMinor(owedOf(target), movement.currency)}.`,
      next: `Allocate to ${paying.admin} instead, or end the pay-on-behalf link first.`,
      column: 'to',
      value: idOf(to),
    });
  if (
    guardrails.has('cross-entity-funds') &&
    crossesEntities(structure, account, to, date) &&
    !mayFundAcross(structure, account, to, date)
  )
    refuseMovement(movement, {
      code: 'crossEntityFundsNotEnabled',
      rule: 'P4',
      what: `${account} and ${to} belong to different entities and no link between them carries the vendor's cross-entity mark.`,
      next: 'Ask the vendor to enable funds across entities, then mark the link (cross_entity_funds = yes).',
      column: 'to',
      value: idOf(to),
    });
}

function crossesEntities(structure: Structure, one: AccountKey, other: AccountKey, day: Day): boolean {
  return entityOn(structure, one, day) !== entityOn(structure, other, day);
}
