// What holds of every book whatever people do to it: money is conserved, refusals change nothing, records tell it all,
// reversals leave nothing, parts sum to totals (F11, F14, L2, C5).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FundsRow,
  type Step,
  attempt,
  fundsRow,
  histories,
  line,
  months,
  played,
  smallGroup,
} from '../../tests/histories.ts';
import { amountText, money, month } from '../../tests/rule-facts.ts';
import type { BookStory, ToldLines } from '../../tests/book-story.ts';
import { lastDay } from '../calendar/day.ts';
import { balancesOn } from '../reports/balances.ts';
import { settledCharges } from '../reports/charges.ts';
import { duesTable } from '../reports/dues.ts';
import { floatTable } from '../reports/float.ts';
import { entityOn } from '../rules/link.ts';
import type { Purse } from '../rules/purse.ts';
import { type Book, emptyBook } from './book.ts';
import { prepareEntry } from './enter.ts';
import type { Facts } from './facts.ts';
import { tieDifferences } from './tie.ts';

/** What the book holds and what its entries did, empty purses and positions left out. */
function stateOf(book: Book) {
  return {
    purses: new Map([...book.timeline.purses].filter(([, purse]) => !isEmpty(purse))),
    effects: book.timeline.outcomes.map(({ effects }) => effects).filter((effects) => effects.length > 0),
    positions: new Map([...book.positions].filter(([, { amount }]) => amount !== 0n)),
  };
}

function isEmpty({ lots, frozen, gift, voucherSpent, owed }: Purse): boolean {
  return lots.length + owed.length + voucherSpent.size === 0 && frozen + gift === 0n;
}

/** What amounts leave over, by currency: nothing, where money is conserved. */
function leftOver(amounts: Iterable<{ readonly currency: string; readonly amount: bigint }>): readonly bigint[] {
  const sums = new Map<string, bigint>();
  for (const { currency, amount } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return [...sums.values()].filter((sum) => sum !== 0n);
}

test('L2: after every record positions sum to zero and the purses hold what was posted; refusals change nothing and say why', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const story = smallGroup();
      for (const step of history) {
        const before = structuredClone(story.book);
        const refusals = attempt(story, step);
        if (refusals.length > 0) expect(story.book).toEqual(before);
        for (const refusal of refusals) {
          expect([refusal.what, refusal.unchanged, refusal.next, refusal.rule].every(Boolean)).toBe(true);
          if (refusal.code === 'laterEntryImpossible')
            expect([...story.book.movements.keys()].some((key) => refusal.what.includes(key))).toBe(true);
        }
        expect(tieDifferences(story.book)).toEqual([]);
        expect(leftOver(story.records.at(-1)!.post)).toEqual([]);
        expect(leftOver(story.book.positions.values())).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('L1: the records alone give the same book and the same postings', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const story = played(history);
      const book = emptyBook();
      for (const { data, seq, post } of story.records) {
        const prepared = prepareEntry(book, data as Facts, { seq });
        expect(prepared.postings).toEqual(post);
        prepared.commit();
      }
      expect(book).toEqual(story.book);
    }),
    { numRuns: 60 },
  );
});

/** Movements of different days and the runs of the months, with an order in which they are entered instead. */
const reordered = fc
  .tuple(
    fc.uniqueArray(fundsRow, { minLength: 2, maxLength: 16, size: 'max', selector: (row) => row.date }),
    fc.uniqueArray(fc.constantFrom(...months)),
  )
  .chain(([rows, runs]) => {
    const steps = [...rows.toSorted((left, right) => (left.date < right.date ? -1 : 1)), ...runs];
    return fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length }));
  });

function stepOf(one: FundsRow | string): Step {
  return typeof one === 'string' ? { run: one } : { do: 'enterFunds', input: { rows: [one] } };
}

const lines = ['1', '2', '3', '4'].map((owner, at) => ({
  owner,
  billed: `${at * 11 + 3}.005`,
  list: `${at * 11 + 3}.005`,
}));

function withBills(): BookStory {
  const story = smallGroup();
  for (const period of months) attempt(story, { bill: period, lines });
  return story;
}

test('F11: entries in any order give the state that they give in order of date', () => {
  fc.assert(
    fc.property(reordered, ([inOrder, shuffled]) => {
      const straight = withBills();
      const at = (one: FundsRow | string) => (typeof one === 'string' ? `${one}-31` : one.date);
      const byDate = inOrder.toSorted((left, right) => (at(left) < at(right) ? -1 : 1));
      const accepted = new Set(byDate.filter((one) => attempt(straight, stepOf(one)).length === 0));
      const mixed = withBills();
      let waiting = shuffled.filter((one) => accepted.has(one));
      for (let left = Infinity; waiting.length < left;) {
        left = waiting.length;
        waiting = waiting.filter((one) => attempt(mixed, stepOf(one)).length > 0);
      }
      fc.pre(waiting.length === 0);
      expect(stateOf(mixed.book)).toEqual(stateOf(straight.book));
    }),
    { numRuns: 80 },
  );
});

