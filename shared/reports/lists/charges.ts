// The charges of a month with how each was settled (C1, F5), one by one or summed by what they have in common.
import type { QueryInput } from '../../contract/queries.ts';
import { type Minor, formatMinor } from '../../money/minor.ts';
import { idOf, providerOf } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { type SettledCharge, settledCharges } from '../charges.ts';
import { rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { seesCharge } from '../sight.ts';
import { chargeId } from '../works.ts';

/** The amounts of a charge: list − discount = amount = setOff + voucher + gift + cash + credit. */
export const chargeAmounts = ['list', 'discount', 'amount', 'setOff', 'voucher', 'gift', 'cash', 'credit'] as const;
export type ChargeAmount = (typeof chargeAmounts)[number];
type GroupColumn = 'entity' | 'payer' | 'owner' | 'provider' | 'product' | 'category';

const texts = ['period', 'provider', 'payer', 'owner', 'ownerName', 'entity', 'product', 'category', 'currency'];

/** The charges of a month that the desk sees, in the order of their keys. */
export function chargesSeen(asking: Asking, period: string): readonly SettledCharge[] {
  const month = monthAsked(period);
  return settledCharges(asking.book, month).filter((charge) => seesCharge(asking, charge, month));
}

export function chargesList(asking: Asking, { period, groupBy = [] }: QueryInput<'charges'>): List {
  const charges = chargesSeen(asking, period);
  if (groupBy.length > 0) return groupedCharges(charges, period, groupBy);
  const names = asking.book.structure.accounts;
  const rows = charges.map((charge): ListRow => {
    const { currency, owner } = charge;
    return {
      id: chargeId(charge),
      ...cellsOf(charge, period),
      ownerName: names.get(owner)?.name ?? '',
      ...texted(charge, currency),
    };
  });
  return { columns: columnsOf({ text: texts, amount: chargeAmounts }), rows };
}

/** One amount of a charge. */
export function chargeAmount(charge: SettledCharge, column: ChargeAmount): Minor {
  return column === 'discount' ? charge.list - charge.amount : charge[column];
}

function cellsOf(charge: SettledCharge, period: string): Readonly<Record<GroupColumn | 'period' | 'currency', string>> {
  const { payer, owner, entity, product, category, currency } = charge;
  const provider = providerOf(payer);
  return { period, provider, payer: idOf(payer), owner: idOf(owner), entity, product, category, currency };
}

function texted(charge: SettledCharge, currency: string): Readonly<Record<ChargeAmount, string>> {
  const entries = chargeAmounts.map((column) => [column, formatMinor(chargeAmount(charge, column), currency)] as const);
  return Object.fromEntries(entries) as Record<ChargeAmount, string>;
}

/** The id of the group that a charge belongs to; account numbers stand with their provider. */
export function groupId(charge: SettledCharge, groupBy: readonly GroupColumn[]): string {
  const cells = cellsOf(charge, '');
  const named = (column: GroupColumn): string =>
    column === 'payer' || column === 'owner' ? charge[column] : cells[column];
  return rowId(...groupBy.map(named), charge.currency);
}

function groupedCharges(charges: readonly SettledCharge[], period: string, groupBy: readonly GroupColumn[]): List {
  const groups = new Map<string, { first: SettledCharge; count: number; sums: Record<ChargeAmount, Minor> }>();
  for (const charge of charges) {
    const id = groupId(charge, groupBy);
    const group = groups.get(id) ?? { first: charge, count: 0, sums: noAmounts() };
    groups.set(id, group);
    group.count += 1;
    for (const column of chargeAmounts) group.sums[column] += chargeAmount(charge, column);
  }
  const rows = [...groups].map(([id, { first, count, sums }]): ListRow => {
    const cells = cellsOf(first, period);
    const withProvider = groupBy.includes('payer') || groupBy.includes('owner') ? { provider: cells.provider } : {};
    return {
      id,
      period,
      ...withProvider,
      ...Object.fromEntries(groupBy.map((column) => [column, cells[column]])),
      currency: first.currency,
      charges: String(count),
      ...Object.fromEntries(chargeAmounts.map((column) => [column, formatMinor(sums[column], first.currency)])),
    };
  });
  return {
    columns: columnsOf({
      text: ['period', 'provider', ...groupBy, 'currency'],
      number: ['charges'],
      amount: chargeAmounts,
    }),
    rows,
  };
}

function noAmounts(): Record<ChargeAmount, Minor> {
  return { list: 0n, discount: 0n, amount: 0n, setOff: 0n, voucher: 0n, gift: 0n, cash: 0n, credit: 0n };
}
