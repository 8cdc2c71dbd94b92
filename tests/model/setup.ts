// A setup folder as plain facts (formats.md §1). Answers no questions and checks no rules.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from './order.ts';
import { profileOf } from './profile.ts';
import type { Policy } from './profile.ts';
import { Rational } from './rational.ts';
import { readTable } from './table.ts';
import type { Row } from './table.ts';

export interface Account {
  provider: string;
  id: string;
  entity: string;
  role: string;
  currency: string;
  creditLimit: string;
}

export interface Change {
  provider: string;
  account: string;
  from: string;
  entity: string;
  creditLimit: string;
}

export interface Link {
  provider: string;
  account: string;
  admin: string;
  paysOnBehalf: boolean;
  permissions: string[];
  crossEntityFunds: boolean;
  from: string;
  to: string;
}

export interface Offer {
  provider: string;
  holder: string;
  product: string;
  kind: string;
  value: string;
  from: string;
  to: string;
}

export interface Voucher {
  key: string;
  provider: string;
  account: string;
  amount: Rational;
  currency: string;
  from: string;
  to: string;
  products: string[];
  priced: boolean;
}

export interface FundsRow {
  key: string;
  date: string;
  kind: string;
  provider: string;
  account: string;
  to: string;
  amount: Rational;
  currency: string;
  origin: string;
  reference: string;
}

export interface Reimbursement {
  date: string;
  kind: string;
  debtor: string;
  creditor: string;
  amount: Rational;
  currency: string;
}

export interface Setup {
  folder: string;
  policies: Map<string, Policy>;
  parent: string;
  accounts: Map<string, Account>;
  changes: Change[];
  links: Link[];
  offers: Offer[];
  blocked: Set<string>;
  vouchers: Voucher[];
  funds: FundsRow[];
  reimbursements: Reimbursement[];
}

/** Reads a setup folder (formats.md §1) but its bills. */
export function readSetup(folder: string): Setup {
  const book = JSON.parse(readFileSync(join(folder, 'book.json'), 'utf8')) as {
    policies?: Record<string, Partial<Policy>>;
  };
  const table = (name: string): Row[] => {
    const path = join(folder, `${name}.csv`);
    return existsSync(path) ? readTable(readFileSync(path, 'utf8')) : [];
  };
  const accounts = table('accounts').map(accountOf);
  const providers = ['tencent', 'alibaba', 'huawei', 'aws', 'azure', 'gcp', 'oracle', 'other'];
  return {
    folder,
    policies: new Map(providers.map((provider) => [provider, profileOf(provider, book.policies?.[provider] ?? {})])),
    parent: table('entities').find((entity) => !entity.parent)?.code ?? '',
    accounts: new Map(accounts.map((account) => [keyOf(account.provider, account.id), account])),
    changes: table('account_changes').map(changeOf),
    links: table('links').map(linkOf),
    offers: table('offers').map(offerOf),
    blocked: new Set(table('blocklist').map((row) => keyOf(row.provider!, row.holder!, row.product!))),
    vouchers: table('vouchers').map(voucherOf),
    funds: table('funds').map(fundsRowOf),
    reimbursements: table('reimbursements').map(reimbursementOf),
  };
}

function accountOf(row: Row): Account {
  const { provider, id, entity, role, currency } = row as Record<string, string>;
  return {
    provider: provider!,
    id: id!,
    entity: entity!,
    role: role!,
    currency: currency!,
    creditLimit: row.credit_limit ?? '',
  };
}

function changeOf(row: Row): Change {
  return {
    provider: row.provider!,
    account: row.account!,
    from: row.from!,
    entity: row.entity ?? '',
    creditLimit: row.credit_limit ?? '',
  };
}

function linkOf(row: Row): Link {
  return {
    provider: row.provider!,
    account: row.account!,
    admin: row.admin!,
    paysOnBehalf: row.mode === 'pay-on-behalf',
    permissions: words(row.permissions),
    crossEntityFunds: row.cross_entity_funds === 'yes',
    from: row.from ?? '',
    to: row.to ?? '',
  };
}

function offerOf(row: Row): Offer {
  return {
    provider: row.provider!,
    holder: row.holder!,
    product: row.product!,
    kind: row.kind!,
    value: row.value!,
    from: row.from ?? '',
    to: row.to ?? '',
  };
}

function voucherOf(row: Row): Voucher {
  return {
    key: row.key!,
    provider: row.provider!,
    account: row.account!,
    amount: Rational.parse(row.amount!),
    currency: row.currency!,
    from: row.from ?? '',
    to: row.to ?? '',
    products: words(row.products),
    priced: row.priced === 'yes',
  };
}

function fundsRowOf(row: Row): FundsRow {
  return {
    key: row.key!,
    date: row.date!,
    kind: row.kind!,
    provider: row.provider!,
    account: row.account!,
    to: row.to ?? '',
    amount: Rational.parse(row.amount!),
    currency: row.currency!,
    origin: row.origin ?? '',
    reference: row.reference ?? '',
  };
}

function reimbursementOf(row: Row): Reimbursement {
  return {
    date: row.date!,
    kind: row.kind || 'payment',
    debtor: row.debtor!,
    creditor: row.creditor!,
    amount: Rational.parse(row.amount!),
    currency: row.currency!,
  };
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}
