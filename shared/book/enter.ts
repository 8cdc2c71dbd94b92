// The one place where facts change a book (apply, in architecture.md): worked out and checked whole, then put in place.
// Commands prepare, append to the journal and commit; opening a book prepares and commits each record as it stands.
import type { Day } from '../calendar/day.ts';
import { firstDay, formatDay, formatMonth } from '../calendar/day.ts';
import type { Reimbursement } from '../rules/movement.ts';
import { type AccountKey, type MovementKey, accountKey } from '../rules/names.ts';
import { type Place, type Refusal, Refused } from '../rules/refusal.ts';
import { type PreparedChange, type TimedEntry, commitChange, entryOf, prepareChange } from '../rules/timeline.ts';
import type { Structure } from '../rules/structure.ts';
import { type Book, type BookedMovement, type PostedRun, firstRunOf } from './book.ts';
import type { Facts } from './facts.ts';
import { type LaidStructure, layStructure } from './lay-structure.ts';
import { readMovement, readReimbursement } from './money-rows.ts';
import { PostingSum, postEntry, postReimbursement, postVoucher } from './postings.ts';
import type { Posting } from './record.ts';
import { type Row, readRow } from './row.ts';
import { readRun } from './run-fact.ts';

export interface EnterOptions {
  /** The record's sequence number. */
  readonly seq: number;
  readonly placeOf?: ((row: Row) => Place) | undefined;
}

/** Facts accepted by the rules and not yet in the book. */
export interface PreparedEntry {
  readonly postings: readonly Posting[];
  /** Puts the facts in place; the book must not have changed since. */
  commit(): void;
}

const nowhere: Place = {};

/** Works out what facts do to a book; throws Refused with every refusal, and leaves the book as it is. */
export function prepareEntry(book: Book, facts: Facts, options: EnterOptions): PreparedEntry {
  const placeOf = options.placeOf ?? ((): Place => nowhere);
  const laid = layStructure(book.structure, facts, placeOf, facts.adopting);
  const refusals: Refusal[] = [...laid.refusals];
  const reimbursements = readReimbursements(book, laid.structure, facts, placeOf, refusals);
  const movements = readMovements(book, facts, placeOf, options.seq, refusals);
  const reversals = readReversals(book, facts, placeOf, refusals);
  if (refusals.length > 0) throw new Refused(...refusals);
  const run = facts.run ? enteredRun(book, facts.run, options.seq) : undefined;
  const moves = laid.moves.map(({ event, place }, at) => entryOf(event, orderOf(options.seq, at), place));
  const added = [...moves, ...movements.map((movement) => movement.entry!), ...(run ? [run.posted.entry] : [])];
  const removed = new Set<TimedEntry>(reversals.map(({ entry }) => entry));
  if (run?.former) removed.add(run.former);
  const change = touchesFunds(book, laid, added, removed)
    ? prepareChange(book.timeline, {
        structure: laid.structure,
        added,
        removed,
        structureChangedFrom: laid.changedFrom,
      })
    : undefined;
  const postings = postingsOf(book, laid, change, reimbursements);
  return {
    postings,
    commit() {
      book.structure = laid.structure;
      if (change) commitChange(book.timeline, change);
      for (const booked of movements) book.movements.set(booked.movement.key, booked);
      for (const { key, by } of reversals)
        book.movements.set(key, { ...book.movements.get(key)!, entry: null, reversedBy: by });
      for (const reimbursement of reimbursements) book.reimbursements.set(reimbursement.key, reimbursement);
      if (run) book.runs.set(run.posted.run.period, run.posted);
      for (const posting of postings) bookPosting(book, posting);
      enterRest(book, facts, options.seq);
      book.seq = options.seq;
    },
  };
}

/** Entries of one record keep their order; the records keep theirs. */
function orderOf(seq: number, at: number): number {
  return seq * 1_000_000 + at;
}

function touchesFunds(
  book: Book,
  laid: LaidStructure,
  added: readonly TimedEntry[],
  removed: ReadonlySet<TimedEntry>,
): boolean {
  if (added.length > 0 || removed.size > 0) return true;
  const { end } = book.timeline;
  return laid.changedFrom !== undefined && end !== null && end >= laid.changedFrom;
}

