// What the sample's bills come to per month and payer, so that funds can be planned to suffice. Exact.
import type { Month } from '../../shared/calendar/day.ts';
import { powerOfTen } from '../../shared/money/decimal.ts';
import { currencyDecimals } from '../../shared/money/currency.ts';
import { type SampleLine, scales } from './line.ts';
import type { SampleAccount } from './structure.ts';

export interface Tally {
  add(line: SampleLine): void;
  /** What the payer has to pay for the month in whole units of its currency, rounded up; 0 where it is owed money. */
  need(payer: SampleAccount, month: Month): bigint;
}

export function makeTally(): Tally {
  const sums = new Map<Month, Map<SampleAccount, bigint>>();
  const unit = powerOfTen(scales.billed);
  return {
    add: (line) => {
      let payers = sums.get(line.month);
      if (!payers) sums.set(line.month, (payers = new Map()));
      payers.set(line.payer, (payers.get(line.payer) ?? 0n) + line.billed);
    },
    need: (payer, month) => {
      const sum = sums.get(month)?.get(payer) ?? 0n;
      return sum <= 0n ? 0n : (sum + unit - 1n) / unit;
    },
  };
}

/** Whole units of a currency as an amount of a setup file: `1234.00`, `1234` for JPY. */
export function wholeAmount(units: bigint, currency: string): string {
  const decimals = currencyDecimals(currency);
  return decimals === 0 ? String(units) : `${units}.${'0'.repeat(decimals)}`;
}
