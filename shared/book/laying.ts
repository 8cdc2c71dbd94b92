// What laying facts over a structure has come to so far, and how a row names an account or an entity that must be there.
import type { Day } from '../calendar/day.ts';
import type { EntityCode } from '../rules/names.ts';
import type { Place, Refusal } from '../rules/refusal.ts';
import type { Account, Structure } from '../rules/structure.ts';
import type { MoveEvent } from '../rules/timeline.ts';
import { type Row, type RowReader, readRow } from './row.ts';
import { readAccountKey } from './structure-rows.ts';

/** The day from which funds could settle otherwise, where that is from their beginning. */
export const everything = -1_000_000_000 as Day;

/** A structure under hand: its maps are replaced as they change, what a rule refuses is collected with its place. */
export interface Laying {
  structure: { -readonly [name in keyof Structure]: Structure[name] };
  readonly refusals: Refusal[];
  readonly placeOf: (row: Row) => Place;
  changedFrom: Day | undefined;
}

/** A move of an account to another entity, and the row that asks for it. */
export interface LaidMove {
  readonly event: MoveEvent;
  readonly place: Place;
}

/** Lays row after row, each through a reader that knows its place. */
export function each(
  laying: Laying,
  rows: readonly Row[] | undefined,
  lay: (reader: RowReader, row: Row) => void,
): void {
  for (const row of rows ?? []) lay(readRow(row, laying.placeOf(row), laying.refusals), row);
}

/** Notes that funds could settle otherwise from this day on; null: from their beginning. */
export function touch(laying: Laying, day: Day | null): void {
  laying.changedFrom = Math.min(laying.changedFrom ?? Infinity, day ?? everything) as Day;
}

/** Refuses the row where the column names an entity that the book does not have. */
export function checkEntity(laying: Laying, reader: RowReader, column: string): void {
  const code = reader.text(column);
  if (code !== '' && !laying.structure.entities.has(code as EntityCode)) unknownEntity(reader, column);
}

/** Refuses the row for the entity that the column names. */
export function unknownEntity(reader: RowReader, column: string): void {
  reader.refuse(
    column,
    'unknownEntity',
    'S2',
    `The book has no entity “${reader.text(column)}”.`,
    'Add the entity first, or correct its code.',
  );
}

/** The account that the column names; undefined where the book has none, which is refused. */
export function checkAccount(laying: Laying, reader: RowReader, column: string): Account | undefined {
  const key = readAccountKey(reader, column);
  const account = laying.structure.accounts.get(key);
  if (!account && reader.text(column) !== '')
    reader.refuse(
      column,
      'unknownAccount',
      'S3',
      `The book has no account ${key}.`,
      'Add the account first, or correct the number.',
    );
  return account;
}
