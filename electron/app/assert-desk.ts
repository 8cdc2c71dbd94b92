// Whether a window may sit down at a desk of the open book (rule P3): the book desk, or that of an admin account.
import type { Desk } from '../../shared/book/desk.ts';
import type { Page } from '../../shared/contract/answer.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import { idOf, providerOf } from '../../shared/rules/names.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { BookThread } from '../book/book-thread.ts';

/** Throws Refused where the book has no such desk. */
export async function assertDesk(thread: BookThread, desk: Desk): Promise<void> {
  if (desk === '') return;
  const is = (column: string, value: string) => ({ column, test: 'is' as const, value });
  const input = { filter: [is('provider', providerOf(desk)), is('account', idOf(desk))] };
  const { rows } = (await thread.call('ask', { name: 'accounts', input, desk: '' })) as Page<ListRow>;
  if (!rows.some(({ id, role }) => id === desk && role !== 'member')) throw new Refused(notADesk(desk));
}

function notADesk(desk: string): Refusal {
  return {
    code: 'notADesk',
    rule: 'P3',
    what: `${desk} is no admin account of this book.`,
    unchanged: 'The desk stays as it was.',
    next: 'Choose one of the book’s admin accounts, or the book desk.',
  };
}
