// The sample's vouchers (rule F6): held by the accounts that pay, some for single products, some priced.
import { type Day, type Month, firstDay, lastDay } from '../../shared/calendar/day.ts';
import type { Random } from './random.ts';
import type { SampleAccount, SampleFamily } from './structure.ts';

export interface SampleVoucher {
  readonly account: SampleAccount;
  readonly amount: bigint;
  readonly from: Day;
  readonly to: Day;
  readonly products: readonly string[];
  readonly priced: boolean;
}

/** A few new ones each month, valid for three months. */
export function makeVouchers(random: Random, family: SampleFamily, months: readonly Month[]): SampleVoucher[] {
  const holders = family.accounts.filter((account) => account.role === 'entity-admin');
  return months.flatMap((month) =>
    holders
      .filter(() => random.chance(300))
      .map((account) => ({
        account,
        amount: BigInt(random.integer(1, 8) * 100),
        from: firstDay(month),
        to: lastDay((month + 2) as Month),
        products: random.pick([[], ['p_cvm'], ['p_cvm', 'p_cdb']]),
        priced: random.chance(500),
      })),
  );
}
