// The whole book verified (rule L4): the journal byte by byte, every record folded anew and its postings compared, and
// the balances of the state held against the sums of the postings.
import { emptyBook, type Book } from '../../shared/book/book.ts';
import { tieDifferences } from '../../shared/book/tie.ts';
import { evidencePath } from '../bills/evidence.ts';
import { readCover } from '../ledger/cover.ts';
import type { Disk } from '../ledger/disk.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { digestOf } from '../ledger/segment.ts';
import { type JournalCheck, type VerifyOptions, verifyJournal } from '../ledger/verify-journal.ts';
import { enterRecord } from './book-folder.ts';

/** What was verified of a book: `differences` say what its state and its postings do not agree on. */
export interface BookCheck {
  readonly journal: JournalCheck;
  readonly checked: readonly string[];
  readonly differences: readonly string[];
}

/** Verifies the whole book; throws `newerFormat` where a newer Purser wrote it. */
export function verifyBook(folder: string, options: Omit<VerifyOptions, 'fold'>, disk: Disk = nodeDisk): BookCheck {
  readCover(disk, folder);
  const book = emptyBook();
  const journal = verifyJournal(disk, folder, { ...options, fold: (line) => enterRecord(book, line.parse()) });
  const differences = journal.failure ? [] : [...tieDifferences(book), ...evidenceDifferences(disk, folder, book)];
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
  ];
  return { journal, checked, differences };
}

/** Imports whose evidence is missing or is not the file that was imported. */
function evidenceDifferences(disk: Disk, folder: string, book: Book): readonly string[] {
  return [...book.imports.values()].flatMap(({ fact }) => {
    const path = evidencePath(folder, fact);
    if (!disk.facts(path)) return [`the evidence of ${fact.name} is missing`];
    return digestOf(disk, path) === fact.sha256
      ? []
      : [`the evidence of ${fact.name} is not the file that was imported`];
  });
}
