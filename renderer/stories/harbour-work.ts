// The work of the made-up group's month: exceptions, findings, imports, months, the overview. Nothing here is real.
import type { ListRow } from '../../shared/reports/listing.ts';
import type { Overview } from '../../shared/reports/overview.ts';
import { accounts, entities, money, months, period, products } from './harbour.ts';
import { balances } from './harbour-funds.ts';
import { seeded } from './random.ts';

const causeCounts = {
  'missing-bill': 4,
  overlap: 2,
  'unknown-owner': 14,
  'currency-differs': 3,
  'no-currency': 1,
} as const;

export const exceptions: readonly ListRow[] = Object.entries(causeCounts).flatMap(([cause, count]) => {
  const next = seeded(count + 40);
  return Array.from({ length: count }, (_, place): ListRow => {
    const account = accounts[(place * 5 + count) % accounts.length]!;
    const currency = ['missing-bill', 'overlap', 'no-currency'].includes(cause) ? '' : account['currency']!;
    return {
      id: `${cause} ${place}`,
      cause,
      subject: cause === 'unknown-owner' ? `tencent:10009${String(next(9_999_999)).padStart(7, '0')}` : account.id,
      name: cause === 'overlap' ? 'tencent-2026-10 (2).csv' : cause === 'unknown-owner' ? '' : account['name']!,
      beside: cause === 'overlap' ? 'tencent-2026-10.csv' : '',
      vendorPayer: account['account']!,
      provider: account['provider']!,
      entity: account['entity']!,
      month: period,
      expectedBy: cause === 'missing-bill' ? '2026-11-05' : '',
      currency,
      lines: String(cause === 'missing-bill' ? 0 : 4 + next(900)),
      billed: currency === '' ? '' : money(next(4_000_000), currency),
      suggested: cause === 'overlap' ? (place === 0 ? 'skip' : 'replace') : '',
    };
  });
});

export const imports: readonly ListRow[] = months.flatMap((month) =>
  [
    ['tencent', 'CNY', '8412', '412904.19301200'],
    ['aws-focus', 'USD', '2310', '18220.41850000'],
  ].map(([format = '', currency = '', rows = '', sum = '']): ListRow => {
    return {
      id: `${format} ${month}`,
      import: `${format}-${month}`,
      file: `${format}-${month}.csv`,
      sha256: 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184',
      size: '1204233',
      format,
      periods: month,
      vendorPayers: accounts[0]!.id,
      rows,
      kept: rows,
      setAside: '0',
      currency,
      inFile: sum,
      keptSum: sum,
      difference: '0',
      final: month === period && format === 'aws-focus' ? '' : 'yes',
      status: 'counts',
    };
  }),
);

export const monthRows: readonly ListRow[] = months.map((month): ListRow => {
  const isLast = month === period;
  return {
    id: month,
    period: month,
    state: isLast ? 'to-run' : month === '2026-08' ? 'closed' : 'run',
    billsReceived: isLast ? '10' : '14',
    billsExpected: '14',
    provisional: isLast ? 'yes' : '',
    charges: '312',
  };
});

/** The overview of the story's month. */
export function overviewOf(month: string): Overview {
  const next = seeded(3);
  const rows = entities.map((entity): ListRow => {
    const currency = entity['currency']!;
    const now = 20_000_000 + next(160_000_000);
    const before = now - 9_000_000 + next(18_000_000);
    const text = (cents: number): string => money(cents, currency);
    return {
      ...entity,
      id: `entity|${entity.id}|${currency}`,
      accounts: String(accounts.filter((row) => row['entity'] === entity.id).length),
      billsReceived: entity.id === 'HR' ? '1' : '2',
      billsExpected: '2',
      provisional: entity.id === 'HG' ? 'yes' : '',
      charges: text(now),
      previous: text(before),
      delta: text(now - before),
      balance: text(next(90_000_000) - 4_000_000),
      runwayDays: String(4 + next(60)),
      exceptions: String(next(9)),
      invoices: '3',
      invoicesIssued: '0',
      toInvoice: text(next(30_000_000)),
      closeState: 'open',
    };
  });
  return {
    period: month,
    asOf: `${month}-28`,
    state: month === period ? 'to-run' : 'run',
    figures: [figureRow('CNY', 412_904_193, 398_120_004), figureRow('USD', 1_822_041, 1_790_210)],
    entities: rows,
    work: [
      { task: 'import-bills', count: 4 },
      { task: 'resolve-exceptions', count: exceptions.filter(({ cause }) => cause !== 'missing-bill').length },
      { task: 'run-charges', count: 1 },
      { task: 'request-invoices', count: 48 },
      { task: 'settle-dues', count: 9 },
    ],
    history: makeHistory(),
    movers: makeMovers(),
    runway: balances
      .filter((row) => row['runwayDays'] !== '' && Number(row['runwayDays']) < 30)
      .sort((left, right) => Number(left['runwayDays']) - Number(right['runwayDays'])),
  };
}

function makeMovers(): Overview['movers'] {
  const row = (id: string, delta: number, previous: number): ListRow => {
    return { id, currency: 'CNY', charges: money(previous + delta), previous: money(previous), delta: money(delta) };
  };
  const rows = products.map((product, place): ListRow => {
    const delta = (place % 3 === 1 ? -1 : 1) * (9_400_000 - place * 1_070_000);
    const entity = entities[place % 5]!.id;
    return { ...row(`mover|${entity}|${product}|CNY`, delta, 20_000_000), entity, product };
  });
  return { currency: 'CNY', rows, others: row('movers|CNY', 1_284_189, 238_120_004) };
}

function figureRow(currency: string, now: number, before: number): ListRow {
  const figure = (name: string, of: number, was = of): Record<string, string> => ({
    [name]: money(now * of, currency),
    [`${name}Previous`]: money(before * was, currency),
    [`${name}Delta`]: money(Math.round(now * of) - Math.round(before * was), currency),
  });
  return {
    id: currency,
    currency,
    ...figure('charges', 1),
    ...figure('paidOnBehalf', 0.82),
    ...figure('balance', 1.4, 1.52),
    ...figure('allocatedUnspent', 0.3, 0.21),
    ...figure('recoverable', 0.28, 0.2),
    ...figure('unissuedInvoices', 0.55, 0),
    ...figure('intercompany', 0.21, 0.24),
    openDues: '6',
  };
}

function makeHistory(): Overview['history'] {
  const next = seeded(5);
  const series = entities.map(({ id }) => id).sort();
  const months = Array.from({ length: 13 }, (_, back) => {
    const at = 2026 * 12 + 9 - 12 + back;
    const cents = entities.map((_, place) => 24_000_000 + place * 6_000_000 + back * 900_000 + next(16_000_000));
    return {
      period: `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      total: money(cents.reduce((sum, each) => sum + each, 0)),
      parts: entities.map(({ id }, place) => ({ entity: id, amount: money(cents[place]!) })),
      others: '',
    };
  });
  return { currency: 'CNY', series, months };
}
