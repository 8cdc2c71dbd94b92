// The sheet to key transfers in at the vendor's console (ux/flows.md §2.3): one row for each, with a box to tick and room
// for the vendor's number. It moves no money and is no voucher of account.
import type { Day } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import { heading, signatures } from './blocks.ts';
import { compose } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Stamp, TaxTitle } from './facts.ts';
import type { FlowItem } from './layout.ts';
import type { PrintableDocument } from './page.ts';
import type { CellInput, ColumnInput } from './table-input.ts';
import { setTable } from './table.ts';
import { type Label, plain, say } from './words.ts';
import { wording } from './wording.ts';

/** An account as the console knows it. */
export interface SheetParty {
  readonly name: string;
  readonly id: string;
}

export interface SheetRow {
  readonly number: string;
  readonly date: Day;
  readonly from: SheetParty;
  readonly to: SheetParty;
  readonly currency: string;
  readonly amount: Minor;
}

export interface AllocationSheetFacts {
  readonly stamp: Stamp;
  /** The group whose money is moved. */
  readonly issuer: TaxTitle;
  readonly date: Day;
  readonly rows: readonly SheetRow[];
}

const words = {
  title: { en: 'Allocation sheet', zh: '资金划拨单' },
  box: { en: '☐', zh: '☐' },
  from: { en: 'From', zh: '转出账号' },
  to: { en: 'To', zh: '转入账号' },
  vendorNumber: { en: "Vendor's no.", zh: '云商流水号' },
  total: { en: 'Total', zh: '合计' },
  keyedBy: { en: 'Keyed in by', zh: '经办' },
  transfers: { en: 'Transfers', zh: '划拨笔数' },
} as const satisfies Record<string, Label>;

/** The sheet as printed pages, one table for each currency. */
export function allocationSheet({ stamp, issuer, date, rows }: AllocationSheetFacts): PrintableDocument {
  const { language } = stamp;
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return compose({
    kind: 'allocation-sheet',
    stamp,
    title: words.title,
    issuer,
    entries: [
      { label: say(language, wording.issueDate), value: sayDay(language, date) },
      { label: say(language, words.transfers), value: plain(String(rows.length)) },
    ],
    items: [...currencies.map((currency) => tableOf(stamp, currency, rows)), signers(stamp)],
  });
}

const columns: readonly ColumnInput[] = [
  { label: words.box, align: 'start' },
  { label: wording.number, align: 'start' },
  { label: words.from, align: 'start', wraps: true },
  { label: words.to, align: 'start', wraps: true },
  { label: wording.amount, align: 'end', carry: 'sum' },
  { label: words.vendorNumber, align: 'start' },
];

function tableOf({ language }: Stamp, currency: string, rows: readonly SheetRow[]): FlowItem {
  const own = rows.filter((row) => row.currency === currency);
  const total = own.reduce((sum, { amount }) => sum + amount, 0n);
  return {
    kind: 'table',
    heading: heading(language, { en: currency, zh: currency }),
    table: setTable({
      language,
      currency,
      columns,
      rows: own.map((row) => ({ kind: 'row', cells: cellsOf(row) })),
      total: { label: words.total, cells: [null, null, null, null, total, null] },
    }),
  };
}

function cellsOf({ number, from, to, amount }: SheetRow): CellInput[] {
  const party = ({ name, id }: SheetParty): CellInput => [{ text: name }, { text: id, tone: 'number' }];
  return [
    [{ text: '☐' }],
    [{ text: number, tone: 'number' }],
    party(from),
    party(to),
    amount,
    [{ text: '__________' }],
  ];
}

function signers({ language }: Stamp): FlowItem {
  const fields = [
    { label: words.keyedBy, value: '' },
    { label: wording.reviewed, value: '' },
  ];
  return { kind: 'block', block: signatures(language, fields, wording.seal) };
}
