// The bill files taken into the book with the proof that nothing was lost (rule B2), one row per file and currency.
import { parseMonth } from '../../calendar/day.ts';
import type { BookedImport } from '../../book/book.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatDecimal, parseDecimal, subtract, zero } from '../../money/decimal.ts';
import { payerOn } from '../../rules/link.ts';
import { accountKey } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { seesCharge } from '../sight.ts';

const texts = [
  'file',
  'import',
  'sha256',
  'format',
  'periods',
  'vendorPayers',
  'currency',
  'final',
  'status',
  'replaces',
];
const numbers = ['size', 'rows', 'kept', 'setAside', 'chargedIn', 'seq'];

export function importsList(asking: Asking, { period }: QueryInput<'imports'>): List {
  const rows = [...asking.book.imports.values()]
    .filter(({ fact }) => period === undefined || fact.months.some(({ month }) => month === period))
    .filter((booked) => seesImport(asking, booked))
    .flatMap((booked) => importRows(asking, booked));
  return {
    columns: columnsOf({ text: texts, number: numbers, amount: ['inFile', 'keptSum', 'difference'] }),
    rows,
  };
}

/** A file's totals hold the lines of every account in it: a desk sees those of which it sees every line. */
export function seesImport(asking: Asking, { fact }: BookedImport): boolean {
  const { book, desk, sources } = asking;
  if (desk === '') return true;
  const months = new Set(fact.months.map(({ month }) => monthAsked(month)));
  return [...months].every((month) =>
    sources
      .buckets(month)
      .filter((one) => one.import === fact.id)
      .every(({ bucket }) => {
        const owner = accountKey(bucket.provider, bucket.owner);
        if (!book.structure.accounts.has(owner)) return accountKey(bucket.provider, bucket.vendorPayer) === desk;
        return seesCharge(asking, { owner, payer: payerOn(book.structure, owner, bucket.endDay) }, month);
      }),
  );
}

function importRows({ book }: Asking, { fact, seq, gone }: BookedImport): readonly ListRow[] {
  const charged = [...book.runs.values()].filter((run) => run.imports.includes(fact.id)).length;
  const sums = fact.sums.length > 0 ? fact.sums : [{ currency: '', inFile: '0', kept: '0' }];
  return sums.map(({ currency, inFile, kept }) => ({
    id: rowId(fact.id, currency),
    import: fact.id,
    file: fact.name,
    sha256: fact.sha256,
    size: String(fact.size),
    format: fact.format,
    periods: [...new Set(fact.months.map(({ month }) => month))].sort(byMonth).join(' '),
    vendorPayers: [...new Set(fact.vendorPayers.map(({ provider, id }) => `${provider}:${id}`))].join(' '),
    rows: String(fact.rows),
    kept: String(fact.kept),
    setAside: String(fact.setAside.reduce((sum, { rows }) => sum + rows, 0)),
    currency,
    inFile,
    keptSum: kept,
    difference: formatDecimal(subtract(parseDecimal(inFile) ?? zero, parseDecimal(kept) ?? zero)),
    final: fact.final ? 'yes' : '',
    status: gone ?? 'counts',
    replaces: fact.replaces.join(' '),
    chargedIn: String(charged),
    seq: String(seq),
  }));
}

function byMonth(left: string, right: string): number {
  return (parseMonth(left) ?? 0) - (parseMonth(right) ?? 0);
}
