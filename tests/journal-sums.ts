// Compares balances with the journal lines behind them: their changes sum to the figure, also on days long past. It judges
// by the lines alone, as an auditor adds them up.
import type { QueryInput, QueryName } from '../shared/contract/queries.ts';
import { formatMinor } from '../shared/money/minor.ts';
import type { QueryAnswer } from '../shared/reports/answer.ts';
import { type Figure, figureKey } from '../shared/reports/figure.ts';
import { money } from './rule-facts.ts';

/** Answers a query at the book desk. */
export type Asked = <N extends QueryName>(name: N, input: QueryInput<N>) => QueryAnswer<N> | Promise<QueryAnswer<N>>;

type Cells = Readonly<Record<string, string>>;

const columns = ['cash', 'gift', 'voucher', 'owed', 'balance', 'available'] as const;

/** The differences between the balances of a day, each and summed by currency, and their journal lines; `count` were compared. */
export async function journalDifferences(
  ask: Asked,
  asOf: string | undefined,
): Promise<{ readonly wrong: readonly string[]; readonly count: number }> {
  const input = asOf === undefined ? {} : { asOf };
  const { rows, sums } = await ask('balances', input);
  const shown: [Figure['of'], Cells][] = [
    ...rows.map((row): [Figure['of'], Cells] => [{ row: row.id }, row]),
    ...Object.entries(sums).map(([sumIn, sum]): [Figure['of'], Cells] => [{ sumIn }, { ...sum, currency: sumIn }]),
  ];
  const wrong: string[] = [];
  for (const [of, cells] of shown)
    for (const column of columns) {
      const figure = figureKey({ query: 'balances', input, of, column });
      const lines = await ask('journalLines', await ask('journalOf', { figure }));
      const posted = money(lines.sums[cells['currency']!]?.['change'] ?? '0');
      if (posted !== heldIn(cells, column))
        wrong.push(`${figure} is ${cells[column]}, its journal lines sum to ${formatMinor(posted, 'CNY')}`);
    }
  return { wrong, count: shown.length * columns.length };
}

/** What positions hold of a figure: limits and freezes are terms of the account and move no money. */
function heldIn(cells: Cells, column: (typeof columns)[number]): bigint {
  const amount = (name: string): bigint => money(cells[name] || '0');
  return column === 'available' ? amount(column) + amount('frozen') - amount('creditLimit') : amount(column);
}
