// Findings (B3, B5, C4, F6): what is found in a month, and what a decision about it does. One test per kind.
import { expect, test } from 'vitest';
import { BookStory, type ToldLines } from '../../tests/book-story.ts';
import { codesOf, month } from '../../tests/rule-facts.ts';
import type { ImportFact } from './facts.ts';
import { type FindingKind, decisionAbout, findingsOf } from './findings.ts';

const period = '2026-10';
const tencent = { provider: 'tencent', currency: 'CNY' } as const;

function told(): BookStory {
  const story = new BookStory('Harbour', 'CNY').do('addEntity', { code: 'HQ', name: 'Harbour', currency: 'CNY' });
  for (const id of ['1', '2']) story.do('addAccount', { ...tencent, id, entity: 'HQ', role: 'group-admin' });
  return story;
}

const bill = (story: BookStory, payer: string, ...lines: ToldLines[]) =>
  story.bill({ ...tencent, file: `${payer}.csv`, period, payer, lines });

function found(story: BookStory, kind: FindingKind) {
  const buckets = story.asking().sources.buckets(month(period));
  return findingsOf(
    story.book,
    month(period),
    buckets.map(({ bucket }) => bucket),
  )
    .filter((one) => one.kind === kind)
    .map((one) => ({ ...one, decided: decisionAbout(story.book, one, month(period)) }));
}

function withFact(story: BookStory, id: string, fact: Partial<ImportFact>): BookStory {
  const booked = story.book.imports.get(id)!;
  story.book.imports.set(id, { ...booked, fact: { ...booked.fact, ...fact } });
  return story;
}

test('C4: what is billed otherwise than contracted is noted for a claim, and is open again with another amount', () => {
  const offer = { provider: 'tencent', holder: '1', kind: 'multiplier', value: '0.70' } as const;
  const story = bill(told().do('addOffer', offer), '1', { owner: '1', list: '100', billed: '100' }).run(period);
  const subject = 'tencent:1 cvm CNY 30.00';
  expect(found(story, 'discount-variance')).toMatchObject([{ subject, amount: '30.00', decided: '' }]);
  story.resolve({ cause: 'discount-variance', resolution: 'claim', period });
  expect(found(story, 'discount-variance')).toMatchObject([{ subject, decided: 'claim' }]);
  bill(story, '1', { owner: '1', list: '10', billed: '10' }).run(period);
  expect(found(story, 'discount-variance')).toMatchObject([{ amount: '33.00', decided: '' }]);
});

test('B5: the book is kept where the vendor names another payer', () => {
  const story = bill(told(), '2', { owner: '1', billed: '5' }).run(period);
  expect(found(story, 'payer-differs')).toMatchObject([{ account: 'tencent:1', beside: 'tencent:2', decided: '' }]);
  story.resolve({ cause: 'payer-differs', resolution: 'keep-book', period });
  expect(found(story, 'payer-differs')).toMatchObject([{ decided: 'keep-book' }]);
});

test('B5: the total of a file whose parts do not add up is accepted', () => {
  const story = withFact(bill(told(), '1', { owner: '1', billed: '5' }), 'import-1', { partsDiffer: 2 });
  expect(found(story, 'parts-differ')).toMatchObject([{ import: 'import-1', lines: 2, decided: '' }]);
  story.resolve({ cause: 'parts-differ', resolution: 'accept-total', period });
  expect(found(story, 'parts-differ')).toMatchObject([{ decided: 'accept-total' }]);
});

function sharing(lines: number, overlap: boolean): BookStory {
  const story = bill(bill(told(), '1', { owner: '1', billed: '5' }), '2', { owner: '2', billed: '5' });
  return withFact(story, 'import-2', { shared: [{ import: 'import-1', lines, overlap }] });
}

test('B3: a few shared lines are kept', () => {
  const story = sharing(5, false);
  expect(found(story, 'shared-lines')).toMatchObject([{ import: 'import-2', beside: 'import-1', lines: 5 }]);
  story.resolve({ cause: 'shared-lines', resolution: 'keep', period });
  expect(found(story, 'shared-lines')).toMatchObject([{ decided: 'keep' }]);
});

