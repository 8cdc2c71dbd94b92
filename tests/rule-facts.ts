// Facts for tests of the rules, told in a line each: a group with its accounts and links, offers, vouchers, lines of bills,
// charges, movements. What is left out is usual: tencent, CNY, entity HQ, October 2026. It holds no rule.
import { type Day, type Month, parseDay, parseMonth } from '../shared/calendar/day.ts';
import { type Decimal, parseDecimal, zero } from '../shared/money/decimal.ts';
import { type Minor, formatMinor, parseMinor } from '../shared/money/minor.ts';
import type { Bucket } from '../shared/rules/bill.ts';
import type { Charge, Movement } from '../shared/rules/movement.ts';
import {
  type AccountKey,
  type EntityCode,
  type MovementKey,
  type Permission,
  accountKey,
  idOf,
  providerOf,
} from '../shared/rules/names.ts';
import { type Lot, type Purse, emptyPurse } from '../shared/rules/purse.ts';
import { type Refusal, Refused } from '../shared/rules/refusal.ts';
import type { Account, Entity, Link, Offer, Structure, Voucher } from '../shared/rules/structure.ts';

/** The account of an id, at tencent unless the id says otherwise (`aws:1`). */
export function key(id: string): AccountKey {
  return id.includes(':') ? (id as AccountKey) : accountKey('tencent', id);
}

export function day(text: string): Day {
  return known(parseDay(text), text);
}

export function month(text: string): Month {
  return known(parseMonth(text), text);
}

export function money(text: string, currency = 'CNY'): Minor {
  return known(parseMinor(text, currency), text);
}

export function decimal(text: string): Decimal {
  return known(parseDecimal(text), text);
}

function known<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`cannot read ${text}`);
  return value;
}

export function entity(code: string): EntityCode {
  return code as EntityCode;
}

export interface ToldAccount extends Partial<Pick<Account, 'role' | 'currency'>> {
  readonly entity?: string;
  /** Days with the entity to which the account moves. */
  readonly moves?: Readonly<Record<string, string>>;
  readonly limit?: string;
}

function accountOf(id: string, told: ToldAccount): Account {
  const account = key(id);
  const { currency = 'CNY', role = 'member', moves = {}, limit } = told;
  const changes = Object.entries(moves).map(([from, value]) => ({ from: day(from), value: entity(value) }));
  const creditLimit = { initial: limit === undefined ? null : money(limit, currency), changes: [] };
  const text = { provider: providerOf(account), id: idOf(account), name: id };
  const dates = { opened: null, closed: null };
  return {
    key: account,
    ...text,
    role,
    currency,
    ...dates,
    entity: { initial: entity(told.entity ?? 'HQ'), changes },
    creditLimit,
  };
}

type Range = { readonly from?: string; readonly to?: string };

function range({ from, to }: Range): { from: Day | null; to: Day | null } {
  return { from: from === undefined ? null : day(from), to: to === undefined ? null : day(to) };
}

export interface ToldLink extends Range {
  readonly mode?: Link['mode'];
  readonly grants?: readonly Permission[];
  readonly crossEntityFunds?: boolean;
}

/** A pay-on-behalf link with both views and no other permission. */
export function link(account: string, admin: string, told: ToldLink = {}): Link {
  const { mode = 'pay-on-behalf', grants = [], crossEntityFunds = false } = told;
  const permissions = new Set<Permission>(['view-bills', 'view-balance', ...grants]);
  return { account: key(account), admin: key(admin), mode, permissions, crossEntityFunds, ...range(told) };
}

/** An offer told as `0.7` (multiplier), `=0.05` (unit price) or `0:1;100:0.9` (tiers). */
export function offer(holder: string, terms: string, told: Range & { product?: string; entry?: number } = {}): Offer {
  const { product = '*', entry = 0 } = told;
  return { holder: key(holder), product, entry, terms: termsOf(terms), ...range(told) };
}

function termsOf(text: string): Offer['terms'] {
  if (text.startsWith('=')) return { kind: 'unit-price', unitPrice: decimal(text.slice(1)) };
  if (!text.includes(':')) return { kind: 'multiplier', multiplier: decimal(text) };
  const steps = text.split(';').map((step) => step.split(':'));
  return { kind: 'tiers', tiers: steps.map(([above, by]) => ({ above: decimal(above!), multiplier: decimal(by!) })) };
}

/** A voucher of account 1, for all products and all times. */
export function voucher(
  name: string,
  amount: string,
  told: Range & { account?: string; products?: readonly string[]; priced?: boolean; currency?: string } = {},
): Voucher {
  const { account = '1', products = [], priced = false, currency = 'CNY' } = told;
  return {
    key: name,
    account: key(account),
    amount: money(amount, currency),
    currency,
    products,
    priced,
    ...range(told),
  };
}

export interface ToldGroup {
  readonly accounts?: Readonly<Record<string, ToldAccount>>;
  readonly links?: readonly Link[];
  readonly offers?: readonly Offer[];
  readonly vouchers?: readonly Voucher[];
  readonly blocked?: Readonly<Record<string, readonly string[]>>;
  readonly policies?: Structure['policies'];
}

