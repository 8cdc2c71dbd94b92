// Histories of a small group as chance would have them: funds moved forth and back, reversals, vouchers, bills, runs and
// policies, by commands as people give them, many of which the rules refuse. It judges nothing.
import fc from 'fast-check';
import type { CommandInput, CommandName } from '../shared/contract/commands.ts';
import { formatDecimal } from '../shared/money/decimal.ts';
import { formatMinor } from '../shared/money/minor.ts';
import { idOf } from '../shared/rules/names.ts';
import { type Refusal, Refused } from '../shared/rules/refusal.ts';
import { BookStory, type ToldLines } from './book-story.ts';

/** One thing that somebody tries to do to the book. */
export type Step =
  | { readonly do: CommandName; readonly input: CommandInput<CommandName> }
  | { readonly bill: string; readonly lines: readonly ToldLines[]; readonly abroad?: boolean }
  | { readonly run: string }
  /** Reverses one of the movements that are there, by its place among them. */
  | { readonly reverse: number }
  /** Recovers from one of the allocations that are there. */
  | { readonly recover: number; readonly amount: string; readonly date: string };

export const months = ['2026-09', '2026-10', '2026-11'] as const;

const tencent = { provider: 'tencent', currency: 'CNY' } as const;
const abroad = { provider: 'tencent', currency: 'USD' } as const;
const views = ['view-bills', 'view-balance'] as const;

/**
 * HQ's admin 1 pays for its member 2 from mid-September on and funds Shenzhen's admin 3 across entities; 3 pays for its
 * own member 4. Both members inherit; HQ's offers are a multiplier and tiers. Money of HQ and HK lies at 1 and 3. HK's
 * account 9 is in dollars.
 */
export function smallGroup(): BookStory {
  const story = new BookStory('Harbour', 'CNY');
  for (const [code, parent] of [['HQ'], ['SZ', 'HQ'], ['HK', 'HQ']] as const)
    story.do('addEntity', { code, name: code, currency: 'CNY', ...(parent && { parent }) });
  for (const [id, entity, role] of [
    ['1', 'HQ', 'group-admin'],
    ['2', 'HQ', 'member'],
    ['3', 'SZ', 'entity-admin'],
    ['4', 'SZ', 'member'],
  ] as const)
    story.do('addAccount', { ...tencent, id, entity, role, creditLimit: '20' });
  story.do('addAccount', { ...abroad, id: '9', entity: 'HK', role: 'entity-admin', creditLimit: '20' });
  const permissions = [...views, 'inherit-discounts' as const];
  const { provider } = tencent;
  const link = (
    account: string,
    admin: string,
    rest: Omit<CommandInput<'startLink'>, 'provider' | 'account' | 'admin'>,
  ) => story.do('startLink', { provider, account, admin, ...rest });
  link('2', '1', { mode: 'pay-on-behalf', permissions, from: '2026-09-15' });
  link('4', '3', { mode: 'pay-on-behalf', permissions });
  link('3', '1', { mode: 'self-pay', permissions: [...views], crossEntityFunds: true });
  story.do('addOffer', { provider, holder: '1', product: 'cvm', kind: 'multiplier', value: '0.7' });
  story.do('addOffer', { provider, holder: '1', product: '*', kind: 'tiers', value: '0:1;30:0.9;60:0.333' });
  const funds = { ...tencent, date: '2026-08-31' };
  story.do('topUp', { ...funds, account: '1', amount: '90', key: 't1' });
  story.do('topUp', { ...funds, account: '1', amount: '60', key: 't2', origin: 'HK' });
  story.do('allocateFunds', { ...funds, account: '1', to: '3', amount: '110', key: 'a1' });
  return story.do('addGift', { ...funds, account: '3', amount: '9', key: 'g1' });
}

const account = fc.constantFrom('1', '2', '3', '4');
const cents = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((amount) => formatMinor(BigInt(amount), 'CNY'));
const date = fc
  .tuple(fc.constantFrom(...months), fc.integer({ min: 1, max: 30 }))
  .map(([month, day]) => `${month}-${String(day).padStart(2, '0')}`);
const key = fc.uuid();

export type FundsRow = CommandInput<'enterFunds'>['rows'][number];

/** Money from outside in larger pieces than what is done with it, so that much of that is accepted. */
const arriving: fc.Arbitrary<FundsRow> = fc
  .record({
    key,
    kind: fc.constantFrom('top-up' as const, 'top-up' as const, 'opening-cash' as const, 'gift' as const),
    date,
    account,
    amount: cents(1, 9000),
    origin: fc.constantFrom('', 'HQ', 'SZ', 'HK'),
  })
  .map(({ origin, ...row }) => ({ ...tencent, ...row, ...(row.kind !== 'gift' && origin !== '' && { origin }) }));

const used: fc.Arbitrary<FundsRow> = fc
  .record({
    key,
    kind: fc.constantFrom('gift-expiry', 'freeze', 'freeze', 'unfreeze', 'withdrawal', 'opening-owed'),
    date,
    account,
    amount: cents(1, 1500),
  })
  .map((row) => ({ ...tencent, ...row }));

const allocated: fc.Arbitrary<FundsRow> = fc
  .record({ key, date, pair: fc.constantFrom('13', '13', '31', '31', '12', '34'), amount: cents(1, 2500) })
  .map(({ pair, ...row }) => ({ ...tencent, ...row, kind: 'allocation', account: pair[0]!, to: pair[1]! }));

