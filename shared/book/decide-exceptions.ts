// resolveExceptions: unknown owners are adopted as the bill shows them (B5), or a decision is written down with its reason.
import type { CommandInput } from '../contract/commands.ts';
import { adoptionOf } from '../rules/adopt.ts';
import { accountKey } from '../rules/names.ts';
import { Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import { type Decision, type Evidence, entered, nothing, notThere } from './decision.ts';
import { rowOf, rowOfAccount, rowOfLink } from './rows-of.ts';

/** One decision for all exceptions of a cause, or for the subjects named. */
export function decideExceptions(
  book: Book,
  input: CommandInput<'resolveExceptions'>,
  { parties = [] }: Evidence,
): Decision {
  const { cause, resolution, reason, ids } = input;
  if (resolution !== 'adopt') {
    if (resolution === 'set-aside' && !reason)
      throw new Refused(
        notThere('reasonMissing', 'B5', 'Setting lines aside needs a reason.', { column: 'reason', value: '' }),
      );
    return entered('exceptionsResolved', {
      resolutions: (ids ?? []).map((subject) => rowOf({ cause, subject, resolution, reason })),
    });
  }
  const chosen = ids ? parties.filter((party) => ids.includes(accountKey(party.provider, party.owner))) : parties;
  const adoption = adoptionOf(book.structure, chosen);
  if (adoption.accounts.length === 0) return nothing;
  return {
    ...entered('exceptionsResolved', {
      adopting: true,
      accounts: adoption.accounts.map(rowOfAccount),
      links: adoption.links.map(rowOfLink),
    }),
    result: { adopted: adoption.accounts.map((account) => account.key) },
  };
}