function readMovements(
  book: Book,
  facts: Facts,
  placeOf: (row: Row) => Place,
  seq: number,
  refusals: Refusal[],
): BookedMovement[] {
  const keys = new Set<string>();
  return (facts.movements ?? []).map((row, at) => {
    const place = placeOf(row);
    const reader = readRow(row, place, refusals);
    const movement = readMovement(reader);
    if (book.movements.has(movement.key) || keys.has(movement.key))
      reader.refuse(
        'key',
        'keyExists',
        'F10',
        `There is already a movement ${movement.key}.`,
        'Give each movement a key of its own.',
      );
    keys.add(movement.key);
    return { movement, seq, entry: entryOf({ kind: 'movement', movement }, orderOf(seq, 1000 + at), place) };
  });
}

function readReversals(
  book: Book,
  facts: Facts,
  placeOf: (row: Row) => Place,
  refusals: Refusal[],
): { key: MovementKey; by: MovementKey; entry: TimedEntry }[] {
  return (facts.reversals ?? []).flatMap((row) => {
    const reader = readRow(row, placeOf(row), refusals);
    const key = reader.required('movement') as MovementKey;
    const booked = book.movements.get(key);
    if (booked?.entry) return [{ key, by: reader.required('key') as MovementKey, entry: booked.entry }];
    const what = booked ? `${key} is reversed already.` : `There is no movement ${key}.`;
    reader.refuse(
      'movement',
      booked ? 'reversedAlready' : 'noSuchMovement',
      'F14',
      what,
      'Choose a posted movement that is not reversed.',
    );
    return [];
  });
}

function readReimbursements(
  book: Book,
  structure: Structure,
  facts: Facts,
  placeOf: (row: Row) => Place,
  refusals: Refusal[],
): Reimbursement[] {
  return (facts.reimbursements ?? []).map((row) => {
    const reader = readRow(row, placeOf(row), refusals);
    const reimbursement = { ...readReimbursement(reader), place: placeOf(row) };
    for (const column of ['debtor', 'creditor'] as const)
      if (!structure.entities.has(reimbursement[column]))
        reader.refuse(
          column,
          'unknownEntity',
          'S2',
          `The book has no entity “${reimbursement[column]}”.`,
          'Add the entity first, or correct its code.',
        );
    if (reimbursement.debtor === reimbursement.creditor)
      reader.refuse('creditor', 'sameEntity', 'R1', 'An entity cannot owe itself.', 'Name two entities.');
    if (book.reimbursements.has(reimbursement.key))
      reader.refuse(
        'key',
        'keyExists',
        'F10',
        `There is already a reimbursement ${reimbursement.key}.`,
        'Give each reimbursement a key of its own.',
      );
    const first = firstRunOf(book);
    if (reimbursement.kind === 'opening' && first !== null && reimbursement.date > firstDay(first))
      reader.refuse(
        'date',
        'openingTooLate',
        'F13',
        `An opening lies before the first month that was run, ${formatMonth(first)}.`,
        'Date it on or before the first day of that month.',
      );
    return reimbursement;
  });
}

function enteredRun(
  book: Book,
  fact: NonNullable<Facts['run']>,
  seq: number,
): { posted: PostedRun; former: TimedEntry | undefined } {
  const { run, ...findings } = readRun(fact);
  const late = [...book.reimbursements.values()].find(
    (one) => one.kind === 'opening' && one.date > firstDay(run.period),
  );
  if (late && (firstRunOf(book) ?? run.period) >= run.period)
    throw new Refused({
      code: 'openingTooLate',
      rule: 'F13',
      what: `The opening ${late.key} is dated after the first day of ${formatMonth(run.period)}, the first month to be run.`,
      unchanged: 'No charges were posted.',
      next: 'Date the opening on or before that day, or run an earlier month first.',
      where: { ...late.place, column: 'date', value: formatDay(late.date) },
    });
  const entry = entryOf({ kind: 'run', run }, orderOf(seq, 0));
  return {
    posted: { run, seq, entry, count: run.charges.length, ...findings },
    former: book.runs.get(run.period)?.entry,
  };
}

