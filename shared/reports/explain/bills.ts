// Lines, files, exceptions, findings and the discount check explained (B2, B5, C4).
import { currencyDecimals } from '../../money/currency.ts';
import { negate } from '../../money/decimal.ts';
import { lineExceptions } from '../../rules/exception.ts';
import { accountKey } from '../../rules/names.ts';
import { type Asking, type ImportedBucket, monthAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { lineId } from '../lists/bill-lines.ts';
import { discountCheckList } from '../lists/discount-check.ts';
import { worksIn } from '../works.ts';
import { linesOf } from './charge-price.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { cellOf, isRounding, partsBeside, withRest } from './parts.ts';
import { columnName, partWords } from './words.ts';

/** Lines end in the rows of their file. */
export function explainLine({ asking, figure, row }: Cell): Findings {
  const month = monthAsked(String(figure.input['period']));
  const line = asking.sources.buckets(month).find((one) => lineId(one) === row.id);
  return line ? { buckets: [line], seqs: importSeq(asking, line.import) } : {};
}

export function explainImport(cell: Cell): Findings {
  const { asking, row, column } = cell;
  const seqs = importSeq(asking, row['import'] ?? '');
  return column === 'difference'
    ? {
        parts: partsBeside(cell, [
          ['inFile', 1],
          ['keptSum', -1],
        ]),
        seqs,
      }
    : { seqs };
}

function importSeq({ book }: Asking, id: string): readonly number[] {
  const booked = book.imports.get(id);
  return booked ? [booked.seq] : [];
}

/** An exception by the lines that wait. */
export function explainException(cell: Cell): Findings {
  const { asking, row } = cell;
  const waiting = asking.sources.buckets(monthAsked(row['month'] ?? '')).filter((one) => waits(asking, one, row));
  return { parts: linesOf(cell, waiting, 'billed'), buckets: waiting };
}

function waits({ book }: Asking, { bucket }: ImportedBucket, row: Cell['row']): boolean {
  return (
    accountKey(bucket.provider, bucket.owner) === row['subject'] &&
    bucket.vendorPayer === row['vendorPayer'] &&
    bucket.currency === row['currency'] &&
    lineExceptions(book.structure, [bucket])[0]?.kind === row['cause']
  );
}

/** A variance by what was billed and contracted, where the lines still say the same; vouchers by the lines that used them. */
export function explainFinding(cell: Cell): Findings {
  const { asking, figure, row, column } = cell;
  const period = String(figure.input['period']);
  if (row['kind'] === 'voucher-unknown') return { buckets: linesWithVouchers(cell, period) };
  const run = asking.book.runs.get(monthAsked(period));
  const seqs = run ? [run.seq] : [];
  if (row['kind'] !== 'discount-variance') return { seqs };
  const id = rowId(
    accountKey(row['provider'] ?? '', row['account'] ?? ''),
    row['product'] ?? '',
    row['currency'] ?? '',
  );
  const checked = discountCheckList(asking, { period }).rows.find((one) => one.id === id);
  if (!checked || checked['amount'] !== row['amount']) return { seqs };
  const of = { query: 'discountCheck', input: { period }, of: { row: id }, column };
  const label = columnName(column === 'amount' ? 'difference' : column);
  return { parts: [{ label, value: cell.value, figure: of }], seqs };
}

function linesWithVouchers({ asking, row }: Cell, period: string): readonly ImportedBucket[] {
  const payer = accountKey(row['provider'] ?? '', row['account'] ?? '');
  return asking.sources
    .buckets(monthAsked(period))
    .filter(({ bucket }) => accountKey(bucket.provider, bucket.vendorPayer) === payer)
    .filter(({ bucket }) => bucket.vendorVoucher.coefficient !== 0n);
}

export function explainDiscountCheck(cell: Cell): Findings {
  const { asking, figure, row, column, value, currency } = cell;
  const { works, origins } = worksIn(asking, monthAsked(String(figure.input['period'])));
  const buckets = works
    .filter((work) => rowId(work.owner, work.product, work.currency) === row.id)
    .flatMap((work) => work.parts.filter((part) => part.offer).map((part) => origins.get(part.bucket)!));
  if (column === 'billed') return { parts: linesOf(cell, buckets, 'billed'), buckets };
  if (column === 'contract') return { buckets };
  const parts: readonly Part[] = [
    { label: columnName('billed'), value: cellOf(row, 'billed'), figure: { ...figure, column: 'billed' } },
    {
      label: columnName('contract'),
      value: negate(cellOf(row, 'contract')),
      figure: { ...figure, column: 'contract' },
    },
  ];
  const label: Parameters<typeof withRest>[2] = (rest) =>
    isRounding(rest, currencyDecimals(currency)) ? partWords.rounding : partWords.changed;
  return {
    parts: withRest(
      parts.filter((part) => part.value.coefficient !== 0n),
      value,
      label,
    ),
    buckets,
  };
}
