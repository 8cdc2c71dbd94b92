// What queries answer of a small book: sums are those of the rows, a desk sees no more than it may, and the checks say
// what a clerk needs to know.
import { expect, test } from 'vitest';
import { type BookStory, harbourStory } from '../../tests/book-story.ts';
import type { AccountKey } from '../rules/names.ts';
import { Refused } from '../rules/refusal.ts';
import type { ListRow } from './listing.ts';

const [root, prod, shenzhen] = ['tencent:1000', 'tencent:1001', 'tencent:2000'] as AccountKey[];
const october = { period: '2026-10' };

function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]!.code;
    throw error;
  }
  return 'none';
}

function pick(rows: readonly ListRow[], ...columns: string[]): readonly string[][] {
  return rows.map((row) => columns.map((column) => row[column] ?? ''));
}

test('charges add up by group, by settlement and in total', () => {
  const story = harbourStory();
  const { rows, sums, total } = story.ask('charges', { ...october, limit: 1 });
  const groups = story.ask('charges', { ...october, groupBy: ['entity'] });
  expect([rows.length, total]).toEqual([1, 5]);
  expect(groups.sums).toEqual(sums);
  const { list, discount, amount, setOff, voucher, gift, cash, credit } = sums['CNY']!;
  const cents = (text: string | undefined): number => Math.round(Number(text) * 100);
  expect(cents(list) - cents(discount)).toBe(cents(amount));
  expect([setOff, voucher, gift, cash, credit].map(cents).reduce((left, right) => left + right)).toBe(cents(amount));
});

test('a balance says what it lasts for, what can come back and whether the vendor agrees', () => {
  const story = harbourStory();
  const balance = (asOf: string, id: AccountKey): ListRow =>
    story.ask('balances', { asOf }).rows.find((row) => row.id === id)!;
  expect(pick([balance('2026-09-30', shenzhen!)], 'allocatedToDate', 'consumed', 'recoverable', 'cash')).toEqual([
    ['800.00', '222.60', '576.40', '576.40'],
  ]);
  expect(pick([balance('2026-09-30', shenzhen!)], 'burnPerDay', 'runwayDays')).toEqual([['7.42', '77']]);
  expect(balance('2026-09-30', prod!)['payer']).toBe(root);
  const { balance: ledger, vendorBalance, difference } = balance('2026-09-30', root!);
  expect([vendorBalance, Number(ledger) - Number(vendorBalance)]).toEqual(['1800.00', Number(difference)]);
});

test('a desk sees its own account, what it pays for and what it is allowed to see', () => {
  const story = harbourStory();
  const owners = (desk: AccountKey | ''): readonly string[] =>
    [...new Set(story.ask('charges', october, desk).rows.map((row) => row['owner']!))].sort();
  expect(owners('')).toEqual(['1000', '1001', '2000']);
  expect(owners(root!)).toEqual(['1000', '1001', '2000']);
  expect(owners(shenzhen!)).toEqual(['2000']);
  expect(story.ask('balances', {}, shenzhen).rows.map(({ id }) => id)).toEqual([shenzhen]);
  expect(pick(story.ask('movements', {}, shenzhen).rows, 'movement')).toEqual([['a1'], ['b1']]);
  for (const query of ['chargesPreview', 'journal', 'history'] as const)
    expect(refusal(() => story.ask(query, { ...october, object: 'x' }, shenzhen))).toBe('bookDeskOnly');
});

/** The story with the members' permissions to see taken away, at a provider that does not insist on them. */
function blindStory(): BookStory {
  const story = harbourStory();
  story.do('setPolicy', { provider: 'tencent', policy: { guardrails: { 'mandatory-views': false } } });
  story.do('endLink', { provider: 'tencent', account: '2000', admin: '1000', to: '2026-10-01' });
  return story;
}