test('B3: skipped, they are no finding any more, for the file is read again without them', () => {
  const story = sharing(5, false);
  const again = { ...story.book.imports.get('import-2')!.fact, id: 'again', skips: ['import-1'] };
  story.do('resolveExceptions', { cause: 'shared-lines', resolution: 'skip', period }, { imports: [again] });
  expect(story.book.imports.get('import-2')?.gone).toBe('undone');
  expect(found(story, 'shared-lines')).toEqual([]);
});

test('B3: many shared lines are an exception; kept, they are a finding that was decided', () => {
  const story = sharing(30, true);
  expect(found(story, 'shared-lines')).toEqual([]);
  story.resolve({ cause: 'overlap', resolution: 'keep' });
  expect(found(story, 'shared-lines')).toMatchObject([{ lines: 30, decided: 'keep' }]);
});

test('charges on a closed account are kept', () => {
  const story = told().do('closeAccount', { provider: 'tencent', id: '2', closed: '2026-09-30' });
  bill(story, '2', { owner: '2', billed: '5' }).run(period);
  expect(found(story, 'closed-account')).toMatchObject([{ account: 'tencent:2', amount: '5.00', decided: '' }]);
  story.resolve({ cause: 'closed-account', resolution: 'keep', period });
  expect(found(story, 'closed-account')).toMatchObject([{ decided: 'keep' }]);
});

const voucher = { key: 'v', ...tencent, account: '1', amount: '20', from: '2026-10-01' } as const;

test('F6: what the bills used of vouchers beyond the register is added to it, and pays', () => {
  const story = bill(told(), '1', { owner: '1', billed: '50', voucher: '30' }).run(period);
  expect(found(story, 'voucher-unknown')).toMatchObject([{ account: 'tencent:1', amount: '30.00' }]);
  story.resolve({ cause: 'voucher-unknown', resolution: 'add-voucher', period });
  expect(found(story, 'voucher-unknown')).toEqual([]);
  const { rows } = story.ask('charges', { period });
  expect(rows).toMatchObject([{ voucher: '30.00', credit: '20.00' }]);
});

test('F6: the register counts with what it held when the month began, and only what goes beyond is unknown', () => {
  const story = bill(told().do('addVoucher', voucher), '1', { owner: '1', billed: '50', voucher: '30' });
  expect(found(story, 'voucher-unknown')).toMatchObject([{ amount: '10.00' }]);
  expect(found(story.run(period), 'voucher-unknown'), 'spent in the month itself').toMatchObject([{ amount: '10.00' }]);
  story.resolve({ cause: 'voucher-unknown', resolution: 'ignore', period });
  expect(found(story, 'voucher-unknown')).toMatchObject([{ decided: 'ignore' }]);
});

test('F6: vouchers of another time or already spent do not count', () => {
  const story = told().do('addVoucher', { ...voucher, from: '2026-11-01' });
  story.do('addVoucher', { ...voucher, key: 'w', from: '2026-09-01' });
  story.bill({ ...tencent, file: 'sept.csv', period: '2026-09', payer: '1', lines: [{ owner: '1', billed: '15' }] });
  bill(story.run('2026-09'), '1', { owner: '1', billed: '50', voucher: '30' });
  expect(found(story, 'voucher-unknown')).toMatchObject([{ amount: '25.00' }]);
});

test('a finding is decided for a month, and only in a way that fits it', () => {
  const story = bill(told(), '2', { owner: '1', billed: '5' }).run(period);
  expect(codesOf(() => story.resolve({ cause: 'payer-differs', resolution: 'keep-book' }))).toEqual(['periodMissing']);
  const odd = { cause: 'payer-differs', resolution: 'claim', period } as const;
  expect(codesOf(() => story.resolve(odd))).toEqual(['resolutionDoesNotFit']);
});

test('only those named are decided', () => {
  const story = bill(told(), '2', { owner: '1', billed: '5' }, { owner: '1', product: 'cos', billed: '1' });
  bill(story, '1', { owner: '2', billed: '3' }).run(period);
  const [first, second] = found(story, 'payer-differs');
  story.resolve({ cause: 'payer-differs', resolution: 'keep-book', period, ids: [second!.subject] });
  expect(found(story, 'payer-differs').map(({ decided }) => decided)).toEqual(['', 'keep-book']);
  expect(first!.account).toBe('tencent:1');
});
