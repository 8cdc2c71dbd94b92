// Whatever a window sends is read by its schema or refused as data; nothing throws, and nothing else passes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appCommands, appQueries } from './app.ts';
import { commands } from './commands.ts';
import { queries } from './queries.ts';
import { readWindowCommand, readWindowQuery } from './window-messages.ts';

test('a command of the book, a command of the program and dropped files are told apart', () => {
  const topUp = { date: '2026-10-01', provider: 'tencent', account: '1', amount: '5.00', currency: 'CNY' };
  expect(readWindowCommand({ name: 'topUp', input: topUp, id: 'k', dryRun: true })).toEqual({
    ok: true,
    input: { to: 'book', name: 'topUp', input: topUp, id: 'k', dryRun: true },
  });
  expect(readWindowCommand({ name: 'openBook', input: { recent: 't' } })).toMatchObject({ input: { to: 'program' } });
  expect(readWindowCommand({ dropped: ['bill.csv'] })).toEqual({
    ok: true,
    input: { to: 'dropped', paths: ['bill.csv'] },
  });
  expect(readWindowQuery({ name: 'book', input: {} })).toMatchObject({ input: { to: 'book', name: 'book' } });
  expect(readWindowQuery({ name: 'settings', input: {} })).toMatchObject({ input: { to: 'program' } });
});

test('no name means two things', () => {
  expect(Object.keys(appCommands).filter((name) => name in commands)).toEqual([]);
  expect(Object.keys(appQueries).filter((name) => name in queries)).toEqual([]);
});

test('a book is made by the program alone, and no member is passed over', () => {
  const title = { name: 'Group', baseCurrency: 'CNY' };
  const notUnderstood = { ok: false, refusals: [{ code: 'notUnderstood' }] };
  expect(readWindowCommand({ name: 'createBook', input: title })).toMatchObject(notUnderstood);
  expect(readWindowQuery({ name: 'constructor', input: {} })).toMatchObject(notUnderstood);
  expect(readWindowCommand({ name: 'newBook', input: title }).ok).toBe(true);
  expect(readWindowCommand({ name: 'newBook', input: title, desk: '' }).ok).toBe(false);
  expect(readWindowCommand({ name: 'newBook', input: { ...title, path: 'x' } }).ok).toBe(false);
});

const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', ...Object.keys({ ...commands, ...queries })),
  fc.string(),
);
const messages = fc.oneof(fc.anything(), fc.record({ name: names, input: fc.anything() }));

test('anything at all is read or refused', () => {
  fc.assert(
    fc.property(messages, (message) => {
      for (const read of [readWindowCommand(message), readWindowQuery(message)])
        if (!read.ok) expect(read.refusals.length).toBeGreaterThan(0);
        else expect(typeof message).toBe('object');
    }),
  );
});
