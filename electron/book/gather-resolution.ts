// Gathers what a decision about exceptions needs from the stored lines, and reads files again whose shared lines are to be
// skipped. What it stores nothing refers to until the record is appended; it decides nothing.
import type { Book } from '../../shared/book/book.ts';
import type { Evidence } from '../../shared/book/decision.ts';
import { openExceptions } from '../../shared/book/exceptions.ts';
import type { ImportFact } from '../../shared/book/facts.ts';
import { openFindings } from '../../shared/book/findings.ts';
import { standingImports } from '../../shared/book/standing-imports.ts';
import { parseMonth } from '../../shared/calendar/day.ts';
import type { CommandInput } from '../../shared/contract/commands.ts';
import type { Bucket } from '../../shared/rules/bill.ts';
import { readBill } from '../bills/read-bill.ts';
import { idOfImport, importFact } from './import-fact.ts';
import type { StoredLines } from './stored-lines.ts';

/**
 * What deciding about exceptions looks at: for adoption the parties of every line, else the lines of the months asked
 * for. Files whose shared lines are to be skipped are read again, without them, from their evidence.
 */
export async function gatherResolution(
  book: Book,
  lines: StoredLines,
  input: CommandInput<'resolveExceptions'>,
  key: string,
): Promise<Evidence> {
  const stored = await Promise.all(standingImports(book).map((fact) => lines.of(fact)));
  if (input.resolution === 'adopt') return { key, parties: stored.flatMap(({ parties }) => parties) };
  const buckets = stored.flatMap((bill) => [...bill.buckets]);
  if (input.resolution !== 'skip') return { key, buckets };
  const imports: ImportFact[] = [];
  for (const id of filesToRead(book, buckets, input))
    imports.push(await withoutShared(book, lines, book.imports.get(id)!.fact, input.cause === 'overlap'));
  return { key, buckets, imports };
}

/** The imports whose shared lines are to be skipped: those of an exception, or those of a finding. */
function filesToRead(
  book: Book,
  buckets: readonly Bucket[],
  { cause, period, ids }: CommandInput<'resolveExceptions'>,
): ReadonlySet<string> {
  const month = parseMonth(period ?? '');
  const open =
    cause === 'shared-lines' && month !== undefined
      ? openFindings(book, cause, month, buckets).map(({ subject, import: file }) => ({ subject, file }))
      : openExceptions(book, buckets)
          .filter((one) => one.cause === 'overlap' && (period === undefined || one.month === period))
          .map(({ subject }) => ({ subject, file: subject }));
  return new Set(open.filter(({ subject }) => ids?.includes(subject) ?? true).map(({ file }) => file));
}

/** The import read again without the lines that it shares with files that still count: many of them, or few. */
async function withoutShared(book: Book, lines: StoredLines, fact: ImportFact, overlap: boolean): Promise<ImportFact> {
  const sharing = fact.shared.filter((one) => one.overlap === overlap && !book.imports.get(one.import)?.gone);
  const skips = [...fact.skips, ...sharing.map((one) => one.import)];
  const source = lines.evidenceOf(fact);
  const facts = { sha256: fact.sha256, size: fact.size };
  const content = await readBill(source, { facts, skip: await lines.hashCounts(skips) });
  const { final, shared } = fact;
  const decided = overlap ? 'skip' : fact.decided;
  const again = idOfImport(
    fact.sha256,
    [...book.imports.values()].filter((one) => one.fact.sha256 === fact.sha256).length,
  );
  const read = importFact(again, content, { path: fact.name, final, shared, decided, skips, replaces: [] });
  const renewed = { ...read, name: fact.name, extension: fact.extension };
  await lines.store(renewed, source, content);
  return renewed;
}
