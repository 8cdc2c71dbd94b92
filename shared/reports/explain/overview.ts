// Figures of the overview explained: headlines, entities, what moved, and the entities that its chart shows together.
import { type Month, formatDay, formatMonth, lastDay } from '../../calendar/day.ts';
import { negate, parseDecimal, zero } from '../../money/decimal.ts';
import { type Asking, monthAsked, monthBefore } from '../asking.ts';
import { cellsOfId, rowId } from '../figure.ts';
import { selected } from '../listing.ts';
import { listOf, isListName } from '../list-queries.ts';
import { chargesList } from '../lists/charges.ts';
import { overviewHistory } from '../overview-history.ts';
import { chargeParts } from './charges.ts';
import { explainCount } from './counts.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { cellOf, partsBeside, partsOfRows, rowName } from './parts.ts';
import { plain } from './words.ts';

/** Which list's column an overview figure sums up. */
const summedUp: Readonly<Record<string, { readonly query: string; readonly column: string; readonly dated?: true }>> = {
  balance: { query: 'balances', column: 'balance', dated: true },
  allocatedUnspent: { query: 'balances', column: 'allocatedUnspent', dated: true },
  recoverable: { query: 'balances', column: 'recoverable', dated: true },
  unissuedInvoices: { query: 'invoiceable', column: 'amount' },
  toInvoice: { query: 'invoiceable', column: 'amount' },
  intercompany: { query: 'dues', column: 'closing' },
};

export function explainOverview(cell: Cell): Findings {
  const { figure, row, column } = cell;
  const period = String(figure.input['period']);
  const [kind = ''] = cellsOfId(row.id);
  if (column === 'delta') return difference(cell, 'charges', 'previous');
  if (kind === 'movers') return { parts: withoutMovers(cell) };
  if (kind === 'others') return { parts: otherEntities(cell) };
  const headline = /^(\w+)(Previous|Delta)$/.exec(column);
  if (headline?.[2] === 'Delta') return difference(cell, headline[1]!, `${headline[1]!}Previous`);
  const earlier = headline?.[1] ?? (column === 'previous' ? 'charges' : undefined);
  return earlier === undefined ? explainIn(cell, period, column) : explainIn(cell, monthBefore(period), earlier);
}

function difference(cell: Cell, now: string, before: string): Findings {
  return {
    parts: partsBeside(cell, [
      [now, 1],
      [before, -1],
    ]),
  };
}

/** A column of the row as it was in a month. */
function explainIn(cell: Cell, period: string, column: string): Findings {
  const { asking, row, currency } = cell;
  const ofRow = ['entity', 'product'].flatMap((name) => {
    const value = row[name];
    return value === undefined ? [] : [{ column: name, test: 'is' as const, value }];
  });
  const run = asking.book.runs.get(monthAsked(period));
  const seqs = run ? [run.seq] : [];
  if (column === 'charges') return { parts: chargeParts(asking, period, ofRow, currency, 'amount'), seqs };
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

/** All charges of the currency without those that moved most. */
function withoutMovers({ asking, figure, rows, column, currency }: Cell): readonly Part[] {
  const month = monthAsked(String(figure.input['period']));
  const asked = column === 'previous' ? ((month - 1) as Month) : month;
  const total = chargeParts(asking, formatMonth(asked), [], currency, 'amount');
  const movers = rows.filter(({ id }) => cellsOfId(id)[0] === 'mover');
  const taken = movers.map((row): Part => {
    const of = { ...figure, of: { row: row.id }, column };
    return { label: plain(rowName(row)), value: negate(cellOf(row, column)), figure: of };
  });
  return [...total, ...taken].filter(({ value }) => value.coefficient !== 0n);
}

/** The entities that the history has no colour for, in a month of it. */
function otherEntities({ asking, figure, row, currency }: Cell): readonly Part[] {
  const { series, months } = overviewHistory(asking, monthAsked(String(figure.input['period'])));
  const period = row['period'] ?? '';
  const parts = months.find((month) => month.period === period)?.parts ?? [];
  return parts
    .filter(({ entity }) => !series.includes(entity))
    .map(({ entity, amount }) => ({
      label: plain(entity),
      value: parseDecimal(amount) ?? zero,
      figure: {
        query: 'overview',
        input: { period },
        of: { row: rowId('entity', entity, currency) },
        column: 'charges',
      },
    }));
}
