// The whole book verified (rule L4): the journal byte by byte, every record folded anew and its postings compared, and
// the balances of the state held against the sums of the postings.
import { join } from 'node:path';
import { emptyBook, type Book } from '../../shared/book/book.ts';
import { tieDifferences } from '../../shared/book/tie.ts';
import { evidencePath } from '../bills/evidence.ts';
import { readCover } from '../ledger/cover.ts';
import type { Disk } from '../ledger/disk.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { digestOf } from '../ledger/segment.ts';
import { type JournalCheck, type VerifyOptions, verifyJournal } from '../ledger/verify-journal.ts';
import { enterRecord } from './book-folder.ts';

/** What was verified of a book: `differences` say what its state and its postings, or its imports and their evidence, do not agree on. */
export interface BookCheck {
  readonly journal: JournalCheck;
  readonly checked: readonly string[];
  readonly differences: readonly string[];
  /** Those of the differences that concern evidence. */
  readonly lostEvidence: readonly string[];
}

const checked = [
  'chain',
  'seals',
  'postings',
  'facts against postings',
  'balances',
  'lots',
  'owed',
  'gifts',
  'vouchers',
  'dues in pairs',
  'evidence',
] as const;

/**
 * Verifies the whole book; throws `newerFormat` where a newer Purser wrote it. `onProgress` counts the bytes of its
 * journal and of its evidence.
 */
export function verifyBook(folder: string, options: Omit<VerifyOptions, 'fold'>, disk: Disk = nodeDisk): BookCheck {
  readCover(disk, folder);
  const book = emptyBook();
  const report = options.onProgress ?? (() => undefined);
  const evidenceBytes = bytesOfEvidence(disk, folder);
  let journalBytes = 0;
  const journal = verifyJournal(disk, folder, {
    ...options,
    fold: (line) => enterRecord(book, line.parse()),
    onProgress: (done, of) => report(done, (journalBytes = of) + evidenceBytes),
  });
  const isWhole = !journal.failure || journal.lacksAnchor === true;
  const onFile = (bytes: number): void => report(journalBytes + bytes, journalBytes + evidenceBytes);
  const lostEvidence = isWhole ? evidenceDifferences(disk, folder, book, onFile) : [];
  const differences = isWhole ? [...tieDifferences(book), ...lostEvidence] : [];
  return { journal, checked, differences, lostEvidence };
}

function bytesOfEvidence(disk: Disk, folder: string): number {
  const evidence = join(folder, 'evidence');
  if (!disk.facts(evidence)) return 0;
  return disk.list(evidence).reduce((sum, name) => sum + (disk.facts(join(evidence, name))?.size ?? 0), 0);
}

/** Imports whose evidence is missing or is not the file that was imported. */
function evidenceDifferences(
  disk: Disk,
  folder: string,
  book: Book,
  onFile: (bytes: number) => void,
): readonly string[] {
  let bytes = 0;
  return [...book.imports.values()].flatMap(({ fact }) => {
    const path = evidencePath(folder, fact);
    const facts = disk.facts(path);
    if (!facts) return [`the evidence of ${fact.name} is missing`];
    const isSame = digestOf(disk, path) === fact.sha256;
    onFile((bytes += facts.size));
    return isSame ? [] : [`the evidence of ${fact.name} is not the file that was imported`];
  });
}
