// The whole book verified (rule L4): the journal byte by byte, every record folded anew and its postings compared, and
// the balances of the state held against the sums of the postings.
import { formatMinor } from '../../shared/money/minor.ts';
import { emptyBook, type Book } from '../../shared/book/book.ts';
import { cashOf, owedOf } from '../../shared/rules/purse.ts';
import type { AccountKey } from '../../shared/rules/names.ts';
import { evidencePath } from '../bills/evidence.ts';
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

export function verifyBook(folder: string, options: Omit<VerifyOptions, 'fold'>, disk: Disk = nodeDisk): BookCheck {
  const book = emptyBook();
  const journal = verifyJournal(disk, folder, { ...options, fold: (line) => enterRecord(book, line.parse()) });
  const differences = journal.failure ? [] : [...stateDifferences(book), ...evidenceDifferences(disk, folder, book)];
  const checked = [
    'chain',
    'seals',
    'postings',
    'facts against postings',
    'balances',
    'lots',
    'owed',
    'gifts',
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

/** Where the purses and the sums of the postings differ; none in a sound book. */
export function stateDifferences(book: Book): readonly string[] {
  const expected = new Map<string, bigint>();
  for (const [account, purse] of book.timeline.purses) {
    expected.set(`cash:${account}`, cashOf(purse));
    expected.set(`owed:${account}`, -owedOf(purse));
    expected.set(`gift:${account}`, purse.gift);
    for (const lot of purse.lots) add(expected, `cash:${account}:${lot.origin}`, lot.remaining);
  }
  const posted = new Map<string, bigint>();
  for (const { position, amount } of book.positions.values()) {
    const [kind = '', provider = '', ...rest] = position.split(':');
    if (kind === 'cash') {
      add(posted, `cash:${provider}:${rest.slice(0, -1).join(':')}`, amount);
      add(posted, position, amount);
    } else if (kind === 'owed' || kind === 'gift') add(posted, position, amount);
  }
  return [...new Set([...expected.keys(), ...posted.keys()])].flatMap((position) => {
    const [held, summed] = [expected.get(position) ?? 0n, posted.get(position) ?? 0n];
    if (held === summed) return [];
    const currency =
      book.structure.accounts.get(position.split(':').slice(1, 3).join(':') as AccountKey)?.currency ?? 'XXX';
    return [`${position} holds ${formatMinor(held, currency)}, its postings sum to ${formatMinor(summed, currency)}`];
  });
}

function add(sums: Map<string, bigint>, position: string, amount: bigint): void {
  sums.set(position, (sums.get(position) ?? 0n) + amount);
}