test('F14: a movement and its reversal together are nothing', () => {
  fc.assert(
    fc.property(histories, fundsRow, (history, row) => {
      const story = played(history);
      const before = stateOf(structuredClone(story.book));
      if (attempt(story, stepOf(row)).length > 0) return;
      expect(attempt(story, { do: 'reverseMovement', input: { movement: row.key!, reason: 'a slip' } })).toEqual([]);
      expect(stateOf(story.book)).toEqual(before);
    }),
    { numRuns: 80 },
  );
});

test('C5: running a month again changes nothing', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const story = played(history);
      for (const period of months) attempt(story, { run: period });
      const { seq } = story.book;
      for (const period of months) attempt(story, { run: period });
      expect(story.book.seq).toBe(seq);
    }),
    { numRuns: 30 },
  );
});

/** Lines, the same in another order, and where these are parted into two files. */
const shuffledLines = fc
  .array(line, { minLength: 2, maxLength: 12 })
  .chain((told) =>
    fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length }), fc.nat({ max: told.length })),
  );

test('C5: a run does not depend on the order of lines or files', () => {
  const runOf = (...files: (readonly ToldLines[])[]) => {
    const story = smallGroup().do('setPolicy', { provider: 'tencent', policy: { charge_basis: 'contract' } });
    for (const lines of files) if (lines.length > 0) attempt(story, { bill: '2026-10', lines });
    expect(attempt(story, { run: '2026-10' })).toEqual([]);
    const { run, variances, otherPayers } = story.book.runs.get(month('2026-10'))!;
    return { run, variances, otherPayers, state: stateOf(story.book) };
  };
  fc.assert(
    fc.property(shuffledLines, ([told, shuffled, cut]) => {
      expect(runOf(shuffled.slice(0, cut), shuffled.slice(cut))).toEqual(runOf(told));
    }),
    { numRuns: 60 },
  );
});

test('C2, F9, R1, R2: parts sum to totals in every table', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { book } = played(history);
      for (const period of book.runs.keys()) checkCharges(book, period);
      checkBalances(book);
      checkDues(book);
      checkFloat(book);
    }),
    { numRuns: 60 },
  );
});

function sum<T>(list: readonly T[], amount: (one: T) => bigint): bigint {
  return list.reduce((total, one) => total + amount(one), 0n);
}

function checkCharges(book: Book, period: Parameters<typeof settledCharges>[1]): void {
  const charges = settledCharges(book, period);
  for (const { amount, setOff, voucher, gift, cash, credit } of charges) {
    expect(setOff + voucher + gift + cash + credit).toBe(amount);
    if (amount >= 0n) for (const part of [voucher, gift, cash, credit]) expect(part >= 0n).toBe(true);
  }
  for (const payer of new Set(charges.map((one) => one.payer)))
    expect(
      sum(
        charges.filter((one) => one.payer === payer),
        (one) => one.setOff,
      ),
    ).toBe(0n);
}

const lastMonth = month('2026-11');

function checkBalances(book: Book): void {
  for (const one of balancesOn(book, lastDay(lastMonth))) {
    const { cash, frozen, gift, voucher, creditLimit, owed, available } = one;
    expect(available).toBe(cash - frozen + gift + voucher + (creditLimit ?? 0n) - owed);
    for (const amount of [cash, gift, voucher, owed, frozen, cash - frozen]) expect(amount >= 0n).toBe(true);
  }
}

function checkDues(book: Book): void {
  const table = duesTable(book, lastMonth).rows.map((row) => {
    expect(money(row['closing']!)).toBe(money(row['opening']!) + money(row['charges']!) - money(row['payments']!));
    return `${row['creditor']} ${row['debtor']} ${row['closing']}`;
  });
  const posted = [...book.positions.values()]
    .filter(({ position, amount }) => position.startsWith('due-from:') && amount !== 0n)
    .map(({ position, amount }) => `${position.split(':').slice(1).join(' ')} ${amountText(amount)}`);
  expect(table.filter((row) => !row.endsWith(' 0.00')).toSorted()).toEqual(posted.toSorted());
}

function checkFloat(book: Book): void {
  const closings = floatTable(book, lastMonth).rows.map((row) => {
    const { opening, received, returned, spent, closing } = row as Record<string, string>;
    expect(money(closing!)).toBe(money(opening!) + money(received!) - money(returned!) - money(spent!));
    return [`${row['origin']} ${row['holder']}`, money(closing!)] as const;
  });
  const lying = new Map<string, bigint>();
  for (const [account, { lots }] of book.timeline.purses)
    for (const { origin, remaining } of lots) {
      const holder = entityOn(book.structure, account, lastDay(lastMonth));
      if (origin !== holder) lying.set(`${origin} ${holder}`, (lying.get(`${origin} ${holder}`) ?? 0n) + remaining);
    }
  expect(new Map(closings.filter(([, amount]) => amount !== 0n))).toEqual(lying);
}
