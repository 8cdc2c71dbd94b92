// Effects sorted into the months that report them, and what each counts as in float and invoicing. What lies before the
// first month that was run counts in that month.
import { type Day, type Month, firstDay, lastDay, monthOf } from '../calendar/day.ts';
import { type Book, firstRunOf } from '../book/book.ts';
import type { Minor } from '../money/minor.ts';
import type { FundsEffect } from '../rules/effect.ts';
import { type EntityCode, providerOf } from '../rules/names.ts';
import { profileOf } from '../rules/profile.ts';
import { type TimedEntry, entriesBetween } from '../rules/timeline.ts';

/** The month in whose results a movement's day counts (formats.md §2.1). */
export function reportingMonth(book: Book, entry: TimedEntry): Month {
  return reportedFrom(firstRunOf(book), entry);
}

function reportedFrom(first: Month | null, { day }: TimedEntry): Month {
  const month = monthOf(day);
  return first !== null && month < first ? first : month;
}

/** An effect with the month that reports it. */
export interface Flow {
  readonly effect: FundsEffect;
  readonly month: Month;
  readonly entry: TimedEntry;
}

/** Every effect after a day up to the end of a period, in order. */
export function* flowsUntil(book: Book, period: Month, after = -Infinity as Day): Generator<Flow> {
  const first = firstRunOf(book);
  if (first !== null && period < first) return;
  for (const { entry, outcome } of entriesBetween(book.timeline, after, lastDay(period))) {
    const month = reportedFrom(first, entry);
    for (const effect of outcome.effects) yield { effect, month, entry };
  }
}

/** Every effect that a period reports, in order. */
export function flowsIn(book: Book, period: Month): Generator<Flow> {
  return flowsUntil(book, period, firstRunOf(book) === period ? undefined : ((firstDay(period) - 1) as Day));
}

export type FloatColumn = 'received' | 'returned' | 'spent';

interface FloatStep {
  readonly origin: EntityCode;
  readonly holder: EntityCode;
  readonly column: FloatColumn;
}

/** What an effect does to float (R2); money of the holder itself is none. */
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

/** What of an effect the account may ask an invoice for (I2). */
export function invoiceablePart(book: Book, effect: FundsEffect): Minor {
  // Asked where it matters only: most effects are cash, and there are as many as charges.
  const onPayment = (): boolean =>
    profileOf(book.structure.policies, providerOf(effect.account)).invoiceable === 'on-payment';
  switch (effect.kind) {
    case 'by-cash':
      return effect.amount;
    case 'by-voucher':
      return effect.voucher?.priced ? effect.amount : 0n;
    case 'repaid':
      return onPayment() ? effect.amount : 0n;
    case 'by-credit':
      return onPayment() ? 0n : effect.amount;
    case 'returned-as-cash':
      return -effect.amount;
    default:
      return 0n;
  }
}
