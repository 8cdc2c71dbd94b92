// The money of one entity that lies in the accounts of another (rule R2; float.csv of formats.md §2).
import type { Month } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import type { FundsEffect } from '../rules/effect.ts';
import { accountOf } from '../rules/link.ts';
import type { EntityCode } from '../rules/names.ts';
import { effectsUntil } from './flows.ts';
import { RunningSums } from './running-sums.ts';
import { type Table, tableOf } from './table.ts';

export type FloatColumn = 'received' | 'returned' | 'spent';

interface FloatStep {
  readonly origin: EntityCode;
  readonly holder: EntityCode;
  readonly column: FloatColumn;
}

/** What an effect does to float; money of the holder itself is none. */
export function floatSteps(effect: FundsEffect): readonly FloatStep[] {
  switch (effect.kind) {
    case 'topped-up':
    case 'cash-opened':
      return [{ origin: effect.origin, holder: effect.holder, column: 'received' }];
    case 'allocated':
    case 'recovered':
    case 'holder-changed':
      if (effect.holder === effect.toHolder) return [];
      return [
        { origin: effect.origin, holder: effect.holder, column: 'returned' },
        { origin: effect.origin, holder: effect.toHolder, column: 'received' },
      ];
    case 'withdrawn':
    case 'repaid':
      return [{ origin: effect.origin, holder: effect.holder, column: 'spent' }];
    case 'by-cash':
      return effect.origin === undefined ? [] : [{ origin: effect.origin, holder: effect.holder, column: 'spent' }];
    default:
      return [];
  }
}

export function floatTable(book: Book, period: Month): Table {
  const sums = new RunningSums(['received', 'returned', 'spent']);
  const signed = (column: FloatColumn, amount: Minor): Minor => (column === 'received' ? amount : -amount);
  for (const { effect, month } of effectsUntil(book, period)) {
    for (const { origin, holder, column } of floatSteps(effect)) {
      if (origin === holder) continue;
      const sum = sums.at({ origin, holder }, accountOf(book.structure, effect.account).currency);
      if (month < period) sum.opening += signed(column, effect.amount);
      else sum.period[column]! += effect.amount;
    }
  }
  const rows = sums.rows(
    ({ opening, period: flows }) => opening + flows['received']! - flows['returned']! - flows['spent']!,
  );
  const identifying = ['origin', 'holder', 'currency'];
  return tableOf('float', [...identifying, 'opening', 'received', 'returned', 'spent', 'closing'], identifying, rows);
}
