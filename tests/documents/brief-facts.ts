// The facts of a month brief for tests: as many entities and currencies as are asked for, with long names, a loss, and
// amounts that say which row they are of.
import type { BriefFigure, MonthBriefFacts } from '../../shared/documents/month-brief-facts.ts';
import { period } from './sample-facts.ts';

const figureTitles = [
  'Charges',
  'Paid on behalf',
  'Balance',
  'Allocated, unspent',
  'Recoverable',
  'To invoice',
  'Dues',
];
export const briefCurrencies = ['CNY', 'USD', 'EUR', 'HKD', 'SGD', 'GBP', 'JPY', 'CAD', 'CHF'];

const figure = (amount: bigint, previous: bigint): BriefFigure => ({ amount, previous, change: amount - previous });

function entityOf(place: number, currency: string): MonthBriefFacts['entities'][number] {
  const amount = BigInt(1_000_000 + place * 137_019);
  return {
    entity: `E${place}`,
    name: place % 7 === 0 ? `Harbour Retail and Consumer Services (District ${place}) Limited` : `Harbour ${place} Ltd`,
    currency,
    accounts: '8',
    bills: place % 5 === 0 ? '1 / 2 prov.' : '2 / 2',
    charges: figure(amount, amount - BigInt(place * 1000) + 7_000n),
    balance: BigInt(place) * 999_983n - 3_000_000n,
    runwayDays: String(place + 3),
    exceptions: '0',
    invoices: '0 / 3',
    closeState: 'Open',
  };
}

/** Facts whose sums hold. */
export function briefFacts(language: 'en' | 'zh', entities: number, currencies: number): MonthBriefFacts {
  const used = briefCurrencies.slice(0, currencies);
  const rows = Array.from({ length: entities }, (_, place) => used.map((currency) => entityOf(place, currency))).flat();
  const sum = (currency: string, of: (row: (typeof rows)[number]) => bigint): bigint =>
    rows.filter((row) => row.currency === currency).reduce((so, row) => so + of(row), 0n);
  const charged = (currency: string): BriefFigure =>
    figure(
      sum(currency, (row) => row.charges.amount),
      sum(currency, (row) => row.charges.previous),
    );
  const { amount, previous } = charged('CNY');
  const changes = Array.from({ length: 8 }, (_, place) => BigInt((8 - place) * (place % 2 === 0 ? 31_417 : -27_183)));
  return {
    language,
    bookName: 'Harbour Group',
    period,
    state: { en: 'Run', zh: '已结转' },
    provisional: true,
    printedAt: '2026-11-03 09:15 UTC',
    figureTitles: figureTitles.map((en) => ({ en, zh: en === 'Charges' ? '费用' : '主体间往来' })),
    figures: used.map((currency) => ({
      currency,
      figures: figureTitles.map((title, place) =>
        title === 'Balance'
          ? figure(
              sum(currency, (row) => row.balance),
              1n,
            )
          : place === 0
            ? charged(currency)
            : figure(BigInt(place) * 123_456_789n, 100_000_000n),
      ),
    })),
    entities: rows,
    work: [
      { what: { en: 'Bills missing', zh: '缺少的账单' }, count: 4 },
      { what: { en: 'Exceptions to resolve', zh: '待处理异常' }, count: 23 },
      { what: { en: 'Charges to run', zh: '待计费结转' }, count: 1 },
      { what: { en: 'Invoices to request', zh: '待申请发票' }, count: 200 },
      { what: { en: 'Dues between entities', zh: '未结主体间往来' }, count: 9 },
    ],
    history: {
      currency: 'CNY',
      series: Array.from({ length: 6 }, (_, place) => `Harbour ${place} Ltd`),
      months: Array.from({ length: 13 }, (_, back) => ({
        period: `2026-${String(back + 1).padStart(2, '0')}`,
        total: 700_000n + BigInt(back) * 10_000n,
        parts: Array.from({ length: 7 }, () => 100_000n),
      })),
    },
    movers: {
      currency: 'CNY',
      previous,
      rows: changes.map((change, place) => ({ name: `Cloud Virtual Machine E${place}`, change })),
      others: amount - previous - changes.reduce((so, change) => so + change, 0n),
      total: amount,
    },
    runway: Array.from({ length: 12 }, (_, place) => ({
      account: `hb-shop-${place}`,
      currency: 'CNY',
      days: String(place),
      available: BigInt(place * 10_000),
    })),
  };
}
