// Which bills a month is expected to have (rule C6): one of every vendor payer that had one the month before, less those
// for which somebody decided that there is none; and the day by which each is there. It reads no clock.
import { type Day, type Month, firstDay, formatMonth } from '../calendar/day.ts';
import { type Provider, providers } from '../rules/names.ts';
import type { Book } from './book.ts';
import { standingImports } from './standing-imports.ts';

/** The day of the next month, on the provider's calendar, on which its bill of a month is final; the 5th where it says none. */
const finalOn: Readonly<Partial<Record<Provider, number>>> = { alibaba: 4 };
const usuallyFinalOn = 5;

/** The day by which the bill of a vendor payer, as `provider:id`, is expected to be there. */
export function expectedBy(payer: string, period: Month): Day {
  const provider = providers.find((one) => payer.startsWith(`${one}:`));
  const day = (provider && finalOn[provider]) ?? usuallyFinalOn;
  return (firstDay((period + 1) as Month) + day - 1) as Day;
}

/** A vendor payer at a provider, as `provider:id`. */
export function vendorPayersOf(book: Book, period: Month): ReadonlySet<string> {
  const month = formatMonth(period);
  const payers = new Set<string>();
  for (const { vendorPayers } of standingImports(book))
    for (const payer of vendorPayers) if (payer.month === month) payers.add(`${payer.provider}:${payer.id}`);
  return payers;
}

/** The vendor payers whose bill of the period is still missing. */
export function missingBills(book: Book, period: Month): readonly string[] {
  const present = vendorPayersOf(book, period);
  const none = book.resolutions.filter(
    (one) => one.resolution === 'no-bill-this-month' && one.month === formatMonth(period),
  );
  const excused = new Set(none.map((one) => one.subject));
  return [...vendorPayersOf(book, (period - 1) as Month)].filter((payer) => !present.has(payer) && !excused.has(payer));
}
