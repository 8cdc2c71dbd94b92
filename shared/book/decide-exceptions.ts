// resolveExceptions (rules B3, B5, C6): one decision for every open exception or finding of a cause, or for the subjects
// named. An unknown owner is adopted as the bill shows it; lines are charged to another account, or set aside with a reason;
// files that overlap are kept, skipped or replaced; an expected bill is said not to come; a finding was looked at. It holds
// for the month it is taken in.
import { type Month, formatMonth, parseMonth } from '../calendar/day.ts';
import type { CommandInput } from '../contract/commands.ts';
import { type Party, adoptionOf } from '../rules/adopt.ts';
import { type AccountKey, accountKey, idOf, providerOf } from '../rules/names.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import { accountToCharge } from './mapped-account.ts';
import type { Book } from './book.ts';
import { type Decision, type Evidence, entered, nothing, notThere } from './decision.ts';
import { openExceptions } from './exceptions.ts';
import { missingBills } from './expected-bills.ts';
import { findingKinds, openFindings } from './findings.ts';
import { rowOf, rowOfAccount, rowOfLink } from './rows-of.ts';
import type { Row } from './row.ts';
import { subjectOfVoucher, unknownVouchers, voucherRow } from './unknown-vouchers.ts';

type Input = CommandInput<'resolveExceptions'>;

/** The causes that each decision is for. */
const causesOf: Readonly<Record<Input['resolution'], readonly string[]>> = {
  adopt: ['unknown-owner'],
  map: ['unknown-owner', 'currency-differs', 'no-currency'],
  'set-aside': ['unknown-owner', 'currency-differs', 'no-currency'],
  keep: ['overlap', 'shared-lines', 'closed-account'],
  skip: ['overlap', 'shared-lines'],
  replace: ['overlap'],
  'no-bill-this-month': ['missing-bill'],
  claim: ['discount-variance'],
  'keep-book': ['payer-differs'],
  'accept-total': ['parts-differ'],
  'add-voucher': ['voucher-unknown'],
  ignore: ['voucher-unknown'],
  'reopen-account': ['closed-account'],
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
  const to = resolution === 'map' ? accountToCharge(book, input, chosen, evidence) : undefined;
  const resolutions = chosen.map(({ subject, month }) => rowOf({ cause, subject, month, resolution, to, reason }));
  if (resolution === 'add-voucher')
    return entered('exceptionsResolved', { vouchers: vouchersFor(book, chosen, evidence), resolutions });
  if (resolution === 'reopen-account')
    return entered('exceptionsResolved', { accountEdits: reopened(chosen), resolutions });
  return entered('exceptionsResolved', { resolutions });
}

interface Subject {
  readonly subject: string;
  readonly month: string;
  /** The file to be read again where shared lines are skipped. */
  readonly import: string;
  /** The account that a finding is about, if any. */
  readonly account?: AccountKey | null;
}

function isFinding(cause: string): boolean {
  return (findingKinds as readonly string[]).includes(cause);
}

/** What is open of the cause, each subject once a month. */
function openOf(book: Book, { cause, period }: Input, { buckets = [] }: Evidence): readonly Subject[] {
  if (cause === 'missing-bill' || isFinding(cause)) {
    const month = monthOfDecision(cause, period);
    if (isFinding(cause))
      return openFindings(book, cause, month, buckets).map(({ subject, import: file, account }) => ({
        subject,
        month: formatMonth(month),
        import: file,
        account,
      }));
    return missingBills(book, month).map((subject) => ({ subject, month: formatMonth(month), import: '' }));
  }
  const open = openExceptions(book, buckets).filter((one) => one.cause === cause);
  const subjects = open.map(({ subject, month }) => ({ subject, month, import: subject }));
  return [...new Map(subjects.map((one) => [`${one.subject} ${one.month}`, one])).values()];
}

function monthOfDecision(cause: string, period: string | undefined): Month {
  const month = parseMonth(period ?? '');
  if (month !== undefined) return month;
  const what = cause === 'missing-bill' ? 'Which month has no bill?' : 'Which month is the finding of?';
  throw new Refused(notThere('periodMissing', 'C6', what, { column: 'period', value: period ?? '' }));
}

/** An account whose charges go on is open again: it has no day of closing any more. */
function reopened(chosen: readonly Subject[]): readonly Row[] {
  const accounts = new Set(chosen.flatMap(({ account }) => account ?? []));
  return [...accounts].map((account) => ({ provider: providerOf(account), id: idOf(account), closed: '' }));
}

/** The register is made to hold what the bills used, voucher by voucher. */
function vouchersFor(book: Book, chosen: readonly Subject[], { buckets = [] }: Evidence): readonly Row[] {
  const subjects = new Set(chosen.map(({ subject }) => subject));
  const month = parseMonth(chosen[0]!.month)!;
  return unknownVouchers(book, month, buckets)
    .filter((one) => subjects.has(subjectOfVoucher(one)))
    .map((one) => voucherRow(one, month));
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
  const importsUndone = [...new Set(chosen.map((one) => one.import))].map((id) =>
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
