// Counts of the overview explained: each thing counted is a part of one. What an account's money lasts is that of the
// account where it is least.
import { formatDay, lastDay } from '../../calendar/day.ts';
import { missingBills, vendorPayersOf } from '../../book/expected-bills.ts';
import { entityOn } from '../../rules/link.ts';
import { monthAsked } from '../asking.ts';
import { listOf } from '../list-queries.ts';
import type { ListRow } from '../listing.ts';
import { entityBilled, entityOfException } from '../overview-rows.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { rowName } from './parts.ts';
import { partWords, plain } from './words.ts';

const one = { coefficient: 1n, scale: 0 };

function ofEach(names: readonly string[]): readonly Part[] {
  return names.map((name) => ({ label: plain(name), value: one }));
}

/** Columns of the overview that count; undefined for one that does not. */
export const explainCount: Readonly<Record<string, (cell: Cell) => Findings>> = {
  accounts({ asking: { book }, figure, row }) {
    const day = lastDay(monthAsked(String(figure.input['period'])));
    const { accounts } = book.structure;
    const own = [...accounts.values()].filter(({ key }) => entityOn(book.structure, key, day) === row['entity']);
    return {
      parts: ofEach(own.map(({ key, name }) => (name === '' ? key : `${name} ${key}`))),
      mentions: own.map(({ id }) => id),
    };
  },
  billsReceived: (cell) => ({ parts: ofEach(billsOf(cell, received)) }),
  billsExpected: (cell) => ({
    parts: [
      ...ofEach(billsOf(cell, received)),
      ...billsOf(cell, missingBills).map((payer) => ({ label: partWords.missingBill(payer), value: one })),
    ],
  }),
  exceptions({ asking, figure, row }) {
    const period = String(figure.input['period']);
    const own = (rowsOf: readonly ListRow[]): readonly ListRow[] =>
      rowsOf.filter((each) => entityOfException(asking, each, monthAsked(period)) === row['entity']);
    return { parts: ofEach(own(listOf(asking, 'exceptions', { period })!.rows).map(rowName)) };
  },
  runwayDays({ asking, figure, row, value }) {
    const asOf = formatDay(lastDay(monthAsked(String(figure.input['period']))));
    const least = listOf(asking, 'balances', { asOf })!.rows.find(
      (each) =>
        each['entity'] === row['entity'] &&
        each['currency'] === row['currency'] &&
        each['runwayDays'] === row['runwayDays'],
    )!;
    const of = { query: 'balances', input: { asOf }, of: { row: least.id }, column: 'runwayDays' };
    return { parts: [{ label: plain(rowName(least)), value, figure: of }] };
  },
  invoices({ asking, figure, row }) {
    const period = String(figure.input['period']);
    const own = listOf(asking, 'invoiceable', { period })!.rows.filter(
      (each) => each['entity'] === row['entity'] && each['currency'] === row['currency'],
    );
    return { parts: ofEach(own.map(rowName)) };
  },
  invoicesIssued: () => ({ note: partWords.noneIssued }),
  openDues({ asking, figure, row }) {
    const period = String(figure.input['period']);
    const own = listOf(asking, 'dues', { period })!.rows.filter((each) => each['currency'] === row['currency']);
    return { parts: ofEach(own.filter((each) => /[1-9]/.test(each['closing'] ?? '')).map(rowName)) };
  },
};

const received = (...[book, month]: Parameters<typeof vendorPayersOf>): readonly string[] => [
  ...vendorPayersOf(book, month),
];

/** The vendor's bills of the row's entity among those that are received, or missing. */
function billsOf({ asking: { book }, figure, row }: Cell, bills: typeof missingBills): readonly string[] {
  const month = monthAsked(String(figure.input['period']));
  return bills(book, month).filter((payer) => entityBilled(book, payer, month) === row['entity']);
}