function postingsOf(
  book: Book,
  laid: LaidStructure,
  change: PreparedChange | undefined,
  reimbursements: readonly Reimbursement[],
): readonly Posting[] {
  const sum = new PostingSum();
  for (const voucher of laid.vouchers) postVoucher(sum, voucher);
  if (change) {
    const { entries, outcomes } = book.timeline;
    for (let at = change.cut; at < entries.length; at++)
      postEntry(sum, book.structure, entries[at]!, outcomes[at]!.effects, -1n);
    change.entries.forEach((entry, at) => postEntry(sum, laid.structure, entry, change.outcomes[at]!.effects, 1n));
  }
  for (const { kind, creditor, debtor, currency, amount } of reimbursements)
    postReimbursement(sum, {
      kind: kind === 'opening' ? 'due-opened' : 'reimbursed',
      creditor,
      debtor,
      currency,
      amount,
    });
  return sum.postings();
}

function bookPosting(book: Book, { position, amount, currency }: Posting): void {
  const key = `${currency} ${position}`;
  const held = book.positions.get(key);
  if (held) held.amount += amount;
  else book.positions.set(key, { position, currency, amount });
}

const structureTables = [
  'entities',
  'accounts',
  'accountChanges',
  'changesAhead',
  'movesDue',
  'links',
  'offers',
  'blocks',
  'vouchers',
  'taxRates',
] as const;

/** The name under which a row of a table is recognised when it comes again. */
export function rowName(table: string, row: Row): string {
  return `${table} ${JSON.stringify(
    Object.entries(row)
      .filter(([, cell]) => cell !== '')
      .sort(),
  )}`;
}

/** Facts that touch no money. */
function enterRest(book: Book, facts: Facts, seq: number): void {
  if (facts.book) {
    const { id = '', name = '', nameZh = '', baseCurrency = '' } = facts.book;
    book.title = { id, name, nameZh, baseCurrency };
  }
  for (const table of structureTables) for (const row of facts[table] ?? []) book.rowsSeen.add(rowName(table, row));
  book.taxRates.push(...(facts.taxRates ?? []));
  if (facts.adopting) for (const row of facts.accounts ?? []) book.adopted.add(keyOf(row, 'id'));
  for (const fact of facts.imports ?? []) {
    book.imports.set(fact.id, { fact, seq });
    for (const id of fact.replaces) {
      const replaced = book.imports.get(id);
      if (replaced) book.imports.set(id, { ...replaced, gone: 'replaced' });
    }
  }
  for (const row of facts.importsUndone ?? []) {
    const undone = book.imports.get(row['import'] ?? '');
    if (undone) book.imports.set(undone.fact.id, { ...undone, gone: 'undone' });
  }
  for (const row of facts.resolutions ?? []) {
    const { subject = '', cause = '', month = '', resolution = '', to = '', reason = '' } = row;
    book.resolutions.push({ subject, cause, month, resolution, to, reason, seq });
    if (resolution === 'replace') replaceShared(book, subject);
  }
  const discarded: Refusal[] = [];
  for (const row of facts.doneAtVendor ?? []) {
    const reader = readRow(row, nowhere, discarded);
    const booked = book.movements.get(reader.text('movement') as MovementKey);
    if (!booked) continue;
    const isDone = reader.text('date') !== '';
    const doneAtVendor = isDone ? { date: reader.requiredDay('date'), reference: reader.text('reference') } : undefined;
    book.movements.set(booked.movement.key, { ...booked, doneAtVendor });
  }
  for (const row of facts.vendorBalances ?? []) {
    const reader = readRow(row, nowhere, discarded);
    const account = keyOf(row, 'account');
    const currency = book.structure.accounts.get(account)?.currency ?? 'XXX';
    book.vendorBalances.push({
      account,
      date: reader.requiredDay('date') as Day,
      amount: reader.requiredAmount('amount', currency),
      seq,
    });
  }
}

/** The files that an import shares its lines with count no longer (B3). */
function replaceShared(book: Book, id: string): void {
  for (const { import: other, overlap } of book.imports.get(id)?.fact.shared ?? []) {
    const booked = book.imports.get(other);
    if (overlap && booked && !booked.gone) book.imports.set(other, { ...booked, gone: 'replaced' });
  }
}

function keyOf(row: Row, column: string): AccountKey {
  return accountKey(row['provider'] ?? '', row[column] ?? '');
}