test('nothing of an account that lets a desk see no bills and no balance is in any list, total or search of it', () => {
  const [seeing, blind] = [harbourStory(), blindStory()];
  const all = (story: BookStory): string =>
    JSON.stringify([
      story.ask('overview', october, root),
      story.ask('charges', october, root),
      story.ask('charges', { ...october, groupBy: ['provider'] }, root),
      story.ask('billLines', october, root),
      story.ask('balances', { asOf: '2026-10-31' }, root),
      story.ask('lots', { asOf: '2026-10-31' }, root),
      story.ask('dues', october, root),
      story.ask('float', october, root),
      story.ask('discountCheck', october, root),
      story.ask('imports', {}, root),
      story.ask('search', { text: '=840.00' }, root),
      story.ask('consolidatedBill', { ...october, desk: root! }, root),
    ]);
  expect(all(seeing)).toContain('840.00');
  expect(seeing.ask('imports', {}, root).total).toBe(2);
  expect(pick(blind.ask('imports', {}, root).rows, 'file')).toEqual([['2026-09.csv']]);
  expect(all(blind)).not.toContain('840.00');
  expect(blind.ask('charges', october, root).sums['CNY']!['amount']).toBe('1968.00');
  expect(refusal(() => blind.ask('statement', { debtor: 'SZ', creditor: 'HQ', ...october }, root))).toBe(
    'bookDeskOnly',
  );
});

test('a consolidated bill holds what its desk pays for, and ties out against the lines', () => {
  const story = harbourStory();
  const bill = story.ask('consolidatedBill', { ...october, desk: root! });
  expect(new Set(bill.rows.map((row) => row['account']))).toEqual(new Set(['1000', '1001']));
  expect(pick(bill.tieOut, 'payer', 'difference')).toEqual([[root, '0.00']]);
  expect(bill.accounts).toContain(prod);
});

test('a statement opens, moves and closes like the dues', () => {
  const story = harbourStory();
  const [part] = story.ask('statement', { debtor: 'SZ', creditor: 'HQ', ...october }).parts;
  const [due] = story.ask('dues', october).rows.filter((row) => row['debtor'] === 'SZ');
  expect(part).toMatchObject({ opening: due!['opening'], closing: due!['closing'], payments: '100.00' });
  const moved = part!.rows.reduce((sum, row) => sum + Math.round(Number(row['amount']) * 100), 0);
  expect(moved).toBe(Math.round((Number(part!.closing) - Number(part!.opening)) * 100));
});

test('marked cells are added up exactly', () => {
  const story = harbourStory();
  const selection = { query: 'movements', input: { sort: [{ column: 'amount' }] }, columns: ['amount'] };
  expect(story.ask('selectionSum', { ...selection, fromRow: 0, toRow: 2 })).toEqual({
    cells: 3,
    sums: [{ currency: 'CNY', count: 3, sum: '41.00', min: '1.00', max: '30.00', average: '13.6667' }],
  });
  expect(refusal(() => story.ask('selectionSum', { ...selection, query: 'book', fromRow: 0, toRow: 0 }))).toBe(
    'notAList',
  );
});

test('search finds names in both languages, by pinyin, numbers anywhere in them, movements and amounts', () => {
  const story = harbourStory();
  const first = (text: string): string | undefined => story.ask('search', { text }).rows[0]?.object;
  expect(['harb', '港湾', 'gwjt', 'gangwan', '001', 'shenz', 't2'].map(first)).toEqual([
    'HQ',
    'HQ',
    'HQ',
    'HQ',
    prod,
    shenzhen,
    't2',
  ]);
  expect(story.ask('search', { text: '=3000' }).rows).toMatchObject([{ object: 't1', currency: 'CNY' }]);
  expect(story.ask('search', { text: '=799..801' }).rows).toMatchObject([{ object: 'a1' }]);
  expect(story.ask('search', { text: ' ' }).rows).toEqual([]);
});

test('the loss check lists the products that inheriting would make dearer', () => {
  const story = harbourStory();
  story.do('addOffer', { provider: 'tencent', holder: '2000', product: 'cvm', kind: 'multiplier', value: '0.50' });
  story.do('endLink', { provider: 'tencent', account: '2000', admin: '1000', to: '2026-10-01' });
  const check = story.ask('lossCheck', { account: shenzhen!, admin: root! });
  expect(check.period).toBe('2026-10');
  expect(pick(check.rows, 'product', 'list', 'before', 'after', 'difference')).toEqual([
    ['cvm', '1200.00', '600.00', '840.00', '240.00'],
  ]);
});

