// Dues, float, statements and invoiceable amounts explained (R1–R3, I2).
import { type Month, formatMonth, monthOf } from '../../calendar/day.ts';
import { add, subtract, zero } from '../../money/decimal.ts';
import { fromMinor } from '../../money/minor.ts';
import { firstRunOf } from '../../book/book.ts';
import type { FundsEffect } from '../../rules/effect.ts';
import { accountOf } from '../../rules/link.ts';
import { type AccountKey, idOf, providerOf } from '../../rules/names.ts';
import type { Reimbursement } from '../../rules/movement.ts';
import type { TimedEntry } from '../../rules/timeline.ts';
import { type Asking, monthAsked, monthBefore } from '../asking.ts';
import { type FloatColumn, floatSteps, flowsIn, invoiceablePart } from '../flows.ts';
import { type List, type ListRow, selected } from '../listing.ts';
import { duesList, floatList, invoiceableList } from '../lists/between-entities.ts';
import { chargesList } from '../lists/charges.ts';
import { dueSteps, statementList } from '../lists/statement.ts';
import { worksIn, chargeId } from '../works.ts';
import { chargeFigure } from './charges.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { cellOf, movementFigure, partsBeside, withRest } from './parts.ts';
import { columnName, partWords, plain } from './words.ts';

function periodOf({ figure }: Cell): string {
  return String(figure.input['period']);
}

export function explainDue(cell: Cell): Findings {
  const { asking, figure, row, column, currency } = cell;
  const { creditor = '', debtor = '' } = row;
  if (column === 'closing')
    return {
      parts: partsBeside(cell, [
        ['opening', 1],
        ['charges', 1],
        ['payments', -1],
      ]),
    };
  if (column === 'opening') return explainDueOpening(cell);
  const input = { creditor, debtor, period: periodOf(cell), currency };
  const isPayment = (one: ListRow): boolean => one['reason'] === 'payment';
  const rows = statementList(asking, input).rows.filter((one) => isPayment(one) === (column === 'payments'));
  const parts = rows.map((one): Part => {
    const value = cellOf(one, 'amount');
    const words = [one['reason'], one['account'], one['product'], one['reference']].filter(Boolean).join(' ');
    const part = { query: 'statement', input, of: { row: one.id }, column: 'amount' };
    return { label: plain(words), value: column === 'payments' ? subtract(zero, value) : value, figure: part };
  });
  return { parts, seqs: runSeq(asking, figure.input['period']) };
}

function explainDueOpening(cell: Cell): Findings {
  const { asking, row, currency } = cell;
  const month = monthAsked(periodOf(cell));
  const first = firstRunOf(asking.book);
  const own = [...asking.book.reimbursements.values()].filter(
    (one) =>
      one.creditor === row['creditor'] &&
      one.debtor === row['debtor'] &&
      one.currency === currency &&
      monthOf(one.date) === month &&
      (one.kind === 'opening' || (first !== null && month < first)),
  );
  const parts = [...closingBefore(cell, duesList), ...own.map(reimbursementPart)];
  return { parts, mentions: own.map(({ key }) => JSON.stringify(key)) };
}

function reimbursementPart({ kind, key, date, amount, currency }: Reimbursement): Part {
  const isOpening = kind === 'opening';
  const label = isOpening ? partWords.openingDue(key) : partWords.reimbursement(key, date);
  return { label, value: fromMinor(isOpening ? amount : -amount, currency) };
}

/** What a row of the same id closed with the month before. */
function closingBefore(cell: Cell, list: (asking: Asking, input: { period: string }) => List): readonly Part[] {
  const period = monthBefore(periodOf(cell));
  const former = list(cell.asking, { period }).rows.find((one) => one.id === cell.row.id);
  if (!former || cellOf(former, 'closing').coefficient === 0n) return [];
  const figure = { query: cell.figure.query, input: { period }, of: { row: former.id }, column: 'closing' };
  return [{ label: partWords.monthBefore, value: cellOf(former, 'closing'), figure }];
}

