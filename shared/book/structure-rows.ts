// Rows of the structure tables become facts: entities, accounts, links, offers, vouchers (formats.md §1).
import type { DatedRange } from '../calendar/dated.ts';
import { type Decimal, compareDecimals, parseDecimal } from '../money/decimal.ts';
import {
  type AccountKey,
  type EntityCode,
  type Permission,
  type Provider,
  accountKey,
  offerKinds,
  paymentModes,
  permissions,
  providers,
  roles,
} from '../rules/names.ts';
import type { Account, Entity, Link, Offer, Tier, Voucher } from '../rules/structure.ts';
import type { RowReader } from './row.ts';

export function readEntity(row: RowReader): Entity {
  return {
    code: row.required('code') as EntityCode,
    name: row.required('name'),
    nameZh: row.text('nameZh'),
    country: row.text('country'),
    currency: row.currency('currency'),
    taxId: row.text('taxId'),
    address: row.text('address'),
    phone: row.text('phone'),
    bank: row.text('bank'),
    bankAccount: row.text('bankAccount'),
    parent: row.text('parent') === '' ? null : (row.text('parent') as EntityCode),
  };
}

export function readProvider(row: RowReader): Provider {
  return row.oneOf('provider', providers);
}

/** The account a column names, at the row's provider. */
export function readAccountKey(row: RowReader, column: string): AccountKey {
  return accountKey(readProvider(row), row.required(column));
}

export function readAccount(row: RowReader): Account {
  const currency = row.currency('currency');
  const key = readAccountKey(row, 'id');
  return {
    key,
    provider: readProvider(row),
    id: row.text('id'),
    name: row.text('name'),
    role: row.oneOf('role', roles, 'member'),
    currency,
    opened: row.day('opened'),
    closed: row.day('closed'),
    entity: { initial: row.required('entity') as EntityCode, changes: [] },
    creditLimit: { initial: row.amount('creditLimit', currency || 'XXX'), changes: [] },
  };
}

/** `to` must lie after `from` (formats.md §1). */
export function readRange(row: RowReader): DatedRange {
  const range = { from: row.day('from'), to: row.day('to') };
  if (range.from !== null && range.to !== null && range.to <= range.from)
    row.refuse(
      'to',
      'emptyRange',
      'S4',
      'It ends on or before the day it starts.',
      'Give an end after the start, or leave it empty.',
    );
  return range;
}

export function readLink(row: RowReader): Link {
  const granted = row
    .text('permissions')
    .split(/\s+/)
    .filter((word) => word !== '');
  const unknown = granted.find((word) => !permissions.some((permission) => permission === word));
  if (unknown !== undefined)
    row.refuse(
      'permissions',
      'unknownWord',
      'P2',
      `“${unknown}” is not a permission.`,
      `Use ${permissions.join(', ')}.`,
    );
  return {
    account: readAccountKey(row, 'account'),
    admin: readAccountKey(row, 'admin'),
    mode: row.oneOf('mode', paymentModes),
    permissions: new Set(granted as Permission[]),
    crossEntityFunds: row.yes('crossEntityFunds'),
    ...readRange(row),
  };
}

export function readOffer(row: RowReader, entry: number): Offer {
  return {
    holder: readAccountKey(row, 'holder'),
    product: row.text('product') || '*',
    terms: readTerms(row),
    entry,
    ...readRange(row),
  };
}

function readTerms(row: RowReader): Offer['terms'] {
  const kind = row.oneOf('kind', offerKinds);
  if (kind === 'tiers') return { kind, tiers: readTiers(row) };
  const value = row.decimal('value');
  if (value.coefficient < 0n)
    row.refuse(
      'value',
      'badNumber',
      'D1',
      'A price cannot be negative.',
      'Give a multiplier or unit price of at least 0.',
    );
  return kind === 'multiplier' ? { kind, multiplier: value } : { kind, unitPrice: value };
}

function readTiers(row: RowReader): readonly Tier[] {
  const steps = row.required('value').split(';').map(readTier);
  const tiers = steps.filter((tier) => tier !== undefined);
  const rising = tiers.every((tier, at) => at === 0 || compareDecimals(tiers[at - 1]!.above, tier.above) < 0);
  if (tiers.length !== steps.length || !rising)
    row.refuse(
      'value',
      'badTiers',
      'D1',
      'The tiers are not rising steps like 0:1;10000:0.9.',
      'Write amount:multiplier, separated by semicolons, smallest first.',
    );
  return tiers;
}

function readTier(step: string): Tier | undefined {
  const [above, multiplier, ...more] = step.split(':').map((part) => parseDecimal(part.trim()));
  return above && multiplier && more.length === 0 && isPositive(above) && isPositive(multiplier)
    ? { above, multiplier }
    : undefined;
}

function isPositive(value: Decimal): boolean {
  return value.coefficient >= 0n;
}

export function readVoucher(row: RowReader): Voucher {
  const currency = row.currency('currency');
  const amount = row.positiveAmount('amount', currency || 'XXX', 'F6', 'Enter the face value of the voucher.');
  return {
    key: row.required('key'),
    account: readAccountKey(row, 'account'),
    amount,
    currency,
    products: row
      .text('products')
      .split(/\s+/)
      .filter((word) => word !== ''),
    priced: row.yes('priced'),
    ...readRange(row),
  };
}
