// The tables of a setup folder (formats.md §1) as the sample fills them: file name → text.
import { formatDay } from '../../shared/calendar/day.ts';
import { csvTable } from './csv.ts';
import type { PlannedFunds } from './funds.ts';
import type { Blocked, SampleOffer } from './offers.ts';
import type { SampleReimbursement } from './reimbursements.ts';
import type { Size } from './sizes.ts';
import type { SampleEntity, SampleFamily } from './structure.ts';
import { wholeAmount } from './tally.ts';
import type { SampleVoucher } from './vouchers.ts';

/** Everything of the group but its bills. */
export interface SampleGroup {
  readonly size: Size;
  readonly entities: readonly SampleEntity[];
  readonly families: readonly SampleFamily[];
  readonly offers: readonly SampleOffer[];
  readonly blocked: readonly Blocked[];
  readonly vouchers: readonly SampleVoucher[];
  readonly funds: PlannedFunds;
  readonly reimbursements: readonly SampleReimbursement[];
}

const columns = (text: string) => text.split(',');
const day = (value: number | null) => (value === null ? '' : formatDay(value as Parameters<typeof formatDay>[0]));
const key = (letter: string, index: number, digits: number) => letter + String(index + 1).padStart(digits, '0');

function bookFile({ size }: SampleGroup): string {
  const policies = size.eventful ? { aws: { charge_basis: 'effective' }, alibaba: { lot_order: 'own-first' } } : {};
  return `${JSON.stringify({ name: size.name, name_zh: size.nameZh, base_currency: 'CNY', policies }, null, 2)}\n`;
}

function entitiesTable({ entities }: SampleGroup): string {
  return csvTable(
    columns('code,name,name_zh,country,currency,tax_id,address,phone,bank,bank_account,parent'),
    entities.map((entity) => [
      entity.code,
      entity.name,
      entity.nameZh,
      entity.country,
      entity.currency,
      entity.taxId,
      entity.address,
      entity.phone,
      entity.bank,
      entity.bankAccount,
      entity.parent,
    ]),
  );
}

function accountsTable({ families }: SampleGroup): string {
  const accounts = families.flatMap((family) => family.accounts);
  return csvTable(
    columns('provider,id,name,entity,role,currency,opened,closed,credit_limit'),
    accounts.map((account) => [
      account.provider,
      account.id,
      account.name,
      account.entity.code,
      account.role,
      account.currency,
      day(account.opened),
      day(account.closed),
      account.creditLimit,
    ]),
  );
}

function changesTable({ families, funds }: SampleGroup): string {
  const changes = [...families.flatMap((family) => family.changes), ...funds.changes];
  return csvTable(
    columns('provider,account,from,entity,credit_limit'),
    changes.map(({ account, from, entity, creditLimit }) => [
      account.provider,
      account.id,
      day(from),
      entity,
      creditLimit,
    ]),
  );
}

function linksTable({ families }: SampleGroup): string {
  const links = families.flatMap((family) => family.links);
  return csvTable(
    columns('provider,account,admin,mode,permissions,cross_entity_funds,from,to'),
    links.map((link) => [
      link.account.provider,
      link.account.id,
      link.admin.id,
      link.mode,
      link.permissions.join(' '),
      link.crossEntityFunds ? 'yes' : '',
      day(link.from),
      day(link.to),
    ]),
  );
}

function offersTable({ offers }: SampleGroup): string {
  return csvTable(
    columns('provider,holder,product,kind,value,from,to'),
    offers.map(({ holder, product, kind, value, from, to }) => [
      holder.provider,
      holder.id,
      product,
      kind,
      value,
      day(from),
      day(to),
    ]),
  );
}

function vouchersTable({ vouchers }: SampleGroup): string {
  return csvTable(
    columns('key,provider,account,amount,currency,from,to,products,priced'),
    vouchers.map(({ account, amount, from, to, products, priced }, index) => [
      key('V', index, 4),
      account.provider,
      account.id,
      wholeAmount(amount, account.currency),
      account.currency,
      day(from),
      day(to),
      products.join(' '),
      priced ? 'yes' : '',
    ]),
  );
}

function fundsTable({ funds: { movements } }: SampleGroup): string {
  const keys = new Map(movements.map((movement, index) => [movement, key('F', index, 5)]));
  return csvTable(
    columns('key,date,kind,provider,account,to,amount,currency,origin,reference,note'),
    movements.map((movement) => [
      keys.get(movement)!,
      day(movement.date),
      movement.kind,
      movement.account.provider,
      movement.account.id,
      movement.to?.id ?? '',
      wholeAmount(movement.amount, movement.account.currency),
      movement.account.currency,
      movement.origin ?? '',
      movement.takesBack ? keys.get(movement.takesBack)! : (movement.reference ?? ''),
      '',
    ]),
  );
}

function reimbursementsTable({ reimbursements }: SampleGroup): string {
  return csvTable(
    columns('key,date,kind,debtor,creditor,amount,currency,reference'),
    reimbursements.map((row, index) => [
      key('R', index, 4),
      day(row.date),
      row.kind,
      row.debtor,
      row.creditor,
      wholeAmount(row.amount, row.currency),
      row.currency,
      row.reference,
    ]),
  );
}

/** The files of the setup folder but for its bills, in the order in which formats.md names them. */
export function setupTables(group: SampleGroup): ReadonlyMap<string, string> {
  const blocked = group.blocked.map(({ holder, product }) => [holder.provider, holder.id, product]);
  return new Map([
    ['book.json', bookFile(group)],
    ['entities.csv', entitiesTable(group)],
    ['accounts.csv', accountsTable(group)],
    ['account_changes.csv', changesTable(group)],
    ['links.csv', linksTable(group)],
    ['offers.csv', offersTable(group)],
    ['blocklist.csv', csvTable(columns('provider,holder,product'), blocked)],
    ['vouchers.csv', vouchersTable(group)],
    ['funds.csv', fundsTable(group)],
    ['reimbursements.csv', reimbursementsTable(group)],
  ]);
}
