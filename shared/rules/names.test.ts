// Keys of accounts are made of the provider and the vendor's own number, and taken apart again.
import { expect, test } from 'vitest';
import { accountKey, idOf, providerOf } from './names.ts';

test('S3: an account is provider and number, and the number stays text', () => {
  expect(accountKey('tencent', '0012')).toBe('tencent:0012');
  expect([providerOf(accountKey('aws', '001')), idOf(accountKey('aws', '001'))]).toEqual(['aws', '001']);
});

test('S3: a number may itself hold a colon', () => {
  expect(idOf(accountKey('azure', 'a:b'))).toBe('a:b');
  expect(providerOf(accountKey('azure', 'a:b'))).toBe('azure');
});
