// Walks the figures of a book: each resolves, its parts sum to it, and each part's own figure says the same amount.
import { add, formatDecimal, parseDecimal, zero } from '../shared/money/decimal.ts';
import type { Component, Explanation } from '../shared/reports/explain/explanation.ts';
import { type FigureInput, figureKey } from '../shared/reports/figure.ts';
import { overviewCounts } from '../shared/reports/overview-rows.ts';
import { lists } from '../shared/reports/list-queries.ts';
import type { List, ListRow } from '../shared/reports/listing.ts';

/** Explains a figure by its key. */
export type Explain = (figure: string) => Explanation | Promise<Explanation>;

/** A walk: how to explain, how many rows and parts of one kind are looked at, and what was found wrong. */
export interface Walk {
  readonly explain: Explain;
  readonly most: number;
  readonly seen: Set<string>;
  readonly wrong: string[];
}

export function newWalk(explain: Explain, most: number): Walk {
  return { explain, most, seen: new Set(), wrong: [] };
}

/** Inputs of every query that has figures, for some periods of a book. */
export function inputsOf(
  periods: readonly string[],
  desk: string,
  pair: { readonly debtor: string; readonly creditor: string },
): ReadonlyMap<string, readonly FigureInput[]> {
  const days = [{}, ...periods.map((period) => ({ asOf: `${period}-28` }))];
  const inPeriods = (rest: FigureInput): readonly FigureInput[] => periods.map((period) => ({ period, ...rest }));
  const inputs: [string, readonly FigureInput[]][] = [...Object.keys(lists), 'overview', 'chargesPreview'].map(
    (query) => {
      if (['months', 'entities', 'movements', 'imports'].includes(query)) return [query, [{}]];
      if (query === 'balances') return [query, [...days, ...days.map((day) => ({ ...day, groupBy: ['entity'] }))]];
      if (['accounts', 'relations', 'lots', 'vendorBalances'].includes(query)) return [query, days];
      if (query === 'consolidatedBill') return [query, inPeriods({ desk })];
      if (query === 'journalLines')
        return [query, [{ records: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], about: [] }]];
      if (query === 'statement') return [query, inPeriods({ ...pair })];
      if (query === 'charges')
        return [
          query,
          [...inPeriods({}), ...inPeriods({ groupBy: ['entity'] }), ...inPeriods({ groupBy: ['payer', 'product'] })],
        ];
      return [query, inPeriods({})];
    },
  );
  return new Map(inputs);
}

/** The keys of the figures in a list: of the first, the last and some rows between, and of all sums. */
export function figuresIn(query: string, input: FigureInput, { rows, columns }: List, most: number): readonly string[] {
  const amounts = Object.keys(columns).filter((column) => columns[column] === 'amount');
  const counted = query === 'overview' ? overviewCounts : [];
  const has = (row: ListRow, column: string): boolean => (row[column] ?? '') !== '';
  const cells = [...amounts, ...counted].flatMap((column) =>
    someOf(
      rows.filter((row) => has(row, column)),
      most,
    ).map((row) => figureKey({ query, input, of: { row: row.id }, column })),
  );
  const currencies = new Set(rows.map((row) => row['currency'] ?? ''));
  const sums = [...currencies].flatMap((sumIn) =>
    amounts
      .filter((column) => rows.some((row) => has(row, column) && (row['currency'] ?? '') === sumIn))
      .map((column) => figureKey({ query, input, of: { sumIn }, column })),
  );
  return [...cells, ...sums];
}

/** Explains a figure and what its parts name. */
export async function walkFigure(walk: Walk, key: string): Promise<Explanation> {
  const explained = await walk.explain(key);
  if (walk.seen.has(key)) return explained;
  walk.seen.add(key);
  const { components, settledBy, amount } = explained;
  for (const parts of [components, settledBy])
    if (parts.length > 0 && sumOf(parts) !== formatDecimal(parseDecimal(amount)!))
      walk.wrong.push(`${key} is ${amount}, its parts sum to ${sumOf(parts)}`);
  for (const part of [...someOf(components, walk.most), ...settledBy]) await walkPart(walk, key, part);
  return explained;
}

async function walkPart(walk: Walk, of: string, { figure, partOf, amount }: Component): Promise<void> {
  if (partOf !== undefined) await walkFigure(walk, partOf);
  if (figure === undefined) return;
  const own = (await walkFigure(walk, figure)).amount;
  if (own.replace('-', '') !== amount.replace('-', '')) walk.wrong.push(`${figure} is ${own}, in ${of} ${amount}`);
}

function sumOf(parts: readonly Component[]): string {
  return formatDecimal(parts.map(({ amount }) => parseDecimal(amount)!).reduce(add, zero));
}

/** At most `most` of the values, evenly chosen. */
function someOf<T>(values: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, at) => at % step === 0 || at === values.length - 1);
}
