// Sums of settled charges as the lines of a consolidated bill show them.
import type { BillAmounts } from '../../documents/consolidated-bill-facts.ts';
import type { SettledCharge } from '../charges.ts';

const nothing: BillAmounts = {
  list: 0n,
  discount: 0n,
  setOff: 0n,
  vouchers: 0n,
  gift: 0n,
  cash: 0n,
  credit: 0n,
  total: 0n,
};

/** list − discount = total = set off + vouchers + gift + cash + credit. */
export function amountsOf(charges: readonly SettledCharge[]): BillAmounts {
  return charges.reduce(
    (sum, charge) => ({
      list: sum.list + charge.list,
      discount: sum.discount + charge.list - charge.amount,
      setOff: sum.setOff + charge.setOff,
      vouchers: sum.vouchers + charge.voucher,
      gift: sum.gift + charge.gift,
      cash: sum.cash + charge.cash,
      credit: sum.credit + charge.credit,
      total: sum.total + charge.amount,
    }),
    nothing,
  );
}

/** Groups in the order in which their keys are first met. */
export function groupedBy<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
