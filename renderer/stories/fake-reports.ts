// Made-up answers of the queries that are no lists: a preview of charges, an explanation, the sums of a selection.
import { formatDecimal, add, compareDecimals, parseDecimal } from '../../shared/money/decimal.ts';
import type { QueryAnswer } from '../../shared/reports/answer.ts';
import type { ChargesPreview } from '../../shared/reports/charges-preview.ts';
import type { Explanation } from '../../shared/reports/explain/explanation.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import type { SelectionSum } from '../../shared/reports/selection-sum.ts';
import { groupedBy, sumsOf } from './fake-lists.ts';
import { entities, money } from './harbour.ts';
import { seeded } from './random.ts';

/** A run in which nothing is in the way. */
export function runPreview(period: string): ChargesPreview {
  const next = seeded(9);
  const rows = entities.map((entity): ListRow => {
    const currency = entity['currency']!;
    const amount = 20_000_000 + next(90_000_000);
    const delta = next(900_000) - 300_000;
    return {
      ...entity,
      charges: String(40 + next(30)),
      changed: String(next(6)),
      list: money(amount * 1.4, currency),
      amount: money(amount, currency),
      posted: money(amount - delta, currency),
      delta: money(delta, currency),
    };
  });
  return { period, state: 'changed', rows, sums: sumsOf(rows, ['list', 'amount', 'posted', 'delta']), blockers: [] };
}

/** The same explanation for every figure. */
export function explanationOf(figure: string): Explanation {
  const part = (en: string, zh: string, amount: string): Explanation['components'][number] => {
    return { label: { en, zh }, amount, currency: 'CNY', figure: `${figure}/${en}` };
  };
  return {
    figure,
    title: { en: 'Amount', zh: '金额' },
    sentence: {
      en: 'Amount CNY 905,449.37 = list price 1,234,567.89 − discount 319,118.52 − vouchers 10,000.00.',
      zh: '金额 CNY 905,449.37 = 目录价 1,234,567.89 − 折扣 319,118.52 − 代金券 10,000.00。',
    },
    amount: '905449.37',
    currency: 'CNY',
    components: [
      part('List price', '目录价', '1234567.89'),
      part('Discount', '折扣', '-319118.52'),
      part('Vouchers', '代金券', '-10000.00'),
    ],
    settledBy: [part('Cash', '现金', '855449.37'), part('Gift', '赠送金', '50000.00')],
    records: [
      { seq: 412, at: '2026-11-03T09:14:22Z', kind: 'billsImported', by: 'clerk', lines: [] },
      {
        seq: 418,
        at: '2026-11-03T09:31:05Z',
        kind: 'chargesRun',
        by: 'clerk',
        lines: [{ position: 'cash:tencent:100001:HG', debit: '', credit: '412904.19', currency: 'CNY' }],
      },
    ],
    sourceRows: [
      {
        file: 'tencent-2026-10.csv',
        sha256: 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184',
        row: 1204,
        headings: ['Owner Account ID', 'Product Name', 'Original Cost', 'Total Cost'],
        cells: ['100099388685', 'Cloud Virtual Machine', '1763.66841200', '1293.49910000'],
      },
    ],
  };
}

/** Count, sum, smallest and largest of the cells selected, by currency. */
export function statisticsOf(
  rows: readonly ListRow[],
  columns: readonly string[],
): { readonly cells: number; readonly sums: readonly SelectionSum[] } {
  const currencies = groupedBy(rows, (row) => row['currency'] ?? '');
  const sums = [...currencies].flatMap(([currency, own]): SelectionSum[] => {
    const values = own
      .flatMap((row) => columns.map((column) => parseDecimal(row[column] ?? '')))
      .filter((one) => one !== undefined);
    if (values.length === 0) return [];
    const sorted = [...values].sort(compareDecimals);
    const sum = values.reduce(add);
    const average = { coefficient: (sum.coefficient * 100n) / BigInt(values.length), scale: sum.scale + 2 };
    const [min, max] = [formatDecimal(sorted[0]!), formatDecimal(sorted.at(-1)!)];
    return [{ currency, count: values.length, sum: formatDecimal(sum), min, max, average: formatDecimal(average) }];
  });
  return { cells: rows.length * columns.length, sums };
}

/** The history of an account that was given another name. */
export const nameChanged: QueryAnswer<'history'>['rows'] = [
  {
    id: '12',
    seq: '12',
    at: '2026-11-03T09:14:22Z',
    by: 'clerk',
    desk: '',
    kind: 'accountChanged',
    changes: [{ field: 'name', before: 'ht-prod', after: 'ht-prod-01' }],
    events: [],
  },
];
