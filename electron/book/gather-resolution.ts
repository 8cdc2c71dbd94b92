// Gathers what a decision about exceptions needs from the stored lines, and reads files again whose shared lines are to be
// skipped. What it stores nothing refers to until the record is appended; it decides nothing.
import type { Book } from '../../shared/book/book.ts';
import type { Evidence } from '../../shared/book/decision.ts';
import { openExceptions } from '../../shared/book/exceptions.ts';
import type { ImportFact } from '../../shared/book/facts.ts';
import type { CommandInput } from '../../shared/contract/commands.ts';
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
  const standing = [...book.imports.values()].filter(({ gone }) => !gone).map(({ fact }) => fact);
  const stored = await Promise.all(standing.map((fact) => lines.of(fact)));
  if (input.resolution === 'adopt') return { key, parties: stored.flatMap(({ parties }) => parties) };
  const buckets = stored.flatMap((bill) => [...bill.buckets]);
  if (input.resolution !== 'skip') return { key, buckets };
  const asked = openExceptions(book, buckets).filter(
    ({ cause, month, subject }) =>
      cause === 'overlap' &&
      (input.period === undefined || month === input.period) &&
      (input.ids?.includes(subject) ?? true),
  );
  const imports: ImportFact[] = [];
  for (const { subject } of asked) imports.push(await withoutShared(book, lines, book.imports.get(subject)!.fact));
  return { key, buckets, imports };
}

/** The import read again without the lines that it shares with files that still count. */
async function withoutShared(book: Book, lines: StoredLines, fact: ImportFact): Promise<ImportFact> {
  const overlapping = fact.shared.filter((one) => one.overlap && !book.imports.get(one.import)?.gone);
  const skips = overlapping.map((one) => one.import);
  const source = lines.evidenceOf(fact);
  const facts = { sha256: fact.sha256, size: fact.size };
  const content = await readBill(source, { facts, skip: await lines.hashCounts(skips) });
  const { final, shared } = fact;
  const again = idOfImport(
    fact.sha256,
    [...book.imports.values()].filter((one) => one.fact.sha256 === fact.sha256).length,
  );
  const read = importFact(again, content, { path: fact.name, final, shared, decided: 'skip', skips, replaces: [] });
  const renewed = { ...read, name: fact.name, extension: fact.extension };
  await lines.store(renewed, source, content);
  return renewed;
}
