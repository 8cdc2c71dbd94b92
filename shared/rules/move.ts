// One funds movement applied to the purses (rules F2–F8, F13): checked whole before anything is written.
import { formatMinor } from '../money/minor.ts';
import { type FundsEffect, dueBetween } from './effect.ts';
import { entityOn } from './link.ts';
import type { Movement } from './movement.ts';
import { type AccountKey, type EntityCode, type MovementKey, idOf } from './names.ts';
import { arrive, openOwed, repayFromCash } from './owe.ts';
import { type PurseDraft, freeCashOf, owedOf, smaller, takeLots } from './purse.ts';
import { amountText, checkAllocation, checkFreeCash, checkParties, refuseMovement } from './refuse-movement.ts';
import type { Structure } from './structure.ts';

/** What a movement may look at besides the purses. */
export interface MovementContext {
  readonly structure: Structure;
  /** The allocation of a key, for recoveries; undefined where there is none (or it is reversed). */
  allocation(key: MovementKey): Movement | undefined;
}

/** Applies a movement; throws Refused, with the draft to be dropped, where a rule says no. */
export function applyMovement(draft: PurseDraft, context: MovementContext, movement: Movement): FundsEffect[] {
  checkParties(context.structure, movement);
  const { account, amount, date } = movement;
  const holder = entityOn(context.structure, account, date);
  const purse = draft.read(account);
  switch (movement.kind) {
    case 'top-up':
    case 'opening-cash':
      return receive(draft, movement, holder);
    case 'allocation':
      return allocate(draft, context, movement, holder);
    case 'recovery':
      return recover(draft, context, movement, holder);
    case 'withdrawal':
      return withdraw(draft, movement, holder);
    case 'gift':
      draft.write(account, { ...purse, gift: purse.gift + amount });
      return [{ kind: 'gift-given', account, amount }];
    case 'gift-expiry':
      return expireGift(draft, movement);
    case 'freeze':
      checkFreeCash(purse, movement);
      draft.write(account, { ...purse, frozen: purse.frozen + amount });
      return [];
    case 'unfreeze':
      return unfreeze(draft, movement, holder);
    case 'opening-owed':
      draft.write(account, openOwed(purse, amount));
      return [{ kind: 'owed-opened', account, holder, amount }];
  }
}

function receive(draft: PurseDraft, movement: Movement, holder: EntityCode): FundsEffect[] {
  const { account, amount, date } = movement;
  const origin = movement.origin ?? holder;
  const kind = movement.kind === 'top-up' ? 'topped-up' : 'cash-opened';
  const repaid = arrive(draft, { account, holder }, { origin, date, remaining: amount, trail: [] });
  return [{ kind, account, holder, origin, amount }, ...repaid];
}

function destination(movement: Movement): AccountKey {
  if (movement.to !== null && movement.to !== movement.account) return movement.to;
  return refuseMovement(movement, {
    code: 'noOtherAccount',
    rule: 'F3',
    what: 'it needs another account to move the money to.',
    next: 'Name the account that receives the money.',
    column: 'to',
    value: movement.to === null ? '' : idOf(movement.to),
  });
}

function allocate(draft: PurseDraft, context: MovementContext, movement: Movement, holder: EntityCode): FundsEffect[] {
  const { account, amount, date, key } = movement;
  const to = destination(movement);
  const purse = draft.read(account);
  checkAllocation(context.structure, movement, to, draft.read(to));
  checkFreeCash(purse, movement);
  const toHolder = entityOn(context.structure, to, date);
  const { taken, rest } = takeLots(purse.lots, amount);
  draft.write(account, { ...purse, lots: rest });
  return taken.flatMap(({ lot, amount: part }): FundsEffect[] => {
    const { origin } = lot;
    const arrived = { origin, date, remaining: part, trail: [...lot.trail, key] };
    const moved: FundsEffect = { kind: 'allocated', account, holder, to, toHolder, origin, amount: part };
    return [moved, ...arrive(draft, { account: to, holder: toHolder }, arrived)];
  });
}

