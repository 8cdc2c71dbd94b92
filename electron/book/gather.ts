// Gathers what a command needs from outside the book's memory: bill files read, lines of a period. It stores evidence
// and lines, which nothing refers to until the record is appended; it decides nothing.
import { basename } from 'node:path';
import { formatMonth, parseMonth } from '../../shared/calendar/day.ts';
import type { Book } from '../../shared/book/book.ts';
import type { Evidence } from '../../shared/book/decision.ts';
import type { ImportFact } from '../../shared/book/facts.ts';
import { importsIn, standingImports } from '../../shared/book/standing-imports.ts';
import type { CommandInput } from '../../shared/contract/commands.ts';
import type { Bucket } from '../../shared/rules/bill.ts';
import { accountKey } from '../../shared/rules/names.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { BillContent } from '../bills/bill-content.ts';
import { isOverlap, sharedLines } from '../bills/overlap.ts';
import { readBill } from '../bills/read-bill.ts';
import { fingerprint, sizeOf } from '../bills/source.ts';
import type { StoredBill } from '../bills/stored-bill.ts';
import { idOfImport, importFact } from './import-fact.ts';
import { placeOfBucket } from './bucket-place.ts';
import type { StoredLines } from './stored-lines.ts';

/** How long work is watched and stopped: bytes done of all, rows so far. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?:
    | ((progress: { readonly what: string; readonly done: number; readonly of: number; readonly rows: number }) => void)
    | undefined;
}

type Duplicates = CommandInput<'importBills'>['duplicates'];

/** Reads the files that the book does not have yet, and stores their evidence and lines; all of them, or none where one is refused. */
export async function gatherImports(
  book: Book,
  lines: StoredLines,
  input: CommandInput<'importBills'>,
  key: string,
  watch: Watch,
): Promise<Evidence> {
  const facts: ImportFact[] = [];
  const unknownOwners: Record<string, number> = {};
  const refusals: Refusal[] = [];
  const standing = standingImports(book);
  const known = { hashes: new Set(standing.map((one) => one.sha256)), sizes: new Set(standing.map((one) => one.size)) };
  const sizes = await Promise.all(
    input.paths.map((path) => sizeOf(lines.sourceAt(basename(path), path)).catch(() => 0)),
  );
  const before = { done: 0, of: sizes.reduce((sum, size) => sum + size, 0), rows: 0 };
  for (const [at, path] of input.paths.entries()) {
    const file = { path, final: input.final ?? true, duplicates: input.duplicates };
    try {
      const gathered = await gatherFile(book, lines, file, known, facts, afterOthers(watch, { ...before }));
      before.done += sizes[at]!;
      if (!gathered) continue;
      facts.push(gathered.fact);
      before.rows += gathered.fact.rows;
      unknownOwners[gathered.fact.id] = unknownIn(book, gathered.content);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(...error.refusals);
    }
  }
  if (refusals.length > 0) throw new Refused(...refusals);
  return { key, imports: facts, unknownOwners };
}

/** Watches a file as a part of all that are read: what was done before it counts. */
function afterOthers(
  { signal, onProgress }: Watch,
  before: { readonly done: number; readonly of: number; readonly rows: number },
): Watch {
  return {
    signal,
    onProgress: ({ what, done, rows }) =>
      onProgress?.({ what, done: before.done + done, of: before.of, rows: before.rows + rows }),
  };
}

/** How many owners of lines the book does not know. */
function unknownIn({ structure }: Book, { parties }: BillContent): number {
  const owners = new Set(parties.map(({ provider, owner }) => accountKey(provider, owner)));
  return [...owners].filter((owner) => !structure.accounts.has(owner)).length;
}

/** What is known of files that need no second reading. */
interface KnownFiles {
  readonly hashes: Set<string>;
  readonly sizes: Set<number>;
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
  known: KnownFiles,
  fresh: readonly ImportFact[],
  watch: Watch,
): Promise<{ readonly fact: ImportFact; readonly content: BillContent } | undefined> {
  const source = lines.sourceAt(basename(path), path);
  const size = await sizeOf(source);
  // Only a file of the same size can be the same: any other is fingerprinted while it is read.
  const asked = known.sizes.has(size) ? await fingerprint(source, watch.signal) : undefined;
  if (asked && known.hashes.has(asked.sha256)) return undefined;
  const options = {
    signal: watch.signal,
    onProgress: (done: number, of: number, rows: number): void =>
      watch.onProgress?.({ what: source.name, done, of, rows }),
  };
  let content = await readBill(source, { ...options, facts: asked });
  const facts = { sha256: content.sha256, size: content.size };
  known.hashes.add(facts.sha256);
  known.sizes.add(facts.size);
  const others = [...standingImports(book), ...fresh];
  const shared = await overlapsWith(lines, content, others);
  const overlapping = shared.filter((one) => one.overlap).map((one) => one.import);
  const skips = overlapping.length > 0 && duplicates === 'skip' ? overlapping : [];
  if (skips.length > 0) content = await readBill(source, { ...options, facts, skip: await lines.hashCounts(skips) });
  const replaces = overlapping.length > 0 && duplicates === 'replace' ? overlapping : [];
  const decided = overlapping.length > 0 ? (duplicates ?? '') : '';
  const fact = importFact(idOfImport(facts.sha256), content, { path, final, shared, decided, skips, replaces });
  await lines.store(fact, source, content, watch.signal);
  return { fact, content };
}

async function overlapsWith(
  lines: StoredLines,
  content: BillContent,
  others: readonly ImportFact[],
): Promise<ImportFact['shared']> {
  const months = new Set(content.parties.map((party) => `${party.provider} ${formatMonth(party.month)}`));
  const shared: ImportFact['shared'][number][] = [];
  for (const other of others.filter((one) => one.months.some((each) => months.has(`${each.provider} ${each.month}`)))) {
    const { lineHashes } = await lines.of(other);
    const common = sharedLines(content.lineHashes, lineHashes);
    const overlap = isOverlap(common, content.lineHashes.length, lineHashes.length);
    if (common > 0) shared.push({ import: other.id, lines: common, overlap });
  }
  return shared;
}

/** The lines of a period for charging, with the imports they come from. */
export async function gatherPeriod(book: Book, lines: StoredLines, period: string, key: string): Promise<Evidence> {
  const month = parseMonth(period);
  if (month === undefined) return { key };
  const imports = importsIn(book, month);
  const buckets: Bucket[] = [];
  const parts: { readonly stored: StoredBill; readonly from: number }[] = [];
  for (const fact of imports) {
    const stored = await lines.of(fact);
    parts.push({ stored, from: buckets.length });
    for (const bucket of stored.buckets) if (bucket.month === month) buckets.push(bucket);
  }
  const placeOf: Evidence['placeOf'] = (bucket, field) => {
    const at = buckets.indexOf(bucket);
    const { stored, from } = parts.findLast((part) => part.from <= at)!;
    const numbers = [...stored.buckets].flatMap((each, number) => (each.month === month ? [number] : []));
    return placeOfBucket(stored, numbers[at - from]!, field);
  };
  return { key, buckets, importsUsed: imports.map((fact) => fact.id).sort(), placeOf };
}
