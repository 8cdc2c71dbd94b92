// The tables of the month brief beside that of the entities: headline figures, changes, what is open, what runs dry.
import type { Minor } from '../money/minor.ts';
import { formatAmount } from '../money/display.ts';
import { type Tone, end, percent, row, start, text } from './month-brief-cells.ts';
import type { MonthBriefFacts } from './month-brief-facts.ts';
import { briefWords as words, moreAccounts } from './month-brief-words.ts';
import type { CellInput } from './table-input.ts';
import { type SetTable, setTable } from './table.ts';

/** One row for each currency: each figure with its change below it. */
export function figuresTable({ language, figureTitles, figures }: MonthBriefFacts): SetTable {
  return setTable({
    language,
    dense: true,
    currency: '',
    columns: [start(words.currency), ...figureTitles.map(end)],
    rows: figures.map(({ currency, figures: own }) =>
      row(
        text(currency, 'strong'),
        ...own.map((figure): CellInput => [
          { text: formatAmount(figure.amount, currency, language), tone: 'number' },
          { text: percent(figure, currency, language), tone: 'soft' },
        ]),
      ),
    ),
    total: null,
  });
}

/** The changes from the month before to this one. */
export function moversTable(facts: MonthBriefFacts, width: number, months: readonly [string, string]): SetTable | null {
  const { language, movers } = facts;
  if (!movers || movers.rows.length === 0) return null;
  const { currency, rows, others, previous, total } = movers;
  const made = rows.reduce((sum, { change }) => sum + change, previous + (others ?? 0n));
  if (made !== total) throw new Error(`the changes lead to ${made} ${currency}, not to ${total}`);
  const amount = (minor: Minor, tone: Tone = 'number'): CellInput =>
    text(formatAmount(minor, currency, language), tone);
  return setTable({
    language,
    width,
    dense: true,
    currency: '',
    columns: [start(words.product, true), end({ en: currency, zh: currency })],
    rows: [
      row(text(months[0], 'strong'), amount(previous, 'strong')),
      ...rows.map(({ name, change }) => row(text(name), amount(change))),
      ...(others === null ? [] : [row(text(words.otherChanges[language]), amount(others))]),
      row(text(months[1], 'strong'), amount(total, 'strong')),
    ],
    total: null,
  });
}

/** What is open, with how often; null where nothing is. */
export function workTable({ language, work }: MonthBriefFacts, width: number): SetTable | null {
  if (work.length === 0) return null;
  const columns = [start(words.task, true), end(words.count)];
  const rows = work.map(({ what, count }) => row(text(what[language]), text(String(count), 'number')));
  return setTable({ language, width, dense: true, currency: '', columns, rows, total: null });
}

const mostDry = 5;

/** The accounts that run dry first; null where none does. */
export function runwayTable({ language, runway }: MonthBriefFacts, width: number): SetTable | null {
  if (runway.length === 0) return null;
  const more = runway.length - mostDry;
  return setTable({
    language,
    width,
    dense: true,
    currency: '',
    columns: [start(words.account, true), end(words.days), start(words.currency), end(words.available)],
    rows: [
      ...runway
        .slice(0, mostDry)
        .map(({ account, currency, days, available }) =>
          row(
            text(account),
            text(days, 'number'),
            text(currency),
            text(formatAmount(available, currency, language), 'number'),
          ),
        ),
      ...(more > 0 ? [row(text(moreAccounts(more)[language]), null, null, null)] : []),
    ],
    total: null,
  });
}
