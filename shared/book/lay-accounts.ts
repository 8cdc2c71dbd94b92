// Facts about entities and accounts laid over a structure: new ones, changes, and moves of accounts between entities.
import type { Day } from '../calendar/day.ts';
import { valueOn } from '../calendar/dated.ts';
import type { EntityCode } from '../rules/names.ts';
import type { Facts } from './facts.ts';
import { type LaidMove, type Laying, checkAccount, checkEntity, each, touch, unknownEntity } from './laying.ts';
import { type Row, readRow } from './row.ts';
import { readAccount, readEntity } from './structure-rows.ts';

/** Lays new entities and changes of those that are there. */
export function layEntities(laying: Laying, facts: Facts): void {
  const rows = [...(facts.entities ?? []), ...(facts.entityChanges ?? [])];
  if (rows.length === 0) return;
  const entities = new Map(laying.structure.entities);
  each(laying, facts.entities, (reader) => {
    const entity = readEntity(reader);
    if (entities.has(entity.code))
      reader.refuse(
        'code',
        'entityExists',
        'S2',
        `There is already an entity ${entity.code}.`,
        'Give each entity a code of its own, or change the entity that is there.',
      );
    entities.set(entity.code, entity);
  });
  each(laying, facts.entityChanges, (reader, row) => {
    const former = entities.get(reader.required('code') as EntityCode);
    if (!former) return unknownEntity(reader, 'code');
    const { parent, ...texts } = former;
    entities.set(
      former.code,
      readEntity(readRow({ ...texts, parent: parent ?? '', ...row }, laying.placeOf(row), laying.refusals)),
    );
  });
  laying.structure.entities = entities;
  each(laying, rows, (reader) => checkEntity(laying, reader, 'parent'));
}

/** Lays new accounts and edits of those that are there. */
export function layAccounts(laying: Laying, facts: Facts): void {
  if (!facts.accounts && !facts.accountEdits) return;
  const accounts = new Map(laying.structure.accounts);
  laying.structure.accounts = accounts;
  each(laying, facts.accounts, (reader) => {
    const account = readAccount(reader);
    checkEntity(laying, reader, 'entity');
    if (accounts.has(account.key))
      reader.refuse(
        'id',
        'accountExists',
        'S3',
        `There is already an account ${account.key}.`,
        'An account stands in one row; remove the other, or change the account that is there.',
      );
    accounts.set(account.key, account);
  });
  each(laying, facts.accountEdits, (reader, row) => {
    const former = checkAccount(laying, reader, 'id');
    if (!former) return;
    const { name, opened, closed } = {
      name: reader.text('name'),
      opened: reader.day('opened'),
      closed: reader.day('closed'),
    };
    const role =
      'role' in row
        ? readAccount(
            readRow(
              { ...row, currency: former.currency, entity: former.entity.initial },
              laying.placeOf(row),
              laying.refusals,
            ),
          ).role
        : former.role;
    accounts.set(former.key, {
      ...former,
      name: name || former.name,
      role,
      opened: opened ?? former.opened,
      // Without a day it is open again.
      closed: 'closed' in row ? closed : former.closed,
    });
  });
}

/** The moves that rows ask for, each judged by the structure as it is. */
export function dueMoves(laying: Laying, rows: readonly Row[]): readonly LaidMove[] {
  const moves: LaidMove[] = [];
  each(laying, rows, (reader, row) => {
    const account = checkAccount(laying, reader, 'account');
    const date = reader.requiredDay('from');
    const entity = reader.text('entity') as EntityCode;
    if (account && entity !== '' && valueOn(account.entity, (date - 1) as Day) !== entity)
      moves.push({ event: { kind: 'move', account: account.key, entity, date }, place: laying.placeOf(row) });
  });
  return moves;
}

/** Lays dated changes of entity and credit limit; answers the moves that they are. */
export function layAccountChanges(laying: Laying, rows: readonly Row[]): readonly LaidMove[] {
  if (rows.length === 0) return [];
  const accounts = new Map(laying.structure.accounts);
  laying.structure.accounts = accounts;
  const moves: LaidMove[] = [];
  each(laying, rows, (reader, row) => {
    const former = checkAccount(laying, reader, 'account');
    const from = reader.requiredDay('from');
    if (!former) return;
    const entity = reader.text('entity') as EntityCode;
    const limit = reader.amount('creditLimit', former.currency);
    touch(laying, from);
    let { entity: entities, creditLimit } = former;
    if (entity !== '') {
      checkEntity(laying, reader, 'entity');
      entities = { ...entities, changes: [...entities.changes, { from, value: entity }] };
      if (valueOn(former.entity, from) !== entity)
        moves.push({ event: { kind: 'move', account: former.key, entity, date: from }, place: laying.placeOf(row) });
    }
    if (limit !== null) creditLimit = { ...creditLimit, changes: [...creditLimit.changes, { from, value: limit }] };
    accounts.set(former.key, { ...former, entity: entities, creditLimit });
  });
  return moves;
}