export function explainStatementRow(cell: Cell): Findings {
  const { asking, row, figure, currency } = cell;
  if (row['reason'] === 'payment') {
    const key = row.id.slice(row.id.indexOf('|') + 1);
    return { mentions: [JSON.stringify(key)] };
  }
  const period = periodOf(cell);
  const input = { debtor: String(figure.input['debtor']), creditor: String(figure.input['creditor']), currency };
  const steps = dueSteps(asking, input, monthAsked(period)).filter((step) => step.row === row.id);
  const parts = steps.map(({ effect, entry, charge }): Part => {
    const value = fromMinor(effect.amount, currency);
    if (charge && entry.event.kind === 'run') {
      const partOf = chargeFigure(formatMonth(entry.event.run.period), charge, wayOf(effect));
      return { label: stepLabel(effect), value, partOf };
    }
    const key = entry.event.kind === 'movement' ? entry.event.movement.key : undefined;
    return { label: stepLabel(effect), value, ...(key === undefined ? {} : { partOf: movementFigure(key) }) };
  });
  const charge = steps[0]?.charge;
  const { byCharge, origins } = worksIn(asking, monthAsked(period));
  const lines = charge ? (byCharge.get(chargeId(charge))?.parts ?? []) : [];
  const seqs = steps.flatMap(({ entry }) => entrySeq(asking, entry));
  return { parts, seqs, buckets: lines.map(({ bucket }) => origins.get(bucket)!) };
}

function wayOf(effect: FundsEffect): string {
  if (effect.kind === 'set-off') return 'setOff';
  if (effect.kind === 'by-voucher') return 'voucher';
  return effect.kind === 'by-credit' ? 'credit' : 'cash';
}

function stepLabel(effect: FundsEffect): Part['label'] {
  switch (effect.kind) {
    case 'by-cash':
      return partWords.lot(effect.origin ?? '', effect.lot!.date, effect.lot!.trail);
    case 'by-voucher':
      return partWords.voucher(effect.voucher?.key ?? '');
    case 'by-credit':
      return columnName('credit');
    case 'set-off':
      return columnName('setOff');
    case 'returned-as-cash':
      return partWords.returned;
    default:
      return 'origin' in effect ? partWords.cashOf(effect.origin ?? '') : columnName('amount');
  }
}

function entrySeq({ book }: Asking, { event }: TimedEntry): readonly number[] {
  if (event.kind === 'movement') return [book.movements.get(event.movement.key)!.seq];
  return event.kind === 'run' ? [book.runs.get(event.run.period)!.seq] : [];
}

function runSeq({ book }: Asking, period: unknown): readonly number[] {
  const run = book.runs.get(monthAsked(String(period)));
  return run ? [run.seq] : [];
}

export function explainFloat(cell: Cell): Findings {
  const { asking, row, column, currency } = cell;
  if (column === 'opening') return { parts: closingBefore(cell, floatList) };
  if (column === 'closing')
    return {
      parts: partsBeside(cell, [
        ['opening', 1],
        ['received', 1],
        ['returned', -1],
        ['spent', -1],
      ]),
    };
  const period = monthAsked(periodOf(cell));
  const parts: Part[] = [];
  const seqs = new Set<number>();
  for (const { effect, entry } of flowsIn(asking.book, period)) {
    if (accountOf(asking.book.structure, effect.account).currency !== currency) continue;
    const own = floatSteps(effect).filter(
      (step) =>
        step.column === (column as FloatColumn) && step.origin === row['origin'] && step.holder === row['holder'],
    );
    if (own.length === 0) continue;
    parts.push(floatPart(entry, effect, currency));
    for (const seq of entrySeq(asking, entry)) seqs.add(seq);
  }
  return { parts: merged(parts), seqs: [...seqs] };
}

