// The text of a record, whose bytes are hashed (formats.md §4): members in their order, postings as plain integers.
import { expect, test } from 'vitest';
import { type RecordBody, noHash, recordText } from './record.ts';

const body: RecordBody = {
  v: 1,
  seq: 7,
  at: '2026-11-01T00:00:00.000Z',
  by: 'Ana',
  desk: '',
  kind: 'fundsMoved',
  key: 'k7',
  data: { movements: [{ key: 'k7', note: '充值 "x"' }] },
  post: [
    { position: 'bank:HQ', amount: -9007199254740991n, currency: 'CNY' },
    { position: 'cash:tencent:1:HQ', amount: 9007199254740991n, currency: 'CNY' },
  ],
};

test('the line up to but not including its hash', () => {
  expect(recordText(body, noHash)).toBe(
    '{"v":1,"seq":7,"at":"2026-11-01T00:00:00.000Z","by":"Ana","desk":"","kind":"fundsMoved","key":"k7",' +
      '"data":{"movements":[{"key":"k7","note":"充值 \\"x\\""}]},' +
      '"post":[["bank:HQ",-9007199254740991,"CNY"],["cash:tencent:1:HQ",9007199254740991,"CNY"]],' +
      `"prev":"${'0'.repeat(64)}"`,
  );
});

test('closed by its hash it is JSON, with the members in this order', () => {
  const record = JSON.parse(`${recordText(body, noHash)},"hash":"x"}`) as object;
  expect(Object.keys(record)).toEqual(['v', 'seq', 'at', 'by', 'desk', 'kind', 'key', 'data', 'post', 'prev', 'hash']);
  expect(JSON.parse(`${recordText({ ...body, post: [] }, noHash)}}`)).toMatchObject({ post: [] });
});
