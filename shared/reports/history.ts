// What happened to an object, record by record: what each says of it, beside what was said before. For the book desk alone,
// for a record holds what it holds of every account.
import type { LedgerRecord, RecordKind } from '../book/record.ts';
import type { QueryInput } from '../contract/queries.ts';
import { type AccountKey, idOf, providerOf } from '../rules/names.ts';
import type { Asking } from './asking.ts';
import { recordsAbout } from './journal.ts';
import { forBookDesk } from './sight.ts';

/** A fact that a record says: `before` is what held until then, '' where nothing did. */
export interface Change {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface HistoryEntry {
  readonly id: string;
  readonly seq: string;
  readonly at: string;
  readonly by: string;
  readonly desk: string;
  readonly kind: RecordKind;
  readonly changes: readonly Change[];
  /** What happened to it, each event by its fields. */
  readonly events: readonly Fields[];
}

type Fields = Readonly<Record<string, string>>;

/** Tables of a record that say what an object is, so that a later row changes what an earlier one said. */
const describing = ['entities', 'entityChanges', 'accounts', 'accountEdits', 'accountChanges', 'changesAhead', 'links'];
const mostEvents = 40;

/** Every record about an account, entity, movement, import or any other name, oldest first. */
export function history(
  asking: Asking,
  { object }: QueryInput<'history'>,
): { readonly rows: readonly HistoryEntry[]; readonly total: number } {
  forBookDesk(asking, 'history');
  const about = subjectOf(asking, object);
  const known = new Map<string, string>();
  const rows = recordsAbout(asking, object, 1, asking.book.seq).map((record): HistoryEntry => {
    const { seq, at, by, desk, kind } = record;
    return { id: String(seq), seq: String(seq), at, by, desk, kind, ...saidOf(record, about, known) };
  });
  return { rows, total: rows.length };
}

/** What a record says of the object: facts that describe it, which change what was known, and events, which stand alone. */
function saidOf(
  { data }: LedgerRecord,
  about: Subject,
  known: Map<string, string>,
): Pick<HistoryEntry, 'changes' | 'events'> {
  const changes: Change[] = [];
  const events: Fields[] = [];
  for (const [table, rows] of Object.entries(data))
    for (const fields of rowsAbout(rows, about)) {
      if (describing.includes(table)) changes.push(...changed(fields, about, known));
      else events.push(fields);
    }
  return { changes, events: events.slice(0, mostEvents) };
}

function changed(fields: Fields, { names }: Subject, known: Map<string, string>): readonly Change[] {
  return Object.entries(fields).flatMap(([field, after]) => {
    const before = known.get(field) ?? '';
    known.set(field, after);
    return after === before || names.has(after) ? [] : [{ field, before, after }];
  });
}

/** By what an object is named in rows: an account by its number too, in rows of its provider. */
interface Subject {
  readonly names: ReadonlySet<string>;
  readonly provider: string | undefined;
}

function subjectOf({ book }: Asking, object: string): Subject {
  if (!book.structure.accounts.has(object as AccountKey)) return { names: new Set([object]), provider: undefined };
  const key = object as AccountKey;
  return { names: new Set([key, idOf(key)]), provider: providerOf(key) };
}

/** The rows of a table that name the object, each with its texts alone. */
function rowsAbout(rows: unknown, { names, provider }: Subject): readonly Fields[] {
  const list = Array.isArray(rows) ? rows : [rows];
  return list
    .filter(isRow)
    .map(textsOf)
    .filter((fields) => {
      if (provider !== undefined && (fields['provider'] ?? provider) !== provider) return false;
      return Object.values(fields).some((value) => names.has(value));
    });
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(row: Readonly<Record<string, unknown>>): Fields {
  const entries = Object.entries(row).flatMap(([name, value]) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return [[name, String(value)]];
    return Array.isArray(value) && value.every((each) => typeof each === 'string') ? [[name, value.join(' ')]] : [];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== '')) as Fields;
}