test('the pre-flight says what stands against a change of payer and what it would change', () => {
  const story = harbourStory();
  const change = { provider: 'tencent' as const, admin: '1000', mode: 'pay-on-behalf' as const, from: '2026-12-01' };
  const refused = story.ask('preflight', { switchPaymentMode: { ...change, account: '2000' } });
  expect(refused.allowed).toBe(false);
  expect(refused.findings.map(({ code }) => code)).toEqual(['memberOwes', 'payerOfOtherEntity']);
  expect(refused.changes).toMatchObject([
    { what: 'payer', before: shenzhen, after: root },
    { what: 'invoice-recipient', before: 'SZ', after: 'HQ' },
  ]);
  expect(story.book.structure.links.get(shenzhen!)).toHaveLength(1);
});

test('a preview of charges says what posting them again would change', () => {
  const story = harbourStory();
  expect(story.ask('chargesPreview', october)).toMatchObject({ state: 'same', blockers: [] });
  const lines = [{ owner: '2000', list: '10', billed: '7.00' }];
  story.bill({ file: 'late.csv', ...october, provider: 'tencent', payer: '1000', currency: 'CNY', lines });
  const { state, rows } = story.ask('chargesPreview', october);
  expect(state).toBe('changed');
  expect(pick(rows, 'entity', 'delta', 'changed')).toEqual([
    ['HQ', '0.00', '0'],
    ['SZ', '7.00', '1'],
  ]);
  expect(pick(story.ask('months', {}).rows, 'period', 'state')).toEqual([
    ['2026-09', 'run'],
    ['2026-10', 'outdated'],
  ]);
});

test('the journal is read by page and by what it is about', () => {
  const story = harbourStory();
  expect(story.ask('journal', { limit: 2, offset: 1 }).rows.map(({ id }) => id)).toEqual(['2', '3']);
  expect(story.ask('history', { object: 'r1' }).rows.map(({ kind }) => kind)).toEqual(['reimbursementRecorded']);
  expect(pick(story.ask('journal', { about: shenzhen! }).rows, 'kind').flat()).toContain('chargesRun');
});

test('exceptions tell what waits and which bills are missing', () => {
  const story = harbourStory();
  const lines = [{ owner: '9999', billed: '5' }];
  story.bill({ file: 'new.csv', period: '2026-11', provider: 'tencent', payer: '2000', currency: 'CNY', lines });
  const { rows } = story.ask('exceptions', { period: '2026-11' });
  expect(pick(rows, 'cause', 'subject', 'billed', 'suggested')).toEqual([
    ['unknown-owner', 'tencent:9999', '5', 'adopt'],
    ['missing-bill', 'tencent:1000', '', ''],
  ]);
});

test('F4: the lot of a movement is the allocation that it takes back, by the number that people know it by', () => {
  const story = harbourStory();
  const lots = () => story.ask('movements', {}).rows.filter(({ lot }) => lot !== '');
  expect(pick(lots(), 'movement', 'lot')).toEqual([['b1', 'a1']]);
  const made = 'a'.repeat(32);
  const funds = { provider: 'tencent', currency: 'CNY', date: '2026-11-03' } as const;
  story.do('topUp', { ...funds, key: 't3', account: '1000', amount: '5000' });
  story.do('allocateFunds', { ...funds, key: made, account: '1000', to: '2000', amount: '500' });
  const allocation = story.ask('movements', {}).rows.find(({ movement }) => movement === made)!;
  story.do('recoverFunds', { ...funds, key: 'b2', account: '2000', to: '1000', amount: '2', reference: made });
  expect(pick(lots(), 'movement', 'lot').at(-1)).toEqual(['b2', allocation['number']]);
  expect(allocation['number']).toMatch(/^#/);
});
