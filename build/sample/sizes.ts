// The three sizes of the sample (ux/screens.md §1.15): the demo that ships, the budget group for keystroke budgets and
// screenshots, and the bench group for speed.
import { type Month, parseMonth } from '../../shared/calendar/day.ts';
import type { Provider } from '../../shared/rules/names.ts';
import type { FocusVersion } from './focus-bill.ts';

export type BillFormat = `tencent-${'en' | 'zh'}` | `focus-${FocusVersion}`;

/** One organisation or family of accounts, and the bill files that its vendor sends each month. */
export interface FamilySize {
  readonly provider: Provider;
  readonly currency: string;
  readonly name: string;
  readonly accounts: number;
  readonly creditLimit: string;
  /** Whether its entities are the companies in China, those abroad, or all. */
  readonly entities: 'domestic' | 'abroad' | 'all';
  /** One bill file a month per format named; its accounts are dealt out among them. */
  readonly files: readonly BillFormat[];
  /** Bill files of the last month are written in these formats instead. */
  readonly lastFiles?: readonly BillFormat[];
}

export interface Size {
  readonly name: string;
  readonly nameZh: string;
  readonly subsidiaries: number;
  readonly abroad: number;
  readonly families: readonly FamilySize[];
  readonly months: readonly Month[];
  /** Lines of a month, all files together. */
  readonly lines: number;
  /** Lines in a thousand that are billed otherwise than contracted. */
  readonly variancePerThousand: number;
  /** Whether rare events happen: openings, freezes, moves, renewed offers, and the planted exceptions and findings. */
  readonly eventful: boolean;
}

const lastMonth = parseMonth('2026-10')!;
const monthsUpToLast = (count: number): Month[] =>
  Array.from({ length: count }, (_, index) => (lastMonth - count + 1 + index) as Month);

const group = { name: 'Harbour Group', nameZh: '港湾集团' };

function family(
  provider: Provider,
  currency: string,
  accounts: number,
  entities: FamilySize['entities'],
  ...files: BillFormat[]
): FamilySize {
  const name = provider === 'tencent' ? 'harbour-group' : `harbour-${provider}`;
  return { provider, currency, name, accounts, creditLimit: '', entities, files };
}

const demoFamilies: readonly FamilySize[] = [
  { ...family('tencent', 'CNY', 54, 'domestic', 'tencent-en'), lastFiles: ['tencent-zh'] },
  { ...family('aws', 'USD', 7, 'domestic', 'focus-1.0'), creditLimit: '100000' },
];

const budgetFamilies: readonly FamilySize[] = [
  family('tencent', 'CNY', 300, 'domestic', 'tencent-en', 'tencent-en', 'tencent-zh', 'tencent-zh'),
  { ...family('tencent', 'USD', 40, 'abroad', 'tencent-en', 'tencent-en'), name: 'harbour-intl' },
  family('aws', 'USD', 50, 'all', 'focus-1.0'),
  { ...family('aws', 'EUR', 20, 'abroad', 'focus-1.2'), name: 'harbour-aws-eu' },
  family('azure', 'EUR', 24, 'abroad', 'focus-1.1'),
  family('gcp', 'USD', 14, 'abroad', 'focus-1.2'),
  family('oracle', 'USD', 8, 'abroad', 'focus-1.0'),
  family('alibaba', 'CNY', 12, 'domestic', 'focus-1.0'),
  family('huawei', 'CNY', 8, 'domestic', 'focus-1.2'),
  family('other', 'USD', 4, 'abroad', 'focus-1.0'),
];

/** 6 entities, 61 accounts, 3 months: the story that ships with Purser. */
export const demo: Size = {
  ...group,
  subsidiaries: 5,
  abroad: 0,
  families: demoFamilies,
  months: monthsUpToLast(3),
  lines: 2220,
  variancePerThousand: 5,
  eventful: false,
};

/** 60 entities, 480 accounts, 13 months, 14 bill files a month, every kind of exception and finding. */
export const budget: Size = {
  ...group,
  subsidiaries: 49,
  abroad: 10,
  families: budgetFamilies,
  months: monthsUpToLast(13),
  lines: 6000,
  variancePerThousand: 1,
  eventful: true,
};

/** One month of as many accounts and lines as asked for, in one file: Tencent L3, or FOCUS 1.0 with its 43 columns. */
export function bench(accounts: number, lines: number, bills: 'tencent' | 'focus'): Size {
  const one =
    bills === 'tencent'
      ? family('tencent', 'CNY', accounts, 'domestic', 'tencent-en')
      : family('aws', 'USD', accounts, 'domestic', 'focus-1.0');
  const subsidiaries = Math.max(0, Math.min(59, Math.floor(accounts / 8) - 1));
  return { ...demo, subsidiaries, families: [one], months: [lastMonth], lines, variancePerThousand: 1 };
}
