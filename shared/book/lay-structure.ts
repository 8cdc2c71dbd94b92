// Facts about the structure laid over a structure: the maps that change are copied, the rest is shared. What a rule
// refuses is collected with its place; nothing here looks at money.
import type { Day } from '../calendar/day.ts';
import { valueOn } from '../calendar/dated.ts';
import { linkRefusals } from '../rules/guardrail.ts';
import { type AccountKey, type EntityCode, accountKey } from '../rules/names.ts';
import type { Policies } from '../rules/profile.ts';
import type { Place, Refusal } from '../rules/refusal.ts';
import type { Account, Link, Structure, Voucher } from '../rules/structure.ts';
import type { MoveEvent } from '../rules/timeline.ts';
import type { Facts } from './facts.ts';
import { type Row, type RowReader, readRow } from './row.ts';
import {
  readAccount,
  readAccountKey,
  readEntity,
  readLink,
  readOffer,
  readProvider,
  readVoucher,
} from './structure-rows.ts';

/** A structure with new facts laid in, and what they mean for the timeline. */
export interface LaidStructure {
  readonly structure: Structure;
  readonly moves: readonly { readonly event: MoveEvent; readonly place: Place }[];
  readonly vouchers: readonly Voucher[];
  /** The earliest day from which funds could settle otherwise; undefined where none could. */
  readonly changedFrom: Day | undefined;
  readonly refusals: readonly Refusal[];
}

const everything = -1_000_000_000 as Day;

interface Laying {
  structure: { -readonly [name in keyof Structure]: Structure[name] };
  readonly refusals: Refusal[];
  readonly placeOf: (row: Row) => Place;
  changedFrom: Day | undefined;
}

/** Lays the facts in; `adopting` leaves the link guardrails unasked, for the vendor has drawn those links (B5). */
export function layStructure(
  structure: Structure,
  facts: Facts,
  placeOf: (row: Row) => Place,
  adopting = false,
): LaidStructure {
  const laying: Laying = { structure: { ...structure }, refusals: [], placeOf, changedFrom: undefined };
  if (facts.policies !== undefined) {
    laying.structure.policies = { ...structure.policies, ...(facts.policies as Policies) };
    laying.changedFrom = everything;
  }
  layEntities(laying, facts);
  layAccounts(laying, facts);
  const due = dueMoves(laying, facts.movesDue ?? []);
  layAccountChanges(laying, facts.changesAhead ?? []);
  const moves = [...due, ...layAccountChanges(laying, facts.accountChanges ?? [])];
  layOffers(laying, facts);
  const vouchers = layVouchers(laying, facts.vouchers ?? []);
  layLinks(laying, facts, adopting);
  const { changedFrom, refusals } = laying;
  return { structure: laying.structure, moves, vouchers, changedFrom, refusals };
}

function each(laying: Laying, rows: readonly Row[] | undefined, lay: (reader: RowReader, row: Row) => void): void {
  for (const row of rows ?? []) lay(readRow(row, laying.placeOf(row), laying.refusals), row);
}

function touch(laying: Laying, day: Day | null): void {
  laying.changedFrom = Math.min(laying.changedFrom ?? Infinity, day ?? everything) as Day;
}

function layEntities(laying: Laying, facts: Facts): void {
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

function checkEntity(laying: Laying, reader: RowReader, column: string): void {
  const code = reader.text(column);
  if (code !== '' && !laying.structure.entities.has(code as EntityCode)) unknownEntity(reader, column);
}

function unknownEntity(reader: RowReader, column: string): void {
  reader.refuse(
    column,
    'unknownEntity',
    'S2',
    `The book has no entity “${reader.text(column)}”.`,
    'Add the entity first, or correct its code.',
  );
}

function checkAccount(laying: Laying, reader: RowReader, column: string): Account | undefined {
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

function layAccounts(laying: Laying, facts: Facts): void {
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
      closed: closed ?? former.closed,
    });
  });
}

/** The moves that rows ask for, each judged by the structure as it is. */
function dueMoves(laying: Laying, rows: readonly Row[]): LaidStructure['moves'] {
  const moves: { event: MoveEvent; place: Place }[] = [];
  each(laying, rows, (reader, row) => {
    const account = checkAccount(laying, reader, 'account');
    const date = reader.requiredDay('from');
    const entity = reader.text('entity') as EntityCode;
    if (account && entity !== '' && valueOn(account.entity, (date - 1) as Day) !== entity)
      moves.push({ event: { kind: 'move', account: account.key, entity, date }, place: laying.placeOf(row) });
  });
  return moves;
}

