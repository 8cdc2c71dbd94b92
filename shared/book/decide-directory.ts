// importDirectory: the tables of a setup folder become facts; what the book has already is passed over, and rows dated
// after a given month wait for a later call.
import { type Month, lastDay, parseDay, parseMonth } from '../calendar/day.ts';
import type { CommandInput } from '../contract/commands.ts';
import type { MovementKey } from '../rules/names.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import type { Decision } from './decision.ts';
import { rowName } from './enter.ts';
import type { Facts } from './facts.ts';
import { readPolicies } from './policies.ts';
import type { Json } from './record.ts';
import type { Row } from './row.ts';
import { readSetupTables } from './setup-tables.ts';

/** Facts of a setup folder, up to the end of a month where one is given. */
export function decideDirectory(book: Book, { files, until }: CommandInput<'importDirectory'>): Decision {
  const { tables, places, warnings, refusals } = readSetupTables(files);
  const collected = [...refusals];
  const policies = readBookPolicies(files['book.json'], collected);
  if (collected.length > 0) throw new Refused(...collected);
  const end = until === undefined ? undefined : lastDay(parseMonth(until) ?? (0 as Month));
  const due = (row: Row): boolean => end === undefined || (parseDay(row['date'] ?? '') ?? 0) <= end;
  const fresh = (table: string, rows: readonly Row[] = []): readonly Row[] =>
    rows.filter((row) => !book.rowsSeen.has(rowName(table, row)));
  const facts = withoutEmptyLists({
    ...(policies && JSON.stringify(policies) !== JSON.stringify(book.structure.policies) ? { policies } : {}),
    entities: fresh('entities', tables.entities),
    accounts: fresh('accounts', tables.accounts),
    ...changesOf(book, tables.accountChanges ?? [], end),
    links: fresh('links', tables.links),
    offers: fresh('offers', tables.offers),
    blocks: fresh('blocks', tables.blocks),
    vouchers: fresh('vouchers', tables.vouchers),
    taxRates: fresh('taxRates', tables.taxRates),
    movements: (tables.movements ?? []).filter(
      (row) => due(row) && !book.movements.has((row['key'] ?? '') as MovementKey),
    ),
    reimbursements: (tables.reimbursements ?? []).filter(
      (row) => due(row) && !book.reimbursements.has(row['key'] ?? ''),
    ),
  });
  const kind = Object.keys(facts).length === 0 ? null : 'directoryImported';
  return { kind, facts, placeOf: (row) => places.get(row) ?? {}, result: { warnings } };
}

/**
 * Account changes up to a day are entered as they are; later ones ahead of their day, for a usage may end after the
 * month that bills it; those entered ahead whose day has come bring the question whether the move is clean.
 */
function changesOf(book: Book, rows: readonly Row[], end: number | undefined): Facts {
  const isDue = (row: Row): boolean => end === undefined || (parseDay(row['from'] ?? '') ?? 0) <= end;
  const seen = (table: string, row: Row): boolean => book.rowsSeen.has(rowName(table, row));
  const ahead = rows.filter((row) => seen('changesAhead', row));
  const fresh = rows.filter((row) => !seen('accountChanges', row) && !seen('changesAhead', row));
  return {
    accountChanges: fresh.filter(isDue),
    changesAhead: fresh.filter((row) => !isDue(row)),
    movesDue: ahead.filter((row) => isDue(row) && row['entity'] !== undefined && !seen('movesDue', row)),
  };
}

function withoutEmptyLists(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, list]) => !Array.isArray(list) || list.length > 0));
}

function readBookPolicies(text: string | undefined, refusals: Refusal[]): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as { policies?: Json };
    return value.policies === undefined ? undefined : readPolicies(value.policies, 'book.json', refusals);
  } catch {
    refusals.push({
      code: 'badJson',
      rule: 'S1',
      what: 'book.json is not valid JSON.',
      unchanged: 'Nothing of this folder was taken.',
      next: 'Correct book.json and enter the folder again.',
      where: { file: 'book.json' },
    });
    return undefined;
  }
}