function recover(draft: PurseDraft, context: MovementContext, movement: Movement, holder: EntityCode): FundsEffect[] {
  const { account, amount, date } = movement;
  const to = destination(movement);
  const allocation = context.allocation(movement.reference as MovementKey);
  if (!allocation || allocation.to !== account || allocation.account !== to)
    refuseMovement(movement, {
      code: 'noSuchAllocation',
      rule: 'F4',
      what: `there is no allocation ${movement.reference || '(none named)'} from ${to} to ${account}.`,
      next: 'Name the allocation that brought the money; it goes back the way it came.',
      column: 'reference',
      value: movement.reference,
    });
  const purse = draft.read(account);
  const came = (lot: { readonly trail: readonly MovementKey[] }): boolean => lot.trail.at(-1) === allocation.key;
  const unspent = purse.lots.filter(came).reduce((sum, lot) => sum + lot.remaining, 0n);
  const most = smaller(unspent, freeCashOf(purse));
  if (amount > most)
    refuseMovement(movement, {
      code: 'moreThanUnspent',
      rule: 'F4',
      what: `${amountText(movement)} is more than the ${formatMinor(most, movement.currency)} of allocation ${allocation.key} that is unspent and unfrozen.`,
      next: 'Recover at most that amount.',
      column: 'amount',
      value: formatMinor(amount, movement.currency),
    });
  const toHolder = entityOn(context.structure, to, date);
  const { taken, rest } = takeLots(purse.lots, amount, came);
  draft.write(account, { ...purse, lots: rest });
  return taken.flatMap(({ lot, amount: part }): FundsEffect[] => {
    const { origin } = lot;
    const moved: FundsEffect = { kind: 'recovered', account, holder, to, toHolder, origin, amount: part };
    const back = { origin, date, remaining: part, trail: lot.trail.slice(0, -1) };
    return [moved, ...arrive(draft, { account: to, holder: toHolder }, back)];
  });
}

function withdraw(draft: PurseDraft, movement: Movement, holder: EntityCode): FundsEffect[] {
  const { account, amount } = movement;
  const purse = draft.read(account);
  checkFreeCash(purse, movement);
  const { taken, rest } = takeLots(purse.lots, amount);
  draft.write(account, { ...purse, lots: rest });
  return taken.map(({ lot: { origin }, amount: part }): FundsEffect => {
    return { kind: 'withdrawn', account, holder, origin, amount: part, due: dueBetween(origin, holder) };
  });
}

function expireGift(draft: PurseDraft, movement: Movement): FundsEffect[] {
  const { account, amount } = movement;
  const purse = draft.read(account);
  if (amount > purse.gift)
    refuseMovement(movement, {
      code: 'moreGiftThanLeft',
      rule: 'F13',
      what: `${amountText(movement)} is more than the ${formatMinor(purse.gift, movement.currency)} of gift that is left.`,
      next: 'Enter at most what is left.',
      column: 'amount',
      value: formatMinor(amount, movement.currency),
    });
  draft.write(account, { ...purse, gift: purse.gift - amount });
  return [{ kind: 'gift-expired', account, amount }];
}

function unfreeze(draft: PurseDraft, movement: Movement, holder: EntityCode): FundsEffect[] {
  const { account, amount } = movement;
  const purse = draft.read(account);
  if (amount > purse.frozen)
    refuseMovement(movement, {
      code: 'moreThanFrozen',
      rule: 'F8',
      what: `${amountText(movement)} is more than the ${formatMinor(purse.frozen, movement.currency)} that is frozen.`,
      next: 'Unfreeze at most that amount.',
      column: 'amount',
      value: formatMinor(amount, movement.currency),
    });
  draft.write(account, { ...purse, frozen: purse.frozen - amount });
  return owedOf(purse) > 0n ? repayFromCash(draft, { account, holder }, amount) : [];
}
