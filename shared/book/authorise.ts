// Which desk may give which command (rule P3): funds are moved by whoever owns the account or was granted it; everything
// else that writes is for the book desk.
import { parseDay } from '../calendar/day.ts';
import type { CommandName } from '../contract/commands.ts';
import { accountKey } from '../rules/names.ts';
import { type Place, type Refusal, Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import { type Desk, bookDeskOnly, mayAct, notPermitted } from './desk.ts';

/** Commands that any desk may give for accounts it acts on; the others are for the book desk. */
const deskCommands: ReadonlySet<CommandName> = new Set([
  'topUp',
  'allocateFunds',
  'recoverFunds',
  'withdraw',
  'freezeFunds',
  'unfreezeFunds',
  'recordVendorBalance',
]);

/** Throws Refused where the desk may not give this command. */
export function authorise(book: Book, name: CommandName, input: object, desk: Desk): void {
  if (desk === '') return;
  if (!deskCommands.has(name)) throw new Refused(bookDeskOnly(desk, name));
  const isMany = 'rows' in input;
  const rows = (isMany ? input.rows : [input]) as readonly Readonly<Record<string, string>>[];
  const refusals = rows.flatMap((row, at) => rowRefusals(book, desk, name, row, isMany ? { row: at + 1 } : {}));
  if (refusals.length > 0) throw new Refused(...refusals);
}

function rowRefusals(
  book: Book,
  desk: Desk,
  name: CommandName,
  row: Readonly<Record<string, string>>,
  place: Place,
): readonly Refusal[] {
  const day = parseDay(row['date'] ?? '');
  if (day === undefined) return [];
  const permission = name === 'recordVendorBalance' ? 'view-balance' : 'allocate-funds';
  return ['account', 'to'].flatMap((column) => {
    const account = accountKey(row['provider'] ?? '', row[column] ?? '');
    if (row[column] === undefined || mayAct(book.structure, desk, account, permission, day)) return [];
    return notPermitted({ desk, account, permission, day, where: { column, value: account, ...place } });
  });
}
