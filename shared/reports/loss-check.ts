// The loss check (rule D4): before a member inherits an admin's discounts, every product that would get dearer for it,
// with the amounts of the last month that has bills.
import { type Month, formatMonth, monthOf } from '../calendar/day.ts';
import type { QueryInput } from '../contract/queries.ts';
import { currencyDecimals } from '../money/currency.ts';
import { add, zero } from '../money/decimal.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { type Ratio, addRatios, ratioOf, roundRatio, zeroRatio } from '../money/ratio.ts';
import type { Bucket } from '../rules/bill.ts';
import { type ChargeWork, workOf } from '../rules/charge.ts';
import { accountOf } from '../rules/link.ts';
import type { AccountKey } from '../rules/names.ts';
import type { Link, Structure } from '../rules/structure.ts';
import { type Asking, dayAsked, monthsWithBills } from './asking.ts';
import { rowId } from './figure.ts';
import { groupedBy } from './document-facts/bill-amounts.ts';
import type { ListRow } from './listing.ts';
import { seesBills } from './sight.ts';
import { notPermitted } from '../book/desk.ts';
import { Refused } from '../rules/refusal.ts';
import { worksIn } from './works.ts';

export interface LossCheck {
  readonly account: string;
  readonly admin: string;
  /** The month whose lines were priced twice; '' where there are none. */
  readonly period: string;
  /** The products that get dearer: list, before, after, difference = after − before > 0. */
  readonly rows: readonly ListRow[];
  /** The same amounts over all products, by currency, dearer or not. */
  readonly totals: readonly ListRow[];
}

export function lossCheck(asking: Asking, { account, admin, asOf }: QueryInput<'lossCheck'>): LossCheck {
  const { structure } = asking.book;
  const member = accountOf(structure, account as AccountKey).key;
  accountOf(structure, admin as AccountKey);
  const day = dayAsked(asking.book, asOf);
  if (!seesBills(asking, member, day)) {
    const where = { column: 'account', value: member };
    throw new Refused(notPermitted({ desk: asking.desk, account: member, permission: 'view-bills', day, where }));
  }
  const before = monthsWithBills(asking.book).filter((month) => asOf === undefined || month < monthOf(day));
  const period = before.at(-1);
  if (period === undefined) return { account, admin, period: '', rows: [], totals: [] };
  const compared = compare(asking, period, member, admin as AccountKey);
  return {
    account,
    admin,
    period: formatMonth(period),
    rows: compared.filter(({ before, after }) => after > before).map(rowOf),
    totals: [...groupedBy(compared, ({ currency }) => currency)].map(([currency, all]) => totalRow(currency, all)),
  };
}

interface Compared {
  readonly product: string;
  readonly currency: string;
  readonly list: Minor;
  readonly before: Minor;
  readonly after: Minor;
}

/** Prices the month twice, as things stand and as if the member inherited from the admin all along. */
function compare(asking: Asking, period: Month, member: AccountKey, admin: AccountKey): readonly Compared[] {
  const { works } = worksIn(asking, period);
  const buckets: readonly Bucket[] = works.flatMap((work) => work.parts.map(({ bucket }) => bucket));
  const inheriting = workOf(inheritingFrom(asking.book.structure, member, admin), buckets);
  const now = byProduct(works, member);
  const then = byProduct(inheriting, member);
  return [...now.keys()].sort().map((id) => {
    const own = now.get(id)!;
    const { product, currency } = own[0]!;
    const decimals = currencyDecimals(currency);
    const list = own.map((work) => work.list).reduce(add, zero);
    return {
      product,
      currency,
      list: roundRatio(ratioOf(list), decimals),
      before: roundRatio(contractOf(own), decimals),
      after: roundRatio(contractOf(then.get(id) ?? []), decimals),
    };
  });
}

function byProduct(works: readonly ChargeWork[], owner: AccountKey): ReadonlyMap<string, readonly ChargeWork[]> {
  const own = works.filter((work) => work.owner === owner);
  return groupedBy(own, ({ product, currency }) => rowId(product, currency));
}

function contractOf(works: readonly ChargeWork[]): Ratio {
  return works.map((work) => work.contract).reduce(addRatios, zeroRatio);
}

function inheritingFrom(structure: Structure, member: AccountKey, admin: AccountKey): Structure {
  const others = (structure.links.get(member) ?? []).map((link): Link => {
    const permissions = new Set([...link.permissions].filter((permission) => permission !== 'inherit-discounts'));
    return { ...link, permissions };
  });
  const heritage: Link = {
    account: member,
    admin,
    mode: 'self-pay',
    permissions: new Set(['inherit-discounts']),
    crossEntityFunds: false,
    from: null,
    to: null,
  };
  return { ...structure, links: new Map(structure.links).set(member, [...others, heritage]) };
}

function rowOf({ product, currency, list, before, after }: Compared): ListRow {
  const text = (amount: Minor): string => formatMinor(amount, currency);
  return {
    id: rowId(product, currency),
    product,
    currency,
    list: text(list),
    before: text(before),
    after: text(after),
    difference: text(after - before),
  };
}

function totalRow(currency: string, all: readonly Compared[]): ListRow {
  const sum = (column: 'list' | 'before' | 'after'): Minor => all.reduce((total, one) => total + one[column], 0n);
  return rowOf({ product: '', currency, list: sum('list'), before: sum('before'), after: sum('after') });
}
