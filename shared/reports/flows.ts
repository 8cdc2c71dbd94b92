// Effects sorted into the months that report them: what lies before the first month that was run counts in that month.
import { type Month, monthOf } from '../calendar/day.ts';
import { type Book, firstRunOf } from '../book/book.ts';
import type { FundsEffect } from '../rules/effect.ts';
import type { TimedEntry } from '../rules/timeline.ts';

/** The month in whose results a movement's day counts (formats.md §2.1). */
export function reportingMonth(book: Book, entry: TimedEntry): Month {
  const month = monthOf(entry.day);
  const first = firstRunOf(book);
  return first !== null && month < first ? first : month;
}

/** Every effect up to the end of a period, with the month that reports it, in order. */
export function* effectsUntil(
  book: Book,
  period: Month,
): Generator<{ effect: FundsEffect; month: Month; entry: TimedEntry }> {
  const { entries, effects } = book.timeline;
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]!;
    const month = reportingMonth(book, entry);
    if (month > period) return;
    for (const effect of effects[at]!) yield { effect, month, entry };
  }
}
