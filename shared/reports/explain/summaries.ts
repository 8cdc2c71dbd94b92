// Figures that sum up other lists explained: the overview, consolidated bills, the preview of charges, the loss check.
import { formatDay, lastDay } from '../../calendar/day.ts';
import { add, zero } from '../../money/decimal.ts';
import { fromMinor } from '../../money/minor.ts';
import { type Asking, monthAsked, monthBefore } from '../asking.ts';
import { chargesToPost } from '../charges-preview.ts';
import { groupedBy } from '../document-facts/bill-amounts.ts';
import { rowId } from '../figure.ts';
import { selected } from '../listing.ts';
import { isListName, listOf } from '../list-queries.ts';
import { scopeCharges } from '../lists/consolidated-bill.ts';
import { chargeId } from '../works.ts';
import { chargesList } from '../lists/charges.ts';
import { chargeParts } from './charges.ts';
import { explainCount } from './counts.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { partsBeside, partsOfRows } from './parts.ts';
import { plain } from './words.ts';

/** Which list's column an overview figure sums up. */
const summedUp: Readonly<Record<string, { readonly query: string; readonly column: string; readonly dated?: true }>> = {
  balance: { query: 'balances', column: 'balance', dated: true },
  allocatedUnspent: { query: 'balances', column: 'recoverable', dated: true },
  unissuedInvoices: { query: 'invoiceable', column: 'amount' },
  toInvoice: { query: 'invoiceable', column: 'amount' },
  intercompany: { query: 'dues', column: 'closing' },
};

export function explainOverview(cell: Cell): Findings {
  const { asking, figure, row, column, currency } = cell;
  const period = String(figure.input['period']);
  const ofRow = ['entity', 'product'].flatMap((name) => {
    const value = row[name];
    return value === undefined ? [] : [{ column: name, test: 'is' as const, value }];
  });
  const run = asking.book.runs.get(monthAsked(column === 'previous' ? monthBefore(period) : period));
  const seqs = run ? [run.seq] : [];
  if (column === 'delta')
    return {
      parts: partsBeside(cell, [
        ['charges', 1],
        ['previous', -1],
      ]),
    };
  if (column === 'charges') return { parts: chargeParts(asking, period, ofRow, currency, 'amount'), seqs };
  if (column === 'previous')
    return { parts: chargeParts(asking, monthBefore(period), ofRow, currency, 'amount'), seqs };
  if (column === 'paidOnBehalf') return { parts: onBehalfParts(asking, period, currency), seqs };
  if (column in explainCount) return explainCount[column]!(cell);
  const { query, column: summed, dated } = summedUp[column]!;
  const input = dated ? { asOf: formatDay(lastDay(monthAsked(period))) } : { period };
  const list = isListName(query) ? listOf(asking, query, input) : undefined;
  const rows = selected(list!, { filter: ofRow }).filter((one) => one['currency'] === currency);
  const filtered = ofRow.length === 0 ? input : { ...input, filter: ofRow };
  return { parts: partsOfRows(query, filtered, rows, summed), seqs };
}

/** The charges whose payer is not their owner, by payer and owner. */
function onBehalfParts(asking: Asking, period: string, currency: string): readonly Part[] {
  const input = { period, groupBy: ['payer', 'owner'] as ('payer' | 'owner')[] };
  const rows = chargesList(asking, input).rows.filter(
    (row) => row['currency'] === currency && row['payer'] !== row['owner'],
  );
  return partsOfRows('charges', input, rows, 'amount');
}

const billColumns: Readonly<Record<string, string>> = { vouchers: 'voucher', total: 'amount' };

/** A row of a consolidated bill by its charges. */
export function explainConsolidatedBill({ asking, figure, row, column }: Cell): Findings {
  const period = String(figure.input['period']);
  const desk = String(figure.input['desk']);
  const own = scopeCharges(asking, { period, desk }).filter(
    ({ owner, product, currency }) => rowId(owner, product, currency) === row.id,
  );
  const ids = new Set(own.map(chargeId));
  const rows = chargesList(asking, { period }).rows.filter(({ id }) => ids.has(id));
  const run = asking.book.runs.get(monthAsked(period));
  const parts = partsOfRows('charges', { period }, rows, billColumns[column] ?? column);
  return { parts, seqs: run ? [run.seq] : [] };
}

export function explainPreview(cell: Cell): Findings {
  const { asking, figure, row, column, currency } = cell;
  const period = String(figure.input['period']);
  const entity = row['entity'] ?? '';
  if (column === 'delta')
    return {
      parts: partsBeside(cell, [
        ['amount', 1],
        ['posted', -1],
      ]),
    };
  if (column === 'posted')
    return {
      parts: chargeParts(asking, period, [{ column: 'entity', test: 'is', value: entity }], currency, 'amount'),
    };
  const own = chargesToPost(asking, period).filter((one) => one.entity === entity && one.currency === currency);
  const parts = [...groupedBy(own, ({ owner }) => owner)].map(([owner, charges]): Part => {
    const sum = charges
      .map((charge) => fromMinor(column === 'list' ? charge.list : charge.amount, currency))
      .reduce(add, zero);
    return { label: plain(owner), value: sum };
  });
  return { parts: parts.filter(({ value }) => value.coefficient !== 0n) };
}

export function explainLossCheck(cell: Cell): Findings {
  if (cell.column === 'difference')
    return {
      parts: partsBeside(cell, [
        ['after', 1],
        ['before', -1],
      ]),
    };
  return {};
}