/** Dollars of HK and of the group. */
const dollars: fc.Arbitrary<FundsRow> = fc
  .record({
    key,
    kind: fc.constantFrom(
      'top-up' as const,
      'top-up' as const,
      'gift' as const,
      'freeze' as const,
      'withdrawal' as const,
    ),
    date,
    amount: cents(1, 5000),
    origin: fc.constantFrom('', 'HQ'),
  })
  .map(({ origin, ...row }) => ({
    ...abroad,
    ...row,
    account: '9',
    ...(row.kind === 'top-up' && origin && { origin }),
  }));

/** One movement of any kind but a recovery. */
export const fundsRow: fc.Arbitrary<FundsRow> = fc.oneof(
  { arbitrary: fc.oneof(arriving, used, allocated), weight: 4 },
  { arbitrary: dollars, weight: 1 },
);

const funds: fc.Arbitrary<Step> = fundsRow.map((row) => ({ do: 'enterFunds', input: { rows: [row] } }));

export const line: fc.Arbitrary<ToldLines> = fc
  .record({
    owner: account,
    product: fc.constantFrom('cvm', 'cos', 'cdn'),
    category: fc.constantFrom('Usage' as const, 'Usage' as const, 'Refund' as const, 'Tax' as const),
    thousandths: fc.integer({ min: -20_000, max: 60_000 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ thousandths, ...rest }) => {
    const cost = formatDecimal({ coefficient: BigInt(thousandths), scale: 3 });
    return { ...rest, billed: cost, list: cost };
  });

const bill: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...months), fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat({ max: 4 }))
  .map(([month, lines, rare]) =>
    rare > 0
      ? { bill: month, lines }
      : { bill: month, lines: lines.map((one) => ({ ...one, owner: '9' })), abroad: true },
  );

const voucher: fc.Arbitrary<Step> = fc
  .record({
    key,
    account,
    amount: cents(1, 3000),
    from: date,
    priced: fc.boolean(),
    products: fc.subarray(['cvm', 'cos']),
  })
  .map((one) => ({ do: 'addVoucher', input: { ...tencent, ...one } }));

const policy: fc.Arbitrary<Step> = fc
  .record({
    lotOrder: fc.constantFrom('oldest', 'own-first'),
    chargeBasis: fc.constantFrom('billed', 'contract'),
    deductionOrder: fc.constantFrom(['voucher', 'gift', 'cash', 'credit'], ['cash', 'gift', 'voucher', 'credit']),
  })
  .map(({ deductionOrder, ...one }) => {
    return { do: 'setPolicy', input: { provider: 'tencent', policy: { ...one, deductionOrder: [...deductionOrder] } } };
  });

const reimbursement: fc.Arbitrary<Step> = fc
  .record({
    key,
    date,
    amount: cents(1, 3000),
    pair: fc.shuffledSubarray(['HQ', 'SZ', 'HK'], { minLength: 2, maxLength: 2 }),
  })
  .map(({ pair: [debtor, creditor], ...rest }) => ({
    do: 'recordReimbursement',
    input: { ...rest, debtor: debtor!, creditor: creditor!, currency: 'CNY' },
  }));

const run: fc.Arbitrary<Step> = fc.constantFrom(...months).map((month) => ({ run: month }));

const recovery: fc.Arbitrary<Step> = fc.record({
  recover: fc.nat({ max: 20 }),
  amount: cents(1, 800),
  date,
});

const reversal: fc.Arbitrary<Step> = fc.nat({ max: 20 }).map((place) => ({ reverse: place }));

/** What people do to a book, in the order in which they do it. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { arbitrary: funds, weight: 12 },
    { arbitrary: recovery, weight: 2 },
    { arbitrary: bill, weight: 3 },
    { arbitrary: run, weight: 4 },
    { arbitrary: reversal, weight: 2 },
    { arbitrary: voucher, weight: 1 },
    { arbitrary: policy, weight: 1 },
    { arbitrary: reimbursement, weight: 1 },
  ),
  { minLength: 1, maxLength: 30, size: 'max' },
);

/** Tries a step; answers the refusals that it is met with, none where it was done. */
export function attempt(story: BookStory, step: Step): readonly Refusal[] {
  try {
    if ('do' in step) story.do(step.do, step.input as never);
    else if ('run' in step) story.run(step.run);
    else if ('reverse' in step) reverse(story, step.reverse);
    else if ('recover' in step) recover(story, step);
    else {
      const where = step.abroad ? { ...abroad, payer: '9' } : { ...tencent, payer: '1' };
      story.bill({ ...where, file: `${story.book.seq}.csv`, period: step.bill, lines: step.lines });
    }
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
    throw error;
  }
}

function reverse(story: BookStory, place: number): void {
  const keys = [...story.book.movements.keys()];
  if (keys.length > 0) story.do('reverseMovement', { movement: keys[place % keys.length]!, reason: 'a slip' });
}

function recover(story: BookStory, step: { recover: number; amount: string; date: string }): void {
  const allocations = [...story.book.movements.values()].filter((one) => one.movement.kind === 'allocation');
  const found = allocations[step.recover % allocations.length]?.movement;
  if (!found) return;
  const { amount, date } = step;
  const [from, back] = [idOf(found.to!), idOf(found.account)];
  story.do('recoverFunds', { ...tencent, account: from, to: back, amount, date, reference: found.key });
}

/** Plays a history on the small group. */
export function played(history: readonly Step[]): BookStory {
  const story = smallGroup();
  for (const step of history) attempt(story, step);
  return story;
}
