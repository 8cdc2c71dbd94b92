// File names of documents are legal on every system and never collide.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentName, freeName } from './file-name.ts';

test('names entity, type, number and period', () => {
  const parts = { entity: 'HT', type: 'statement', number: 'HT-ST-2026-0012', period: '2026-10' };
  expect(documentName(parts)).toBe('HT_statement_HT-ST-2026-0012_2026-10');
});

test('replaces what systems forbid, keeps Chinese names', () => {
  const parts = { entity: '龑骉 港湾/零售', type: 'consolidated-bill', number: 'tencent:1000', period: '2026-10' };
  expect(documentName(parts)).toBe('龑骉-港湾-零售_consolidated-bill_tencent-1000_2026-10');
  expect(documentName({ ...parts, entity: 'CON' })).toMatch(/^CON-_/);
});

test('every name is legal on Windows', () => {
  const part = fc.string({ unit: fc.constantFrom(...'aZ9龑😀:/\\ ._-\u0000\n"|?*<>'), maxLength: 100 });
  fc.assert(
    fc.property(part, part, (entity, number) => {
      const name = documentName({ entity, type: 'statement', number, period: '2026-10' });
      expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|[. ]$/u);
      expect(name.length).toBeGreaterThan(0);
    }),
  );
});

test('numbers names that are taken, whatever their case', () => {
  const taken = new Set(['ht_statement', 'ht_statement-2']);
  expect(freeName('HT_statement', taken)).toBe('HT_statement-3');
  expect(freeName('HR_statement', taken)).toBe('HR_statement');
});
