// What is planted in the last month of an eventful sample, so that every kind of exception and finding that the rules
// know is met: the list says what was planted, for tests and screens to expect.
import { firstDay } from '../../shared/calendar/day.ts';
import { type LineMaker, type SampleLine, makeLine } from './line.ts';
import type { SampleAccount, SampleFamily } from './structure.ts';

export interface Planted {
  readonly kind:
    | 'unknown-account'
    | 'overlap'
    | 'few-shared-lines'
    | 'vendor-payer'
    | 'parts-differ'
    | 'closed-account'
    | 'voucher'
    | 'blast-radius';
  /** The account concerned, or the file for shared lines. */
  readonly about: string;
  readonly lines: number;
}

/** How many lines of the first file stand again in the second (an exception), of the third in the fourth (a finding). */
export const repeatedLines = [25, 5] as const;

/** Lines of three accounts that the book does not know, billed to an entity admin that it does. */
function unknownAccounts(maker: LineMaker, family: SampleFamily, unknownId: () => string): SampleLine[] {
  const admins = family.accounts.filter((account) => account.role === 'entity-admin');
  return [1, 2, 3].flatMap((number) => {
    const admin = maker.random.pick(admins);
    const stranger: SampleAccount = {
      ...admin,
      id: unknownId(),
      name: `new-project-${number}`,
      role: 'member',
      discountsFrom: null,
      phases: [{ from: admin.phases[0]!.from, payer: admin }],
    };
    return Array.from({ length: 4 }, () => makeLine(maker, stranger));
  });
}

/** Lines that the vendor bills to the group admin although another account pays for them by the book. */
function wrongPayers(maker: LineMaker, family: SampleFamily): SampleLine[] {
  const paidFor = family.accounts.filter((account) => account.phases.at(-1)!.payer?.role === 'entity-admin');
  const owner = maker.random.pick(paidFor.filter((account) => account.closed === null));
  return Array.from({ length: 6 }, () => ({ ...makeLine(maker, owner), vendorPayer: family.head.id }));
}

/** Two lines whose cash part is 1.00 short of what was billed. */
function wrongParts(maker: LineMaker, family: SampleFamily): SampleLine[] {
  return [1, 2].map(() => ({ ...makeLine(maker, family.head), missingCash: 10_000_000_000n }));
}

/** Lines of an account that was closed before the month began. */
function afterClosing(maker: LineMaker, family: SampleFamily): SampleLine[] {
  const closed = family.accounts.filter(
    (account) => account.closed !== null && account.closed <= firstDay(maker.month),
  );
  return closed.slice(0, 1).flatMap((owner) => [1, 2].map(() => makeLine(maker, owner)));
}

/** Lines that the group admin, which holds no vouchers, paid from one. */
function fromVouchers(maker: LineMaker, family: SampleFamily): SampleLine[] {
  return [1, 2, 3].map(() => ({ ...makeLine(maker, family.head), fromVoucher: 250_000_000_000n }));
}

/** The lines to add to the first file of the family's last month. */
export function plantLines(
  maker: LineMaker,
  family: SampleFamily,
  unknownId: () => string,
): { readonly lines: readonly SampleLine[]; readonly planted: readonly Planted[] } {
  const contracted = { ...maker, variancePerThousand: 0 };
  const unknown = unknownAccounts(contracted, family, unknownId);
  const payers = wrongPayers(contracted, family);
  const parts = wrongParts(contracted, family);
  const planted: Planted[] = [...new Set(unknown.map((line) => line.owner.id))].map((about) => ({
    kind: 'unknown-account',
    about,
    lines: 4,
  }));
  planted.push({ kind: 'vendor-payer', about: payers[0]!.owner.id, lines: payers.length });
  planted.push({ kind: 'parts-differ', about: family.head.id, lines: parts.length });
  const closed = afterClosing(contracted, family);
  if (closed[0]) planted.push({ kind: 'closed-account', about: closed[0].owner.id, lines: closed.length });
  const vouchers = fromVouchers(contracted, family);
  planted.push({ kind: 'voucher', about: vouchers[0]!.vendorPayer, lines: vouchers.length });
  return { lines: [...unknown, ...payers, ...parts, ...closed, ...vouchers], planted };
}
