// The legal entities of the group with what documents say of them (rule S2).
import { entityOn } from '../../rules/link.ts';
import { type Asking, latestDay } from '../asking.ts';
import { type List, columnsOf } from '../listing.ts';

const titles = ['taxId', 'address', 'phone', 'bank', 'bankAccount'];
const texts = ['entity', 'name', 'nameZh', 'country', 'currency', ...titles, 'parent', 'admins'];

export function entitiesList({ book }: Asking): List {
  const { entities, accounts } = book.structure;
  const day = latestDay(book);
  const owned = new Map<string, { accounts: number; admins: string[] }>();
  for (const account of accounts.values()) {
    const code = entityOn(book.structure, account.key, day);
    const held = owned.get(code) ?? { accounts: 0, admins: [] };
    owned.set(code, held);
    held.accounts += 1;
    if (account.role !== 'member') held.admins.push(account.key);
  }
  const rows = [...entities.values()].map((entity) => {
    const { code, parent, ...texts } = entity;
    const held = owned.get(code);
    return {
      id: code,
      entity: code,
      ...texts,
      parent: parent ?? '',
      accounts: String(held?.accounts ?? 0),
      admins: (held?.admins ?? []).join(' '),
    };
  });
  return { columns: columnsOf({ text: texts, number: ['accounts'] }), rows };
}
