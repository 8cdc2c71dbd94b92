// The fact that stands in the journal for a bill file that was read: what was proven of it, and what the rules need to know.
import { extname } from 'node:path';
import type { ImportFact } from '../../shared/book/facts.ts';
import { formatMonth } from '../../shared/calendar/day.ts';
import { formatDecimal } from '../../shared/money/decimal.ts';
import type { BillContent } from '../bills/bill-content.ts';

/** The import's id: the start of the content hash, so that the same file is the same import everywhere; read again, the next part of it. */
export function idOfImport(sha256: string, readBefore = 0): string {
  return sha256.slice(16 * readBefore, 16 * (readBefore + 1));
}

interface ImportCircumstances {
  readonly path: string;
  readonly final: boolean;
  readonly shared: ImportFact['shared'];
  readonly decided: ImportFact['decided'];
  readonly skips: readonly string[];
  readonly replaces: readonly string[];
}

/** The fact of a file; `path` gives its extension. */
export function importFact(
  id: string,
  content: BillContent,
  { path, final, shared, decided, skips, replaces }: ImportCircumstances,
): ImportFact {
  const { name, sha256, size, entries, rows, kept, setAside, sumInFile, sumKept, parties } = content;
  const keptOf = (currency: string): string =>
    formatDecimal(sumKept.find((sum) => sum.currency === currency)?.billed ?? { coefficient: 0n, scale: 0 });
  const unique = <T>(values: readonly T[]): T[] => [
    ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
  ];
  const months = new Map<string, { provider: string; month: string; lines: number }>();
  for (const party of parties) {
    const month = formatMonth(party.month);
    const former = months.get(`${party.provider} ${month}`);
    months.set(`${party.provider} ${month}`, {
      provider: party.provider,
      month,
      lines: (former?.lines ?? 0) + party.lines,
    });
  }
  return {
    id,
    name,
    sha256,
    size,
    extension: extname(path).slice(1).toLowerCase() || 'csv',
    format: unique(entries.map((entry) => entry.format)).join(', '),
    final,
    rows,
    kept,
    setAside: setAside.map(({ reason, rows: count }) => ({ reason, rows: count })),
    sums: sumInFile.map(({ currency, billed }) => ({
      currency,
      inFile: formatDecimal(billed),
      kept: keptOf(currency),
    })),
    months: [...months.values()],
    vendorPayers: unique(
      parties.map((party) => ({ provider: party.provider, id: party.vendorPayer, month: formatMonth(party.month) })),
    ),
    shared,
    decided,
    skips,
    replaces,
    partsDiffer: content.partsFinding?.lines ?? 0,
  };
}
