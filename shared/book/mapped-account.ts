// The account that lines are charged to in place of the one that the bill names (rule B5, “map to an existing account”): it
// must be able to bear them. It enters nothing.
import { formatMonth } from '../calendar/day.ts';
import type { CommandInput } from '../contract/commands.ts';
import { exceptionOf } from '../rules/exception.ts';
import { type AccountKey, accountKey, providerOf } from '../rules/names.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import type { Evidence } from './decision.ts';
import { mappedTo } from './exceptions.ts';

type Input = CommandInput<'resolveExceptions'>;
type Chosen = readonly { readonly subject: string; readonly month: string }[];

/** The account named, by its key; throws Refused where it cannot bear the lines of the subjects chosen. */
export function accountToCharge(book: Book, { cause, to = '' }: Input, chosen: Chosen, evidence: Evidence): AccountKey {
  const account = book.structure.accounts.get(to as AccountKey);
  if (to === '') throw new Refused(refusal('accountMissing', 'Which account are the lines charged to?', to));
  if (!account) throw new Refused(refusal('unknownAccount', `The book has no account ${to}.`, to));
  const subjects = new Set(chosen.map(({ subject, month }) => JSON.stringify([subject, month])));
  for (const bucket of evidence.buckets ?? []) {
    const subject = accountKey(bucket.provider, bucket.owner);
    if (!subjects.has(JSON.stringify([subject, formatMonth(bucket.month)]))) continue;
    if (exceptionOf(book.structure, bucket) !== cause) continue;
    if (bucket.provider !== providerOf(account.key))
      throw new Refused(refusal('otherProvider', `${subject} and ${to} are accounts of different providers.`, to));
    if (exceptionOf(book.structure, mappedTo(bucket, account.key)) !== undefined)
      throw new Refused(
        refusal(
          'mappingDoesNotFit',
          `Lines of ${subject} are in ${bucket.currency}; ${to} or its payer is kept in another currency.`,
          to,
        ),
      );
  }
  return account.key;
}

function refusal(code: string, what: string, value: string): Refusal {
  return {
    code,
    rule: 'B5',
    what,
    unchanged: 'Nothing was decided.',
    next: 'Choose an account of the book with the provider and the currency of the lines.',
    where: { column: 'to', value },
  };
}
