// Facts written as rows, the inverse of structure-rows.ts: for facts that Purser draws itself, as adoption does.
import { formatDay } from '../calendar/day.ts';
import { idOf } from '../rules/names.ts';
import type { Account, Link } from '../rules/structure.ts';
import type { Row } from './row.ts';

export function rowOfAccount(account: Account): Row {
  const { provider, id, name, role, currency } = account;
  return { provider, id, name, entity: account.entity.initial, role, currency };
}

export function rowOfLink(link: Link): Row {
  return withoutEmpty({
    provider: link.account.slice(0, link.account.indexOf(':')),
    account: idOf(link.account),
    admin: idOf(link.admin),
    mode: link.mode,
    permissions: [...link.permissions].join(' '),
    crossEntityFunds: link.crossEntityFunds ? 'yes' : '',
    from: link.from === null ? '' : formatDay(link.from),
    to: link.to === null ? '' : formatDay(link.to),
  });
}

type Cell = string | boolean | readonly string[] | undefined;

/** An input of the contract as a row: lists joined by spaces, true as `yes`, empty cells left out. */
export function rowOf(input: Readonly<Record<string, Cell>>): Row {
  return withoutEmpty(Object.fromEntries(Object.entries(input).map(([name, cell]) => [name, textOf(cell)])));
}

function textOf(cell: Cell): string {
  if (cell === undefined || cell === false) return '';
  if (cell === true) return 'yes';
  return typeof cell === 'string' ? cell : cell.join(' ');
}

function withoutEmpty(cells: Readonly<Record<string, string>>): Row {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''));
}
