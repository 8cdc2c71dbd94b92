// The entities of the month brief, all or the largest of them. Sums are of all, also where only some are named; a sum that
// is not the headline figure is not printed.
import type { Minor } from '../money/minor.ts';
import { formatAmount } from '../money/display.ts';
import { type Language, end, percent, row, start, text } from './month-brief-cells.ts';
import type { BriefEntity, BriefFigure, MonthBriefFacts } from './month-brief-facts.ts';
import { briefWords as words, othersWords } from './month-brief-words.ts';
import type { CellInput, RowInput } from './table-input.ts';
import { type SetTable, setTable } from './table.ts';
import type { Label } from './words.ts';

/** The entities, or so many of their rows and a line for all others; then sums by currency. */
export function entitiesTable(facts: MonthBriefFacts, most: number): SetTable {
  const { language, entities, figures } = facts;
  const shown = most < entities.length ? largest(facts, most) : entities;
  // Where none is named, the sums are those of all.
  const others = most === 0 ? [] : entities.filter((one) => !shown.includes(one));
  const currencies = figures.map(({ currency }) => currency);
  return setTable({
    language,
    dense: true,
    currency: '',
    columns: [
      start(words.entity, true),
      end(words.accounts),
      start(words.bills),
      start(words.currency),
      end(words.charges),
      end(words.change),
      end(words.percent),
      end(words.balance),
      end(words.runway),
      end(words.exceptions),
      end(words.invoices),
      start(words.close),
    ],
    rows: [
      ...shown.map((one) => entityRow(one, language)),
      ...currencies.flatMap((currency) => sumRows(othersWords, others, currency, language)),
      ...currencies.flatMap((currency) => {
        assertSum(facts, currency);
        return sumRows(() => words.total, entities, currency, language);
      }),
    ],
    total: null,
  });
}

/** Those charged most in the first currency, then in the next, in the order of the screen. */
function largest({ entities, figures }: MonthBriefFacts, most: number): readonly BriefEntity[] {
  const order = figures.map(({ currency }) => currency);
  const compare = (left: BriefEntity, right: BriefEntity): number =>
    order.indexOf(left.currency) - order.indexOf(right.currency) ||
    Number(left.charges.amount < right.charges.amount) - Number(left.charges.amount > right.charges.amount);
  const chosen = entities.toSorted(compare).slice(0, most);
  return entities.filter((one) => chosen.includes(one));
}

function entityRow(one: BriefEntity, language: Language): RowInput {
  const { name, currency, charges, balance, accounts, bills, runwayDays, exceptions, invoices, closeState } = one;
  return row(
    text(name),
    text(accounts, 'number'),
    text(bills, 'number'),
    text(currency),
    ...changeCells(charges, currency, language),
    text(formatAmount(balance, currency, language), 'number'),
    text(runwayDays, 'number'),
    text(exceptions, 'number'),
    text(invoices, 'number'),
    text(closeState),
  );
}

function changeCells(figure: BriefFigure, currency: string, language: Language): readonly CellInput[] {
  return [
    text(formatAmount(figure.amount, currency, language), 'number'),
    text(formatAmount(figure.change, currency, language), 'number'),
    text(percent(figure, currency, language), 'number'),
  ];
}

/** The sum of rows in a currency as a row; none where there are none. */
function sumRows(
  label: (count: number) => Label,
  all: readonly BriefEntity[],
  currency: string,
  language: Language,
): readonly RowInput[] {
  const own = all.filter((one) => one.currency === currency);
  if (own.length === 0) return [];
  const sum = (of: (one: BriefEntity) => Minor): Minor => own.reduce((so, one) => so + of(one), 0n);
  const changes = own.map(({ charges }) => charges.change);
  const charges: BriefFigure = {
    amount: sum((one) => one.charges.amount),
    previous: sum((one) => one.charges.previous),
    change: changes.includes(null) ? null : sum((one) => one.charges.change!),
  };
  return [
    row(
      text(label(own.length)[language], 'strong'),
      null,
      null,
      text(currency, 'strong'),
      ...changeCells(charges, currency, language).map(strongly),
      strongly(
        text(
          formatAmount(
            sum((one) => one.balance),
            currency,
            language,
          ),
        ),
      ),
      null,
      null,
      null,
      null,
    ),
  ];
}

function strongly(cell: CellInput): CellInput {
  return Array.isArray(cell) ? cell.map((one) => ({ ...one, tone: 'strong' as const })) : cell;
}

/** The charges and the balance are the first and the third figure. */
function assertSum({ entities, figures }: MonthBriefFacts, currency: string): void {
  const own = entities.filter((one) => one.currency === currency);
  const [charges, , balance] = figures.find((one) => one.currency === currency)!.figures;
  const charged = own.reduce((sum, one) => sum + one.charges.amount, 0n);
  const held = own.reduce((sum, one) => sum + one.balance, 0n);
  if (charged !== charges!.amount || held !== balance!.amount)
    throw new Error(`the entities make ${charged} and ${held} ${currency}, the figures say otherwise`);
}
