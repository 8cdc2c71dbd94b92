// Applies the rows of funds.csv to the ledger, or refuses them (rules.md F3, F4, F7, F8, F13, P4).
import { arrive, cashOf, freeCashOf, owedOf, owes, purseOf, repay, spend, takeFrom } from './ledger.ts';
import { linksOn, entityOn, payerOn } from './facts.ts';
import { decimalsOf } from './profile.ts';
import { Rational } from './rational.ts';
import type { Ledger, Purse } from './ledger.ts';
import type { Change, FundsRow } from './setup.ts';

/** A row that the rules refuse; nothing of it was applied. */
export class Refused extends Error {}

type Apply = (ledger: Ledger, purse: Purse, row: FundsRow, entity: string) => void;

const kinds: Record<string, Apply> = {
  'top-up': receive,
  'opening-cash': receive,
  'opening-owed': (_ledger, purse, row) => purse.openings.push(row.amount),
  allocation: allocate,
  recovery: recover,
  gift: (_ledger, purse, row) => (purse.gift = purse.gift.plus(row.amount)),
  'gift-expiry': expireGift,
  freeze: (_ledger, purse, row) => {
    demand(row.amount.compare(freeCashOf(purse)) <= 0, row, 'no more is frozen than there is');
    purse.frozen = purse.frozen.plus(row.amount);
  },
  unfreeze,
  withdrawal: withdraw,
};

/** Applies one row, after every row that comes before it. */
export function applyFunds(ledger: Ledger, row: FundsRow): void {
  const apply = kinds[row.kind];
  if (!apply) throw new Refused(`${row.key}: "${row.kind}" is no kind of movement`);
  const purse = purseOf(ledger, row.provider, row.account);
  demand(row.amount.sign() > 0, row, 'amounts are positive');
  demand(row.amount.rounded(decimalsOf(row.currency)).compare(row.amount) === 0, row, 'too many decimals');
  demand(row.currency === purse.account.currency, row, 'the currency is not the account’s');
  apply(ledger, purse, row, entityOn(ledger.setup, row.provider, row.account, row.date));
}

/** Refuses a move of an account that holds cash or gift or owes (P4 clean-move). */
export function checkMove(ledger: Ledger, change: Change, entityBefore: string): void {
  if (change.entity === '' || change.entity === entityBefore) return;
  const purse = purseOf(ledger, change.provider, change.account);
  const clean = [cashOf(purse), purse.gift, owedOf(purse)].every((amount) => amount.sign() === 0);
  if (!clean)
    throw new Refused(`${change.provider}:${change.account} moves on ${change.from} while it holds or owes funds`);
}

function receive(ledger: Ledger, purse: Purse, row: FundsRow, entity: string): void {
  const origin = row.origin || entity;
  if (origin !== entity) ledger.flows.received.add(row.amount, origin, entity, row.currency);
  arrive(ledger, purse, { origin, trail: [], amount: row.amount }, row.date);
}

function allocate(ledger: Ledger, source: Purse, row: FundsRow, entity: string): void {
  const target = purseOf(ledger, row.provider, row.to);
  const { guardrails } = ledger.setup.policies.get(row.provider)!;
  demand(target !== source, row, 'an account cannot allocate to itself');
  demand(target.account.currency === row.currency, row, 'both accounts have the same currency');
  demand(row.amount.compare(freeCashOf(source)) <= 0, row, 'an allocation never overdraws the source');
  if (guardrails['self-pay-funds'] === true && payerOn(ledger.setup, row.provider, row.to, row.date) !== row.to) {
    demand(row.amount.compare(owedOf(target)) <= 0, row, 'self-pay-funds');
  }
  const targetEntity = entityOn(ledger.setup, row.provider, row.to, row.date);
  if (guardrails['cross-entity-funds'] === true && targetEntity !== entity) {
    demand(hasCrossEntityMark(ledger, row), row, 'cross-entity-funds');
  }
  ledger.allocations.set(row.key, { provider: row.provider, from: row.account, to: row.to });
  for (const piece of takeFrom(source, source.lots, row.amount)) {
    carry(ledger, row, piece.origin, entity, targetEntity, piece.amount);
    arrive(ledger, target, { ...piece, trail: [...piece.trail, row.key] }, row.date);
  }
}

function hasCrossEntityMark(ledger: Ledger, row: FundsRow): boolean {
  const { setup } = ledger;
  return [
    ...linksOn(setup, row.provider, row.to, row.date).filter((link) => link.admin === row.account),
    ...linksOn(setup, row.provider, row.account, row.date).filter((link) => link.admin === row.to),
  ].some((link) => link.crossEntityFunds);
}

function recover(ledger: Ledger, source: Purse, row: FundsRow, entity: string): void {
  const allocation = ledger.allocations.get(row.reference);
  const isReverse =
    allocation?.provider === row.provider && allocation.from === row.to && allocation.to === row.account;
  demand(isReverse, row, 'a recovery names the allocation it returns');
  demand(row.amount.compare(unspentOf(source, row.reference)) <= 0, row, 'never more than is unspent');
  demand(row.amount.compare(freeCashOf(source)) <= 0, row, 'never more than is unfrozen');
  const target = purseOf(ledger, row.provider, row.to);
  const targetEntity = entityOn(ledger.setup, row.provider, row.to, row.date);
  const lots = source.lots.filter((lot) => lot.trail.at(-1) === row.reference);
  for (const piece of takeFrom(source, lots, row.amount)) {
    carry(ledger, row, piece.origin, entity, targetEntity, piece.amount);
    arrive(ledger, target, { ...piece, trail: piece.trail.slice(0, -1) }, row.date);
  }
}

/** What is left of an allocation where it went. */
export function unspentOf(purse: Purse, allocation: string): Rational {
  return purse.lots
    .filter((lot) => lot.trail.at(-1) === allocation)
    .reduce((total, lot) => total.plus(lot.amount), Rational.zero);
}

// R2: between accounts of one entity nothing is received or returned.
function carry(ledger: Ledger, row: FundsRow, origin: string, from: string, to: string, amount: Rational): void {
  if (from === to) return;
  if (origin !== from) ledger.flows.returned.add(amount, origin, from, row.currency);
  if (origin !== to) ledger.flows.received.add(amount, origin, to, row.currency);
}

function expireGift(_ledger: Ledger, purse: Purse, row: FundsRow): void {
  demand(row.amount.compare(purse.gift) <= 0, row, 'no more gift expires than is left');
  purse.gift = purse.gift.minus(row.amount);
}

function unfreeze(ledger: Ledger, purse: Purse, row: FundsRow): void {
  demand(row.amount.compare(purse.frozen) <= 0, row, 'no more is unfrozen than is frozen');
  purse.frozen = purse.frozen.minus(row.amount);
  repay(ledger, purse, purse.lots, row.amount, row.date);
}

function withdraw(ledger: Ledger, purse: Purse, row: FundsRow, entity: string): void {
  demand(row.amount.compare(freeCashOf(purse)) <= 0, row, 'a withdrawal takes unfrozen cash');
  for (const piece of takeFrom(purse, purse.lots, row.amount)) {
    owes(ledger, entity, piece.origin, row.currency, piece.amount);
    spend(ledger, piece.origin, entity, row.currency, piece.amount);
  }
}

function demand(holds: boolean, row: FundsRow, rule: string): asserts holds {
  if (!holds) throw new Refused(`${row.key} (${row.kind} of ${row.date}): ${rule}`);
}