function layAccountChanges(laying: Laying, rows: readonly Row[]): LaidStructure['moves'] {
  if (rows.length === 0) return [];
  const accounts = new Map(laying.structure.accounts);
  laying.structure.accounts = accounts;
  const moves: { event: MoveEvent; place: Place }[] = [];
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

function layOffers(laying: Laying, facts: Facts): void {
  const offers = new Map(laying.structure.offers);
  let entry = [...offers.values()].reduce((sum, list) => sum + list.length, 0);
  each(laying, facts.offers, (reader) => {
    const offer = readOffer(reader, entry++);
    checkAccount(laying, reader, 'holder');
    offers.set(offer.holder, [...(offers.get(offer.holder) ?? []), offer]);
  });
  each(laying, facts.offerEnds, (reader) => {
    const holder = readAccountKey(reader, 'holder');
    const to = reader.requiredDay('to');
    const [product, from] = [reader.text('product') || '*', reader.day('from')];
    const open = (offers.get(holder) ?? []).find(
      (offer) => offer.product === product && offer.from === from && (offer.to === null || offer.to > to),
    );
    if (!open || (open.from !== null && open.from >= to))
      return reader.refuse(
        'product',
        'noSuchOffer',
        'D1',
        `${holder} has no offer for ${product} that could end on that day.`,
        'Name the offer by holder, product and start.',
      );
    offers.set(
      holder,
      (offers.get(holder) ?? []).map((offer) => (offer === open ? { ...offer, to } : offer)),
    );
  });
  if (facts.offers || facts.offerEnds) laying.structure.offers = offers;
  if (!facts.blocks) return;
  const blocked = new Map(laying.structure.blocked);
  each(laying, facts.blocks, (reader) => {
    checkAccount(laying, reader, 'holder');
    const holder = readAccountKey(reader, 'holder');
    blocked.set(holder, new Set([...(blocked.get(holder) ?? []), reader.required('product')]));
  });
  laying.structure.blocked = blocked;
}

function layVouchers(laying: Laying, rows: readonly Row[]): readonly Voucher[] {
  if (rows.length === 0) return [];
  const vouchers = new Map(laying.structure.vouchers);
  const keys = new Set([...vouchers.values()].flat().map((voucher) => voucher.key));
  const laid: Voucher[] = [];
  each(laying, rows, (reader) => {
    const voucher = readVoucher(reader);
    const account = checkAccount(laying, reader, 'account');
    if (account && account.currency !== voucher.currency)
      reader.refuse(
        'currency',
        'currencyDiffers',
        'F6',
        `${account.key} is kept in ${account.currency}; a voucher in ${voucher.currency} could never be used there.`,
        'Correct the currency or the account.',
      );
    if (keys.has(voucher.key))
      reader.refuse(
        'key',
        'keyExists',
        'F10',
        `There is already a voucher ${voucher.key}.`,
        'Give each voucher a key of its own.',
      );
    keys.add(voucher.key);
    touch(laying, voucher.from);
    vouchers.set(voucher.account, [...(vouchers.get(voucher.account) ?? []), voucher]);
    laid.push(voucher);
  });
  laying.structure.vouchers = vouchers;
  return laid;
}

function layLinks(laying: Laying, facts: Facts, adopting: boolean): void {
  if (!facts.links && !facts.linkEnds && !facts.accountChanges && !facts.changesAhead) return;
  const links = new Map(laying.structure.links);
  laying.structure.links = links;
  each(laying, facts.linkEnds, (reader) => endLink(laying, links, reader));
  const laid: { link: Link; place: Place }[] = [];
  each(laying, facts.links, (reader, row) => {
    const link = readLink(reader);
    links.set(link.account, [...(links.get(link.account) ?? []), link]);
    laid.push({ link, place: laying.placeOf(row) });
    touch(laying, link.from);
  });
  for (const row of [...(facts.changesAhead ?? []), ...(facts.accountChanges ?? [])]) {
    const key = accountKey(row['provider'] ?? '', row['account'] ?? '');
    if (!row['entity'] || !laying.structure.accounts.has(key)) continue;
    const touched = [...links.values()].flat().filter((link) => link.account === key || link.admin === key);
    for (const link of touched)
      if (!laid.some((one) => one.link === link)) laid.push({ link, place: laying.placeOf(row) });
  }
  if (adopting || laying.refusals.length > 0) return;
  for (const { link, place } of laid)
    for (const refusal of linkRefusals(laying.structure, link))
      laying.refusals.push({ ...refusal, where: { ...refusal.where, ...place } });
}

function endLink(laying: Laying, links: Map<AccountKey, readonly Link[]>, reader: RowReader): void {
  const [account, admin] = [
    readAccountKey(reader, 'account'),
    accountKey(readProvider(reader), reader.required('admin')),
  ];
  const to = reader.requiredDay('to');
  const all = links.get(account) ?? [];
  const open = all.findLast(
    (link) => link.admin === admin && (link.from === null || link.from < to) && (link.to === null || link.to > to),
  );
  if (!open)
    return reader.refuse(
      'admin',
      'noSuchLink',
      'S4',
      `${account} has no link to ${admin} in force before that day.`,
      'Choose a link that is in force, and a day after its start.',
    );
  touch(laying, to);
  links.set(
    account,
    all.map((link) => (link === open ? { ...link, to } : link)),
  );
}
