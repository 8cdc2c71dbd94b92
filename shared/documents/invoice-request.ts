// Invoice requests, fapiao requests 开票申请单 and internal charge notes (ux/documents.md §5.1). None of them is an invoice,
// and each request says so on every page.
import { namedCapitalAmount } from '../money/capital.ts';
import { formatAmount, formatMoney, formatQuantity } from '../money/display.ts';
import { type Decimal, formatDecimal, multiply } from '../money/decimal.ts';
import { formatMultiplier } from '../money/multiplier.ts';
import { type BoxEntry, boxes, figure, figures, heading, notes, signatures, totalLine } from './blocks.ts';
import { compose } from './compose.ts';
import { sayDay, sayMonth } from './dates.ts';
import { type TaxTitle, namesOf } from './facts.ts';
import type { RequestFacts, RequestKind, RequestLine } from './invoice-request-facts.ts';
import type { FlowItem } from './layout.ts';
import type { Block, PrintableDocument } from './page.ts';
import type { CellInput, ColumnInput } from './table-input.ts';
import { type SetTable, setTable } from './table.ts';
import { type DocumentLanguage, type Label, figureLanguage, plain, say } from './words.ts';
import { wording } from './wording.ts';

const titles: Readonly<Record<RequestKind, Label>> = {
  'invoice-request': wording.invoiceRequest,
  'fapiao-request': wording.fapiaoRequest,
  'charge-note': wording.internalChargeNote,
};

/** The request as printed pages. Throws an Error where its figures do not add up. */
export function invoiceRequest(facts: RequestFacts): PrintableDocument {
  const { stamp, kind } = facts;
  const { language } = stamp;
  checkTotals(facts);
  const number = stamp.number === null ? say(language, wording.statusDraft) : plain(stamp.number);
  return compose({
    kind,
    stamp,
    title: titles[kind],
    issuer: facts.seller,
    entries: [
      { label: say(language, wording.number), value: number },
      { label: say(language, wording.issueDate), value: sayDay(language, facts.issued) },
      { label: say(language, wording.servicePeriod), value: sayMonth(language, stamp.period) },
      ...(facts.due === null ? [] : [{ label: say(language, wording.dueDate), value: sayDay(language, facts.due) }]),
      { label: say(language, wording.currency), value: plain(facts.currency) },
      ...(facts.reference ? [{ label: say(language, wording.ourReference), value: plain(facts.reference) }] : []),
    ],
    items: itemsOf(facts),
    ...(kind !== 'charge-note' && { disclaimer: wording.notAnInvoice }),
  });
}

function checkTotals({ totals, applied, amountDue }: RequestFacts): void {
  if (totals.net + totals.tax !== totals.total)
    throw new Error(`the request's total is ${totals.total}, net and tax make ${totals.net + totals.tax}`);
  const left = applied.reduce((rest, item) => rest - item.amount, totals.total);
  if (left !== amountDue)
    throw new Error(`the request's amount due is ${amountDue}, its total less applied is ${left}`);
}

function itemsOf(facts: RequestFacts): FlowItem[] {
  const { language } = facts.stamp;
  const parties = boxes(language, [
    {
      title: wording.buyer,
      entries: [...partyEntries(facts.buyer, language), { label: wording.contact, texts: [facts.contact] }],
    },
    { title: wording.seller, entries: partyEntries(facts.seller, language) },
  ]);
  const remarks = facts.remarks.filter(Boolean);
  const noteItems: FlowItem[] =
    remarks.length === 0
      ? []
      : [{ kind: 'block', block: notes(language, remarks), heading: heading(language, wording.notes) }];
  return [
    { kind: 'block', block: parties },
    { kind: 'table', table: linesTable(facts) },
    { kind: 'block', block: totalFigures(facts) },
    { kind: 'block', block: totalInWords(facts) },
    ...noteItems,
    { kind: 'block', block: signers(facts) },
  ];
}

function partyEntries(title: TaxTitle, language: DocumentLanguage): BoxEntry[] {
  return [
    { label: null, texts: namesOf(title, language), strong: true },
    { label: wording.taxNumber, texts: [title.taxId] },
    { label: wording.address, texts: [title.address, title.phone].filter(Boolean) },
    { label: wording.bank, texts: [title.bank, title.bankAccount].filter(Boolean) },
  ];
}