function floatPart({ event, day }: TimedEntry, effect: FundsEffect, currency: string): Part {
  const value = fromMinor(effect.amount, currency);
  if (event.kind === 'movement') {
    const { kind, key } = event.movement;
    return { label: partWords.movement(kind, key, day), value, partOf: movementFigure(key) };
  }
  if (event.kind === 'run' && 'charge' in effect) {
    const charge = event.run.charges[effect.charge]!;
    const partOf = chargeFigure(formatMonth(event.run.period), charge, 'cash');
    return { label: partWords.charge(charge.owner, charge.product, charge.category), value, partOf };
  }
  return { label: event.kind === 'move' ? partWords.entityChanged : partWords.repaid(columnName('owed')), value };
}

/** Parts of one label and one larger figure as one. */
function merged(parts: readonly Part[]): readonly Part[] {
  const sums = new Map<string, Part>();
  for (const part of parts) {
    const key = JSON.stringify([part.label, part.partOf]);
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, value: add(sum.value, part.value) } : part);
  }
  return [...sums.values()];
}

export function explainInvoiceable(cell: Cell): Findings {
  const { asking, row, currency } = cell;
  const account = row.id as AccountKey;
  const period = monthAsked(periodOf(cell));
  const parts = [...carriedPart(cell), ...invoicedParts(asking, account, period, currency)];
  return { parts: withRest(parts, cell.value, () => partWords.carried), seqs: runSeq(asking, periodOf(cell)) };
}

/** A negative amount of the month before. */
function carriedPart(cell: Cell): readonly Part[] {
  const period = monthBefore(periodOf(cell));
  const former = invoiceableList(cell.asking, { period }).rows.find((one) => one.id === cell.row.id);
  if (!former || cellOf(former, 'amount').coefficient >= 0n) return [];
  const figure = { query: 'invoiceable', input: { period }, of: { row: former.id }, column: 'amount' };
  return [{ label: partWords.carried, value: cellOf(former, 'amount'), figure }];
}

/** What was settled in cash, credit and priced vouchers, and what was repaid, as far as it may be invoiced. */
function invoicedParts(asking: Asking, account: AccountKey, period: Month, currency: string): readonly Part[] {
  const parts: Part[] = [];
  for (const { effect, entry } of flowsIn(asking.book, period)) {
    const amount = effect.account === account ? invoiceablePart(asking.book, effect) : 0n;
    if (amount === 0n) continue;
    parts.push({ ...invoicedPart(effect, entry), value: fromMinor(amount, currency) });
  }
  return merged(parts).map((part) => totalFigure(asking, account, period, part));
}

function invoicedPart(effect: FundsEffect, entry: TimedEntry): Omit<Part, 'value'> {
  switch (effect.kind) {
    case 'by-voucher':
      return { label: partWords.voucher(effect.voucher?.key ?? '') };
    case 'by-credit':
      return { label: partWords.creditPaid };
    case 'repaid': {
      if (entry.event.kind !== 'movement') return { label: partWords.repaid(columnName('owed')) };
      const { kind, key, date } = entry.event.movement;
      return { label: partWords.repaid(partWords.movement(kind, key, date)), partOf: movementFigure(key) };
    }
    default:
      return { label: partWords.cashPaid };
  }
}

/** Cash and credit are sums over the payer's charges, where all of them are in sight. */
function totalFigure(asking: Asking, account: AccountKey, period: Month, part: Part): Part {
  const column =
    part.label === partWords.cashPaid ? 'cash' : part.label === partWords.creditPaid ? 'credit' : undefined;
  if (column === undefined) return part;
  const filter = [
    { column: 'provider', test: 'is' as const, value: providerOf(account) },
    { column: 'payer', test: 'is' as const, value: idOf(account) },
  ];
  const list = chargesList(asking, { period: formatMonth(period) });
  const sum = selected(list, { filter })
    .map((row) => cellOf(row, column))
    .reduce(add, zero);
  if (subtract(sum, part.value).coefficient !== 0n) return part;
  const of = { sumIn: accountOf(asking.book.structure, account).currency };
  return { ...part, figure: { query: 'charges', input: { period: formatMonth(period), filter }, of, column } };
}
