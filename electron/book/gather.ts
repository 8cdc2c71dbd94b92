// Gathers what a command needs from outside the book's memory: bill files read, lines of a period, parties of unknown
// owners. It stores evidence and lines, which nothing refers to until the record is appended; it decides nothing.
import { basename, extname } from 'node:path';
import { type Month, formatMonth, parseMonth } from '../../shared/calendar/day.ts';
import { formatDecimal } from '../../shared/money/decimal.ts';
import type { Book } from '../../shared/book/book.ts';
import type { Evidence } from '../../shared/book/decide.ts';
import type { ImportFact } from '../../shared/book/facts.ts';
import type { CommandInput } from '../../shared/contract/commands.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { BillContent } from '../bills/bill-content.ts';
import { isOverlap, sharedLines } from '../bills/overlap.ts';
import { readBill } from '../bills/read-bill.ts';
import { fingerprint } from '../bills/source.ts';
import type { StoredLines } from './stored-lines.ts';

/** How long work is watched and stopped: bytes done of all, rows so far. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?:
    | ((progress: { readonly what: string; readonly done: number; readonly of: number; readonly rows: number }) => void)
    | undefined;
}

type Duplicates = CommandInput<'importBills'>['duplicates'];

/** Reads the files that the book does not have yet; all of them, or none where one is refused. */
export async function gatherImports(
  book: Book,
  lines: StoredLines,
  input: CommandInput<'importBills'>,
  key: string,
  watch: Watch,
): Promise<Evidence> {
  const facts: ImportFact[] = [];
  const refusals: Refusal[] = [];
  const known = new Set([...book.imports.values()].filter((one) => !one.gone).map((one) => one.fact.sha256));
  for (const path of input.paths) {
    try {
      const fact = await gatherFile(
        book,
        lines,
        { path, final: input.final ?? true, duplicates: input.duplicates },
        known,
        facts,
        watch,
      );
      if (fact) facts.push(fact);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(...error.refusals);
    }
  }
  if (refusals.length > 0) throw new Refused(...refusals);
  return { key, imports: facts };
}

interface FileToRead {
  readonly path: string;
  readonly final: boolean;
  readonly duplicates: Duplicates;
}

async function gatherFile(
  book: Book,
  lines: StoredLines,
  { path, final, duplicates }: FileToRead,
  known: Set<string>,
  fresh: readonly ImportFact[],
  watch: Watch,
): Promise<ImportFact | undefined> {
  const source = { name: basename(path), path };
  const { sha256 } = await fingerprint(source, watch.signal);
  if (known.has(sha256)) return undefined;
  known.add(sha256);
  const options = {
    signal: watch.signal,
    onProgress: (done: number, of: number, rows: number): void =>
      watch.onProgress?.({ what: source.name, done, of, rows }),
  };
  let content = await readBill(source, options);
  const others = [...[...book.imports.values()].filter((one) => !one.gone).map((one) => one.fact), ...fresh];
  const shared = overlapsWith(lines, content, others);
  const overlapping = shared.filter((one) => one.overlap).map((one) => one.import);
  const skips = overlapping.length > 0 && duplicates === 'skip' ? overlapping : [];
  if (skips.length > 0) content = await readBill(source, { ...options, skip: lines.hashCounts(skips) });
  const id = idOfImport(sha256);
  await lines.store(id, path, content);
  const replaces = overlapping.length > 0 && duplicates === 'replace' ? overlapping : [];
  const decided = overlapping.length > 0 ? (duplicates ?? '') : '';
  return importFact(id, content, { path, final, shared, decided, skips, replaces });
}

/** The import's id: the start of the content hash, so that the same file is the same import everywhere. */
function idOfImport(sha256: string): string {
  return sha256.slice(0, 16);
}

function overlapsWith(lines: StoredLines, content: BillContent, others: readonly ImportFact[]): ImportFact['shared'] {
  const months = new Set(content.parties.map((party) => `${party.provider} ${formatMonth(party.month)}`));
  return others.flatMap((other) => {
    if (!other.months.some((one) => months.has(`${one.provider} ${one.month}`))) return [];
    const hashes = lines.hashes(other.id);
    const common = sharedLines(content.lineHashes, hashes);
    if (common === 0) return [];
    return [{ import: other.id, lines: common, overlap: isOverlap(common, content.lineHashes.length, hashes.length) }];
  });
}

interface ImportCircumstances {
  readonly path: string;
  readonly final: boolean;
  readonly shared: ImportFact['shared'];
  readonly decided: ImportFact['decided'];
  readonly skips: readonly string[];
  readonly replaces: readonly string[];
}

function importFact(
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

/** The imports that count and have lines in the period. */
export function importsOf(book: Book, period: Month): readonly ImportFact[] {
  const month = formatMonth(period);
  return [...book.imports.values()]
    .filter((one) => !one.gone && one.fact.months.some((each) => each.month === month))
    .map((one) => one.fact);
}

/** The lines of a period for charging, with the imports they come from. */
export function gatherPeriod(book: Book, lines: StoredLines, period: string, key: string): Evidence {
  const month = parseMonth(period);
  if (month === undefined) return { key };
  const imports = importsOf(book, month);
  return {
    key,
    buckets: imports.flatMap((fact) => lines.buckets(fact.id).filter((bucket) => bucket.month === month)),
    importsUsed: imports.map((fact) => fact.id).sort(),
  };
}

/** The parties of every line in the book, for adoption. */
export function gatherParties(book: Book, lines: StoredLines, key: string): Evidence {
  const active = [...book.imports.values()].filter((one) => !one.gone);
  return { key, parties: active.flatMap(({ fact }) => lines.parties(fact.id)) };
}
