// Figures that sum up other lists explained: consolidated bills, the preview of charges, the loss check.
import { add, zero } from '../../money/decimal.ts';
import { fromMinor } from '../../money/minor.ts';
import { monthAsked } from '../asking.ts';
import { chargesToPost } from '../charges-preview.ts';
import { groupedBy } from '../document-facts/bill-amounts.ts';
import { rowId } from '../figure.ts';
import { scopeCharges } from '../lists/consolidated-bill.ts';
import { chargeId } from '../works.ts';
import { chargesList } from '../lists/charges.ts';
import { chargeParts } from './charges.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { partsBeside, partsOfRows } from './parts.ts';
import { plain } from './words.ts';

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
