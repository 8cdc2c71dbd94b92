// What commands mean: facts to enter, nothing, or a refusal (S1, B3, B5, F11); setup folders entered month by month.
import { expect, test } from 'vitest';
import { BookStory } from '../../tests/book-story.ts';
import { codesOf, day, key, month, refusalsOf } from '../../tests/rule-facts.ts';
import { entityOn } from '../rules/link.ts';
import { emptyBook } from './book.ts';
import { decide } from './decide.ts';

const setup = {
  'book.json': '{"name":"Harbour","base_currency":"CNY","policies":{"tencent":{"lot_order":"own-first"}}}',
  'entities.csv': 'code,name,currency,parent\nHQ,Harbour,CNY,\nSZ,Shenzhen,CNY,HQ\n',
  'accounts.csv': 'provider,id,entity,role,currency\ntencent,1,HQ,group-admin,CNY\ntencent,2,HQ,member,CNY\n',
};
const funds = 'key,date,kind,provider,account,amount,currency\n';

function told(): BookStory {
  return new BookStory('Harbour', 'CNY').do('importDirectory', { files: setup });
}

test('S1: a book is created once, and before anything else', () => {
  expect(codesOf(() => told().do('createBook', { name: 'Again', baseCurrency: 'CNY' }))).toEqual(['bookExists']);
  expect(codesOf(() => decide(emptyBook(), 'runCharges', { period: '2026-10' }, { key: 'k' }))).toEqual(['noBook']);
});

test('a setup folder entered again records nothing; what is new in it is entered', () => {
  const story = told();
  const { seq } = story.book;
  expect(story.do('importDirectory', { files: setup }).book.seq).toBe(seq);
  const more = { ...setup, 'entities.csv': `${setup['entities.csv']}HK,Hong Kong,HKD,HQ\n` };
  story.do('importDirectory', { files: more });
  expect([...story.book.structure.entities.keys()]).toEqual(['HQ', 'SZ', 'HK']);
});

test('F11: funds and reimbursements after the month asked for wait for a later call', () => {
  const story = told();
  const files = {
    'funds.csv': `${funds}t1,2026-10-31,top-up,tencent,1,5,CNY\nt2,2026-11-01,top-up,tencent,1,5,CNY\n`,
    'reimbursements.csv': 'key,date,debtor,creditor,amount,currency\nr1,2026-11-01,SZ,HQ,1,CNY\n',
  };
  story.do('importDirectory', { files, until: '2026-10' });
  expect([[...story.book.movements.keys()], story.book.reimbursements.size]).toEqual([['t1'], 0]);
  story.do('importDirectory', { files, until: '2026-11' });
  expect([[...story.book.movements.keys()], story.book.reimbursements.size]).toEqual([['t1', 't2'], 1]);
});

test('P4: a move after the month is known ahead, and asked to be clean when its month comes', () => {
  const story = told();
  const changes = 'provider,account,from,entity\ntencent,2,2026-11-05,SZ\n';
  const files = { 'account_changes.csv': changes, 'funds.csv': `${funds}t1,2026-10-01,top-up,tencent,2,5,CNY\n` };
  story.do('importDirectory', { files, until: '2026-10' });
  expect(entityOn(story.book.structure, key('2'), day('2026-11-05'))).toBe('SZ');
  expect(codesOf(() => story.do('importDirectory', { files, until: '2026-11' }))).toEqual(['moveNotClean']);
  const emptied = { ...files, 'funds.csv': `${files['funds.csv']}w1,2026-11-04,withdrawal,tencent,2,5,CNY\n` };
  story.do('importDirectory', { files: emptied, until: '2026-11' });
  expect(story.book.timeline.entries.filter(({ event }) => event.kind === 'move')).toHaveLength(1);
  const { seq } = story.book;
  expect(story.do('importDirectory', { files: emptied, until: '2026-12' }).book.seq).toBe(seq);
});

test('every refused row of a folder is said, with file, row and column', () => {
  const files = {
    'book.json': '{"policies":{"tencent":{"lot_order":"newest"}}}',
    'accounts.csv': 'provider,id\n',
  };
  const places = refusalsOf(() => told().do('importDirectory', { files })).map(({ where }) => where);
  expect(places).toMatchObject([
    { file: 'accounts.csv', row: 1 },
    { file: 'book.json', column: 'lot_order' },
  ]);
  expect(codesOf(() => told().do('importDirectory', { files: { 'book.json': '{' } }))).toEqual(['badJson']);
});

