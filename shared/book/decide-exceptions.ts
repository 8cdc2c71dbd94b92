// resolveExceptions (rules B3, B5, C6): one decision for every open exception of a cause, or for the subjects named. An
// unknown owner is adopted as the bill shows it; lines are set aside with a reason; files that overlap are kept, skipped
// or replaced; an expected bill is said not to come. A decision holds for the month it is taken in.
import { formatMonth, parseMonth } from '../calendar/day.ts';
import type { CommandInput } from '../contract/commands.ts';
import { type Party, adoptionOf } from '../rules/adopt.ts';
import { accountKey } from '../rules/names.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import { type Decision, type Evidence, entered, nothing, notThere } from './decision.ts';
import { openExceptions } from './exceptions.ts';
import { missingBills } from './expected-bills.ts';
import { rowOf, rowOfAccount, rowOfLink } from './rows-of.ts';

type Input = CommandInput<'resolveExceptions'>;

/** The causes that each decision is for. */
const causesOf: Readonly<Record<Input['resolution'], readonly string[]>> = {
  adopt: ['unknown-owner'],
  'set-aside': ['unknown-owner', 'currency-differs', 'no-currency'],
  keep: ['overlap'],
  skip: ['overlap'],
  replace: ['overlap'],
  'no-bill-this-month': ['missing-bill'],
};

/** The decision; `evidence` holds the parties of all lines for adoption, else the lines that the exceptions are about. */
export function decideExceptions(book: Book, input: Input, evidence: Evidence): Decision {
  const { cause, resolution, reason } = input;
  if (!causesOf[resolution].includes(cause)) throw new Refused(doesNotFit(input));
  if (resolution === 'adopt') return adopted(book, input, evidence.parties ?? []);
  if (resolution === 'set-aside' && !reason?.trim())
    throw new Refused(
      notThere('reasonMissing', 'B5', 'Setting lines aside needs a reason.', { column: 'reason', value: '' }),
    );
  const chosen = chosenOf(input, openOf(book, input, evidence));
  if (chosen.length === 0) return nothing;
  if (resolution === 'skip') return readAgain(chosen, evidence);
  const rows = chosen.map(({ subject, month }) => rowOf({ cause, subject, month, resolution, reason }));
  return entered('exceptionsResolved', { resolutions: rows });
}

interface Subject {
  readonly subject: string;
  readonly month: string;
}

/** What is open of the cause, each subject once a month. */
function openOf(book: Book, { cause, period }: Input, { buckets = [] }: Evidence): readonly Subject[] {
  if (cause !== 'missing-bill') {
    const open = openExceptions(book, buckets).filter((one) => one.cause === cause);
    return [...new Map(open.map(({ subject, month }) => [`${subject} ${month}`, { subject, month }])).values()];
  }
  const month = parseMonth(period ?? '');
  if (month === undefined)
    throw new Refused(
      notThere('periodMissing', 'C6', 'Which month has no bill?', { column: 'period', value: period ?? '' }),
    );
  return missingBills(book, month).map((subject) => ({ subject, month: formatMonth(month) }));
}

/** The subjects named, each of which must be open; all where none is named. */
function chosenOf({ cause, period, ids }: Input, open: readonly Subject[]): readonly Subject[] {
  const here = open.filter(({ month }) => period === undefined || month === period);
  if (ids === undefined) return here;
  const unknown = ids.find((id) => !here.some(({ subject }) => subject === id));
  if (unknown !== undefined)
    throw new Refused(
      notThere('noSuchException', 'B5', `Nothing of the cause ${cause} is open about ${unknown}.`, {
        column: 'ids',
        value: unknown,
      }),
    );
  return here.filter(({ subject }) => ids.includes(subject));
}

/** Shared lines are skipped by reading the file again without them: the new reading takes the place of the former. */
function readAgain(chosen: readonly Subject[], { imports = [] }: Evidence): Decision {
  const importsUndone = [...new Set(chosen.map(({ subject }) => subject))].map((id) =>
    rowOf({ import: id, reason: 'read again without the shared lines' }),
  );
  return { ...entered('exceptionsResolved', { imports, importsUndone }), result: { imports } };
}

function adopted(book: Book, { period, ids }: Input, parties: readonly Party[]): Decision {
  const inPeriod = new Set(
    parties.filter(({ month }) => period === undefined || formatMonth(month) === period).map(ownerOf),
  );
  const chosen = parties.filter((party) => (ids ? ids.includes(ownerOf(party)) : inPeriod.has(ownerOf(party))));
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

function ownerOf({ provider, owner }: Party): string {
  return accountKey(provider, owner);
}

function doesNotFit({ cause, resolution }: Input): Refusal {
  return {
    code: 'resolutionDoesNotFit',
    rule: 'B5',
    what: `“${resolution}” is no decision for the cause “${cause}”.`,
    unchanged: 'Nothing was decided.',
    next: `It is for: ${causesOf[resolution].join(', ')}.`,
    where: { column: 'resolution', value: resolution },
  };
}
