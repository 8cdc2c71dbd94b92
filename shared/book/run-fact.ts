// A run as it stands in a record, and back: the charges are decided once, when they are posted, and read from then on.
import { formatMonth, parseMonth } from '../calendar/day.ts';
import { formatDecimal, parseDecimal, zero } from '../money/decimal.ts';
import { formatMinor, parseMinor } from '../money/minor.ts';
import type { DiscountVariance } from '../rules/discount-check.ts';
import type { Charge, Run } from '../rules/movement.ts';
import type { AccountKey, Category, EntityCode } from '../rules/names.ts';
import type { OtherPayer } from '../rules/payer-check.ts';
import type { Offer } from '../rules/structure.ts';
import type { PostedRun } from './book.ts';
import type { RunFact } from './facts.ts';

/** What the checks of a month found: discount variances (C4), and payers that differ (B5). */
export interface RunFindings {
  readonly variances: readonly DiscountVariance[];
  readonly otherPayers: readonly OtherPayer[];
}

/** What a run's fact says. */
type RunParts = Pick<PostedRun, 'run' | 'variances' | 'otherPayers' | 'imports'>;

export function runFactOf(run: Run, { variances, otherPayers }: RunFindings, imports: readonly string[]): RunFact {
  const said = variances.map((one) => ({ ...one, offers: offersText(one.offers) }));
  return factOfPosted({ run, variances: said, otherPayers, imports });
}

function offersText(offers: readonly Offer[]): string {
  return [...new Set(offers.map((offer) => `${offer.holder} ${offer.product} ${offer.terms.kind}`))].join('; ');
}

/** The fact that a posted run was read from. */
export function factOfPosted({ run, variances, otherPayers, imports }: RunParts): RunFact {
  return {
    period: formatMonth(run.period),
    charges: run.charges.map((charge) => {
      const { payer, owner, entity, product, category, currency } = charge;
      return [
        payer,
        owner,
        entity,
        product,
        category,
        currency,
        formatMinor(charge.list, currency),
        formatMinor(charge.amount, currency),
      ];
    }),
    variances: variances.map(({ owner, product, currency, amount, offers }) => [
      owner,
      product,
      currency,
      formatMinor(amount, currency),
      offers,
    ]),
    otherPayers: otherPayers.map(({ owner, vendorPayer, payer, currency, lines, billed }) => [
      owner,
      vendorPayer,
      payer,
      currency,
      lines,
      formatDecimal(billed),
    ]),
    imports,
  };
}

/** Reads a run back; throws where the record is not one that Purser wrote. */
export function readRun(fact: RunFact): RunParts {
  const period = parseMonth(fact.period);
  if (period === undefined) throw new Error(`not a month: ${fact.period}`);
  const charges = fact.charges.map(([payer, owner, entity, product, category, currency, list, amount]): Charge => {
    const names = { payer: payer as AccountKey, owner: owner as AccountKey, entity: entity as EntityCode };
    return {
      ...names,
      product,
      category: category as Category,
      currency,
      list: stored(list, currency),
      amount: stored(amount, currency),
    };
  });
  const variances = fact.variances.map(([owner, product, currency, amount, offers]) => {
    return { owner: owner as AccountKey, product, currency, amount: stored(amount, currency), offers };
  });
  const otherPayers = fact.otherPayers.map(([owner, vendorPayer, payer, currency, lines, billed]): OtherPayer => {
    const accounts = { owner: owner as AccountKey, vendorPayer: vendorPayer as AccountKey, payer: payer as AccountKey };
    return { ...accounts, currency, lines, billed: parseDecimal(billed) ?? zero };
  });
  return { run: { period, charges }, variances, otherPayers, imports: fact.imports };
}

function stored(text: string, currency: string): bigint {
  const amount = parseMinor(text, currency);
  if (amount === undefined) throw new Error(`not an amount in ${currency}: ${text}`);
  return amount;
}
