// Plans of transfers of the made-up group, as the program answers them: enough to draw one, without its rules.
import type { FundsPlan } from '../../shared/reports/plan/plan.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import { sumsOf } from './fake-lists.ts';
import { adminOf, money } from './harbour.ts';
import { balances } from './harbour-funds.ts';

interface Drafted {
  readonly account: string;
  readonly written: string;
}

/** The plan for some accounts; the last one lacks cash, so that a shortage is seen. */
export function planOf(kind: 'allocation' | 'recovery', drafted: readonly Drafted[]): FundsPlan {
  const rows = drafted.flatMap((row, place) => {
    const balance = balances.find(({ id }) => id === row.account);
    return balance ? [kind === 'allocation' ? targetOf(balance, row, place) : returningOf(balance, row)] : [];
  });
  const first = rows[0];
  const isShort = kind === 'allocation' && rows.length > 2;
  const source = first && adminOf(first['entity'] ?? '');
  return {
    rows,
    sums: sumsOf(rows, ['amount', 'suggested', 'recoverable', 'cash', 'frozen', 'gift']),
    movements: rows.map((row) => ({
      date: '2026-10-31',
      provider: 'tencent',
      account: source?.['account'] ?? '',
      to: row.id.slice(row.id.indexOf(':') + 1),
      amount: row['amount'] ?? '',
      currency: row['currency'] ?? '',
    })),
    shortages: isShort && source ? [{ account: source.id, currency: 'CNY', amount: '12000.00' }] : [],
    sources: source
      ? [
          {
            id: source.id,
            name: source['name'] ?? '',
            currency: 'CNY',
            free: '48000.00',
            received: '0.00',
            repaid: '0.00',
            given: '60000.00',
            left: '-12000.00',
            paysFor: '7',
          },
        ]
      : [],
  };
}

function targetOf(balance: ListRow, { written }: Drafted, place: number): ListRow {
  const currency = balance['currency'] ?? '';
  const amount = balance['mode'] === 'pay-on-behalf' ? '' : money(500_000 + place * 120_000, currency);
  return {
    ...balance,
    kind: 'target',
    source: adminOf(balance['entity'] ?? '').id,
    written,
    targetDays: '30',
    suggested: amount,
    suggestedDays: '22',
    amount,
    after: balance['available'] ?? '',
    afterDays: amount === '' ? '' : '30',
    check: amount === '' ? 'targetIsPaidFor' : '',
    reason: '',
    next: '',
    blocks: '',
  };
}

function returningOf(balance: ListRow, { written }: Drafted): ListRow {
  return {
    ...balance,
    kind: 'returning',
    to: adminOf(balance['entity'] ?? '').id,
    written,
    amount: balance['recoverable'] ?? '',
    after: balance['frozen'] ?? '',
    frozenStays: /[1-9]/.test(balance['frozen'] ?? '') ? (balance['frozen'] ?? '') : '',
    frozenUntil: '2026-11-05',
    check: /[1-9]/.test(balance['recoverable'] ?? '') ? '' : 'nothingToRecover',
    blocks: '',
  };
}
