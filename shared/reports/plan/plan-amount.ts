// Amounts of a plan as they are written: a plain amount, `=30d` for so many days of spending, `=2000*3` for a product.
import { multiply, parseDecimal } from '../../money/decimal.ts';
import { type Minor, parseMinor, toMinor } from '../../money/minor.ts';

export type PlanAmount =
  | { readonly is: 'none' }
  | { readonly is: 'days'; readonly days: number }
  | { readonly is: 'amount'; readonly amount: Minor }
  | { readonly is: 'unreadable' };

const mostDays = 366;

/** Reads what stands in the amount cell of a plan; more digits than the currency has are not readable. */
export function readPlanAmount(written: string, currency: string): PlanAmount {
  const text = written.replaceAll(/\s/g, '');
  if (text === '') return { is: 'none' };
  if (!text.startsWith('=')) return amountOr(parseMinor(text, currency));
  const days = /^=(\d{1,3})d$/i.exec(text);
  if (days) return Number(days[1]) <= mostDays ? { is: 'days', days: Number(days[1]) } : { is: 'unreadable' };
  const factors = text.slice(1).split('*').map(parseDecimal);
  if (!factors.every((factor) => factor !== undefined)) return { is: 'unreadable' };
  return amountOr(toMinor(factors.reduce(multiply), currency));
}

function amountOr(amount: Minor | undefined): PlanAmount {
  return amount === undefined || amount < 0n ? { is: 'unreadable' } : { is: 'amount', amount };
}
