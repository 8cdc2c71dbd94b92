// What needs looking at but blocks nothing (rules B3, B5, C4, F6), and what was decided about it: worked out from the
// month's run, its files, its lines and the decisions taken, never stored. It changes nothing.
import { type Month, firstDay, formatMonth } from '../calendar/day.ts';
import { formatDecimal } from '../money/decimal.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Bucket } from '../rules/bill.ts';
import type { Charge } from '../rules/movement.ts';
import type { AccountKey } from '../rules/names.ts';
import { idOf } from '../rules/names.ts';
import type { Book } from './book.ts';
import type { ImportFact } from './facts.ts';
import { importsIn } from './standing-imports.ts';
import { subjectOfVoucher, unknownVouchers } from './unknown-vouchers.ts';

/** The kinds of findings that a decision is taken about. */
export const findingKinds = [
  'discount-variance',
  'payer-differs',
  'parts-differ',
  'shared-lines',
  'closed-account',
  'voucher-unknown',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One finding; those of one `kind` are decided together. */
export interface Finding {
  readonly kind: FindingKind;
  /** What a decision names. It holds the amounts, so that a finding that says something else is open again. */
  readonly subject: string;
  /** The account it is about; null where it is about a file. */
  readonly account: AccountKey | null;
  /** The file it is about, by its import. */
  readonly import: string;
  /** The other side: the vendor's payer, or the import that shares the lines. */
  readonly beside: string;
  /** Who pays by the book, where the vendor says otherwise. */
  readonly payer: string;
  readonly product: string;
  readonly currency: string;
  readonly amount: string;
  readonly lines: number | null;
  readonly message: string;
}

const blank = { import: '', beside: '', payer: '', product: '', currency: '', amount: '', lines: null };

/** Every finding of a month, decided or not. */
export function findingsOf(book: Book, period: Month, buckets: readonly Bucket[]): readonly Finding[] {
  return [
    ...variances(book, period),
    ...payers(book, period),
    ...files(book, period),
    ...closedAccounts(book, period),
    ...vouchers(book, period, buckets),
  ];
}

/** The findings of a kind that nobody has decided about. */
export function openFindings(book: Book, kind: string, period: Month, buckets: readonly Bucket[]): readonly Finding[] {
  return findingsOf(book, period, buckets).filter(
    (one) => one.kind === kind && decisionAbout(book, one, period) === '',
  );
}

/** What was decided about a finding; '' where nobody did. Files kept although they overlap were decided as exceptions. */
export function decisionAbout(book: Book, { kind, subject, import: file }: Finding, period: Month): string {
  const month = formatMonth(period);
  const own = book.resolutions.findLast(
    (one) => one.cause === kind && one.subject === subject && one.month === month,
  )?.resolution;
  if (own !== undefined || kind !== 'shared-lines') return own ?? '';
  const fact = book.imports.get(file)?.fact;
  return fact && isKept(book, fact) ? 'keep' : '';
}

/** Whether a file was kept although it shares many lines with another. */
function isKept(book: Book, { id, decided }: ImportFact): boolean {
  return decided === 'keep' || book.resolutions.some((one) => one.cause === 'overlap' && one.subject === id);
}

function variances(book: Book, period: Month): readonly Finding[] {
  return (book.runs.get(period)?.variances ?? []).map(({ owner, product, currency, amount, offers }) => {
    const much = amount > 0n ? 'too much' : 'too little';
    const size = formatMinor(amount < 0n ? -amount : amount, currency);
    const text = formatMinor(amount, currency);
    return {
      ...blank,
      kind: 'discount-variance',
      subject: `${owner} ${product} ${currency} ${text}`,
      account: owner,
      product,
      currency,
      amount: text,
      message: `Billed otherwise than contracted (${offers}): ${currency} ${size} ${much}.`,
    };
  });
}

/** The vendor says another account pays (B5); the book decides. */
function payers(book: Book, period: Month): readonly Finding[] {
  return (book.runs.get(period)?.otherPayers ?? []).map(({ owner, vendorPayer, payer, currency, lines, billed }) => {
    const amount = formatDecimal(billed);
    return {
      ...blank,
      kind: 'payer-differs',
      subject: `${owner} ${vendorPayer} ${payer} ${currency} ${amount}`,
      account: owner,
      beside: vendorPayer,
      payer,
      currency,
      amount,
      lines,
      message: `The vendor names ${idOf(vendorPayer)} as payer of ${lines} lines; by the book ${idOf(payer)} pays.`,
    };
  });
}

/** What the files of the month show: parts that do not add up, and lines shared with another file (B3, B5). */
function files(book: Book, period: Month): readonly Finding[] {
  return importsIn(book, period).flatMap((fact) => [...partsDiffer(fact), ...sharedLines(book, fact)]);
}

function partsDiffer(fact: ImportFact): readonly Finding[] {
  if (fact.partsDiffer === 0) return [];
  return [
    {
      ...blank,
      kind: 'parts-differ',
      subject: `${fact.id} ${fact.partsDiffer}`,
      account: null,
      import: fact.id,
      lines: fact.partsDiffer,
      message: `${fact.name}: in ${fact.partsDiffer} lines the parts miss the billed cost by more than 0.01.`,
    },
  ];
}

/** Lines that still count twice: skipped ones do not, and many undecided ones are an exception. */
function sharedLines(book: Book, fact: ImportFact): readonly Finding[] {
  const kept = isKept(book, fact);
  return fact.shared.flatMap((one) => {
    const other = book.imports.get(one.import);
    if (!other || other.gone || fact.skips.includes(one.import) || (one.overlap && !kept)) return [];
    return [
      {
        ...blank,
        kind: 'shared-lines' as const,
        subject: `${fact.id} ${one.import} ${one.lines}`,
        account: null,
        import: fact.id,
        beside: one.import,
        lines: one.lines,
        message: `${fact.name} shares ${one.lines} lines with ${other.fact.name}.`,
      },
    ];
  });
}

function closedAccounts(book: Book, period: Month): readonly Finding[] {
  const sums = new Map<string, { charge: Charge; amount: Minor }>();
  for (const charge of book.runs.get(period)?.run.charges ?? []) {
    const closed = book.structure.accounts.get(charge.owner)?.closed ?? null;
    if (closed === null || closed > firstDay(period)) continue;
    const key = `${charge.owner} ${charge.currency}`;
    sums.set(key, { charge, amount: (sums.get(key)?.amount ?? 0n) + charge.amount });
  }
  return [...sums.values()].map(({ charge: { owner, currency }, amount }) => {
    const text = formatMinor(amount, currency);
    return {
      ...blank,
      kind: 'closed-account',
      subject: `${owner} ${currency} ${text}`,
      account: owner,
      currency,
      amount: text,
      message: 'The account is closed and still has charges.',
    };
  });
}

/** The vendor used vouchers that the register does not hold (F6). */
function vouchers(book: Book, period: Month, buckets: readonly Bucket[]): readonly Finding[] {
  return unknownVouchers(book, period, buckets).map((one) => {
    const { account, currency } = one;
    const amount = formatMinor(one.amount, currency);
    return {
      ...blank,
      kind: 'voucher-unknown',
      subject: subjectOfVoucher(one),
      account,
      currency,
      amount,
      message: `The bill uses vouchers of ${currency} ${amount} that the register does not hold.`,
    };
  });
}