test('S5: policies of a folder are entered once, where they differ', () => {
  const story = told();
  expect(story.book.structure.policies).toEqual({ tencent: { lotOrder: 'own-first' } });
  const files = { 'book.json': '{"policies":{"tencent":{"lot_order":"oldest"}}}' };
  expect(story.do('importDirectory', { files }).book.structure.policies.tencent).toEqual({ lotOrder: 'oldest' });
});

const bill = { file: 'b', period: '2026-10', provider: 'tencent', payer: '1', currency: 'CNY' } as const;

test('B3: an import is undone while its lines are not charged', () => {
  const story = told().bill({ ...bill, lines: [{ owner: '1', billed: '5' }] });
  expect(codesOf(() => story.do('undoImport', { import: 'nowhere' }))).toEqual(['noSuchImport']);
  story.do('undoImport', { import: 'import-1' });
  expect(story.book.imports.get('import-1')!.gone).toBe('undone');
  expect(codesOf(() => story.do('undoImport', { import: 'import-1' }))).toEqual(['noSuchImport']);
  story.bill({ ...bill, lines: [{ owner: '1', billed: '5' }] }).run('2026-10');
  expect(codesOf(() => story.do('undoImport', { import: 'import-2' }))).toEqual(['importIsCharged']);
});

test('B5: unknown owners are adopted, all or those named, and known as adopted', () => {
  const party = (owner: string) => ({
    provider: 'tencent' as const,
    month: month('2026-10'),
    owner,
    vendorPayer: '1',
    currency: 'CNY',
    lines: 1,
    earliestStart: '2026-10-01',
    firstStartDay: day('2026-10-01'),
  });
  const adopt = (story: BookStory, ids?: string[]) =>
    story.do(
      'resolveExceptions',
      { cause: 'unknown-owner', resolution: 'adopt', ...(ids && { ids }) },
      { parties: [party('8'), party('9'), party('1')] },
    );
  const story = adopt(told(), ['tencent:9']);
  expect([...story.book.adopted]).toEqual(['tencent:9']);
  expect([...adopt(story).book.adopted]).toEqual(['tencent:9', 'tencent:8']);
  const { seq } = story.book;
  expect(adopt(story).book.seq).toBe(seq);
});

test('F10: what was done at the vendor names movements that are there', () => {
  const story = told().do('topUp', {
    provider: 'tencent',
    account: '1',
    date: '2026-10-01',
    amount: '5',
    currency: 'CNY',
    key: 't',
  });
  const done = { movements: ['t'], date: '2026-10-02', reference: 'V7' };
  story.do('markDoneAtVendor', done);
  expect(story.book.movements.get('t' as never)!.doneAtVendor).toEqual({ date: day('2026-10-02'), reference: 'V7' });
  expect(codesOf(() => story.do('markDoneAtVendor', { ...done, movements: ['t', 'x'] }))).toEqual(['noSuchMovement']);
  story.do('markDoneAtVendor', { movements: ['t'] });
  expect(story.book.movements.get('t' as never)!.doneAtVendor).toBeUndefined();
});

test('K1: vendor balances are recorded for accounts that are there, in their currency', () => {
  const row = { provider: 'tencent', account: '1', date: '2026-10-31', amount: '5.50' } as const;
  const story = told().do('recordVendorBalance', { rows: [row] });
  expect(story.book.vendorBalances).toMatchObject([{ account: 'tencent:1', amount: 550n, date: day('2026-10-31') }]);
  const wrong = {
    rows: [
      { ...row, account: '7' },
      { ...row, amount: '1.234' },
    ],
  };
  expect(refusalsOf(() => story.do('recordVendorBalance', wrong)).map(({ code, where }) => [code, where?.row])).toEqual(
    [
      ['unknownAccount', 1],
      ['badAmount', 2],
    ],
  );
});

test('S5: setting one policy of a provider leaves its others', () => {
  const story = told().do('setPolicy', { provider: 'tencent', policy: { charge_basis: 'contract' } });
  expect(story.book.structure.policies.tencent).toEqual({ lotOrder: 'own-first', chargeBasis: 'contract' });
});

test('S5: a policy that does not exist is refused', () => {
  expect(codesOf(() => told().do('setPolicy', { provider: 'aws', policy: { basis: 'list' } }))).toEqual(['badPolicy']);
});