const columns: readonly ColumnInput[] = [
  { label: wording.description, align: 'start', wraps: true },
  { label: wording.specification, align: 'start', wraps: true },
  { label: wording.unit, align: 'start' },
  { label: wording.quantity, align: 'end' },
  { label: wording.unitPrice, align: 'end' },
  { label: wording.discountColumn, align: 'end' },
  { label: wording.net, align: 'end', carry: 'sum' },
  { label: wording.rate, align: 'end' },
  { label: wording.tax, align: 'end', carry: 'sum' },
];

/** Without any discount that column is left out. */
function linesTable(facts: RequestFacts): SetTable {
  const { language } = facts.stamp;
  const discounted = facts.lines.some((line) => line.multiplier);
  const shown = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => discounted || index !== discountIndex);
  return setTable({
    language,
    currency: facts.currency,
    columns: shown(columns),
    rows: facts.lines.map((line) => ({ kind: 'row', cells: shown(lineCells(line, language)) })),
    total: {
      label: wording.purchasedSubtotal,
      cells: shown([null, null, null, null, null, null, facts.totals.net, null, facts.totals.tax]),
    },
  });
}

const discountIndex = 5;
const month: Label = { en: 'month', zh: '月' };

function lineCells(line: RequestLine, language: DocumentLanguage): CellInput[] {
  const figures = figureLanguage(language);
  return [
    [{ text: line.description }],
    [{ text: line.account, tone: 'soft' }],
    [{ text: month[figures] }],
    [{ text: formatQuantity(line.quantity, figures), tone: 'number' }],
    [{ text: formatQuantity(line.unitPrice, figures), tone: 'number' }],
    line.multiplier && [{ text: formatMultiplier(line.multiplier, figures, 'document') }],
    line.net,
    line.taxRate && [{ text: percent(line.taxRate), tone: 'number' }],
    line.tax ?? 0n,
  ];
}

function percent(rate: Decimal): string {
  return `${formatDecimal(multiply(rate, { coefficient: 100n, scale: 0 }))}%`;
}

function totalFigures(facts: RequestFacts): Block {
  const { language } = facts.stamp;
  const show = (amount: bigint) => formatAmount(amount, facts.currency, figureLanguage(language));
  const rates = {
    title: say(language, wording.taxSummary),
    figures: facts.rates.flatMap((rate) => [
      figure(language, rateLabel(percent(rate.rate), wording.net), show(rate.base)),
      figure(language, rateLabel(percent(rate.rate), wording.tax), show(rate.tax)),
    ]),
  };
  const due = facts.applied.length === 0 ? [] : [figure(language, wording.amountDue, show(facts.amountDue), 'grand')];
  const totals = {
    title: null,
    figures: [
      figure(language, wording.net, show(facts.totals.net)),
      figure(language, wording.tax, show(facts.totals.tax)),
      figure(language, wording.totalWithTax, show(facts.totals.total), due.length > 0 ? 'sum' : 'grand'),
      ...facts.applied.map((item) => figure(language, { en: item.label, zh: item.label }, show(-item.amount))),
      ...due,
    ],
  };
  return figures(facts.rates.length > 0 ? [rates, totals] : [totals]);
}

function rateLabel(rate: string, label: Label): Label {
  return { en: `${rate} ${label.en}`, zh: `${rate} ${label.zh}` };
}

/** The total in capitals where the document speaks Chinese, with the figures beside it. */
function totalInWords(facts: RequestFacts): Block {
  const { language } = facts.stamp;
  const style = facts.kind === 'fapiao-request' ? 'fapiao' : 'settlement';
  const capitals = language === 'en' ? undefined : namedCapitalAmount(facts.amountDue, facts.currency, style);
  const money = formatMoney(facts.amountDue, facts.currency, figureLanguage(language));
  return totalLine([
    ...(capitals ? [{ label: say(language, wording.totalInCapitals), value: plain(capitals) }] : []),
    { label: say(language, capitals ? wording.amount : wording.amountDue), value: plain(money) },
  ]);
}

function signers(facts: RequestFacts): Block {
  const fields = [
    { label: wording.applicant, value: facts.applicant },
    { label: wording.reviewed, value: facts.reviewer },
    ...(facts.kind === 'fapiao-request' ? [{ label: wording.fapiaoNumber, value: facts.fapiaoNumber }] : []),
  ];
  return signatures(facts.stamp.language, fields, wording.seal);
}