/** The structure of a group with the parent HQ and the subsidiaries SZ and HK. */
export function group(told: ToldGroup): Structure {
  const accounts = Object.entries(told.accounts ?? {}).map(([id, account]) => accountOf(id, account));
  const blocked = Object.entries(told.blocked ?? {}).map(([id, list]) => [key(id), new Set(list)] as const);
  return {
    policies: told.policies ?? {},
    entities: new Map(['HQ', 'SZ', 'HK'].map(entity).map((code) => [code, entityOf(code)])),
    accounts: new Map(accounts.map((account) => [account.key, account])),
    links: grouped(told.links, 'account'),
    offers: grouped(told.offers, 'holder'),
    vouchers: grouped(told.vouchers, 'account'),
    blocked: new Map(blocked),
  };
}

function entityOf(code: EntityCode): Entity {
  const absent = { nameZh: '', country: '', taxId: '', address: '', phone: '', bank: '', bankAccount: '' };
  return { code, name: code, currency: 'CNY', ...absent, parent: code === 'HQ' ? null : entity('HQ') };
}

function grouped<K extends string, T extends Readonly<Record<K, AccountKey>>>(
  list: readonly T[] = [],
  by: K,
): Map<AccountKey, readonly T[]> {
  const groups = new Map<AccountKey, readonly T[]>();
  for (const one of list) groups.set(one[by], [...(groups.get(one[by]) ?? []), one]);
  return groups;
}

export interface ToldLines extends Partial<Pick<Bucket, 'provider' | 'product' | 'category' | 'currency' | 'lines'>> {
  readonly vendorPayer?: string;
  /** No list cost: not priceable. */
  readonly list?: string;
  readonly billed?: string;
  readonly effective?: string;
  readonly quantity?: string;
  readonly unitPrice?: string;
  readonly start?: string;
  readonly end?: string;
}

/** Lines of an owner in October 2026; billed at their list cost unless told otherwise. */
export function lines(owner: string, told: ToldLines = {}): Bucket {
  const { category = 'Usage', list, start = '2026-10-10', end = start } = told;
  const billed = decimal(told.billed ?? list ?? '0');
  const split = { vendorVoucher: zero, vendorGift: zero, vendorCash: zero };
  return {
    provider: told.provider ?? 'tencent',
    month: month('2026-10'),
    owner,
    vendorPayer: told.vendorPayer ?? owner,
    product: told.product ?? 'cvm',
    category,
    currency: told.currency ?? 'CNY',
    startDay: day(start),
    endDay: day(end),
    priceable: list !== undefined && ['Usage', 'Purchase', 'Refund'].includes(category),
    listUnitPrice: told.unitPrice === undefined ? null : decimal(told.unitPrice),
    hasQuantity: told.quantity !== undefined,
    lines: told.lines ?? 1,
    list: list === undefined ? zero : decimal(list),
    billed,
    effective: told.effective === undefined ? billed : decimal(told.effective),
    quantity: told.quantity === undefined ? zero : decimal(told.quantity),
    ...split,
  };
}

/** A usage charge of payer 1 and owner 1. */
export function charge(
  amount: string,
  told: Partial<Pick<Charge, 'product' | 'category' | 'currency'>> & {
    payer?: string;
    owner?: string;
    entity?: string;
  } = {},
): Charge {
  const { payer = '1', owner = payer, product = 'cvm', category = 'Usage', currency = 'CNY' } = told;
  const who = { payer: key(payer), owner: key(owner), entity: entity(told.entity ?? 'HQ') };
  return { ...who, product, category, currency, list: 0n, amount: money(amount, currency) };
}

/** A movement of account 1, on the 10th of October unless told otherwise; its key is its kind. */
export function movement(
  kind: Movement['kind'],
  amount: string,
  told: Partial<Pick<Movement, 'currency' | 'reference'>> & {
    key?: string;
    date?: string;
    account?: string;
    to?: string;
    origin?: string;
  } = {},
): Movement {
  const { currency = 'CNY', date = '2026-10-10', account = '1', to, origin, reference = '' } = told;
  return {
    key: (told.key ?? kind) as MovementKey,
    date: day(date),
    kind,
    account: key(account),
    to: to === undefined ? null : key(to),
    amount: money(amount, currency),
    currency,
    origin: origin === undefined ? null : entity(origin),
    reference,
    note: '',
  };
}

/** A lot told as `12.00 of HQ`, of the first of October unless told otherwise, with the allocations it came through. */
export function lot(text: string, { date = '2026-10-01', trail = [] as readonly string[] } = {}): Lot {
  const [amount, origin] = text.split(' of ') as [string, string];
  return { origin: entity(origin), date: day(date), remaining: money(amount), trail: trail as readonly MovementKey[] };
}

/** A purse with what is told, empty for the rest. */
export function purse(told: Partial<Purse>): Purse {
  return { ...emptyPurse, ...told };
}

/** The lots of a purse as `12.00 of HQ`, for reading. */
export function lotTexts({ lots }: Purse): readonly string[] {
  return lots.map(({ remaining, origin }) => `${amountText(remaining)} of ${origin}`);
}

/** Minor units of CNY as a text with two decimals. */
export function amountText(amount: Minor): string {
  return formatMinor(amount, 'CNY');
}

/** The refusals that an attempt is met with; none where it is accepted. */
export function refusalsOf(attempt: () => unknown): readonly Refusal[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
    throw error;
  }
}

/** The codes of the refusals that an attempt is met with. */
export function codesOf(attempt: () => unknown): readonly string[] {
  return refusalsOf(attempt).map((refusal) => refusal.code);
}
