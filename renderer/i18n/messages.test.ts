// The messages: complete, used, with the same placeholders in both languages, in the fixed terms, and roomy enough.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { type Message, fillMessage } from './message.ts';
import { zhCN } from './zh-cn.ts';

const root = new URL('..', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.startsWith('i18n/') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(new URL(path.replaceAll('\\', '/'), root), 'utf8'))
  .join('\n');
const keys = Object.keys(en) as (keyof typeof en)[];

function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : [message.other, ...(message.one === undefined ? [] : [message.one])];
}

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
}

test('every message is used: by its key, or by the group that a code is looked up in', () => {
  const groups = [...sources.matchAll(/t\(`([\w]+)\.\$\{|(?:word|stateTag)\('(\w+)'/g)].map(
    ([, one, other]) => one ?? other,
  );
  const unused = keys.filter((key) => !sources.includes(`'${key}'`) && !groups.includes(key.split('.')[0]));
  expect(unused).toEqual([]);
});

test('a message has the same placeholders in each language and form', () => {
  const differing = keys.filter((key) => {
    const forms = [...formsOf(en[key]), ...formsOf(zhCN[key])].map((text) => placeholdersOf(text).join());
    return new Set(forms).size > 1;
  });
  expect(differing).toEqual([]);
});

test('no message is empty or the same key twice, and Chinese ones are Chinese but for names', () => {
  const latin = keys.filter((key) => formsOf(zhCN[key]).some((text) => !/[一-鿿]/.test(text)));
  expect(latin).toEqual(['provider.aws', 'provider.azure', 'provider.gcp', 'provider.oracle']);
  expect(keys.filter((key) => formsOf(en[key]).some((text) => text.trim() === ''))).toEqual([]);
});

test('the fixed terms are used and their forbidden synonyms are not', () => {
  const chinese = keys.flatMap((key) => formsOf(zhCN[key]).map((text) => `${key}: ${text}`));
  expect(chinese.filter((text) => /公司|帐|子账户|返还/.test(text) && !text.startsWith('start.'))).toEqual([]);
  expect([zhCN['movement.allocation'], zhCN['movement.recovery'], zhCN['movement.top-up']]).toEqual([
    '划拨',
    '回收',
    '充值',
  ]);
  expect([zhCN['mode.pay-on-behalf'], zhCN['bill.provisional'], zhCN['bill.final']]).toEqual(['代付', '暂估', '终稿']);
});

test('plural forms follow the language', () => {
  expect(fillMessage(en['list.rows'], 'en', { count: 1 })).toBe('1 row');
  expect(fillMessage(en['list.rows'], 'en', { count: 200_000 })).toBe('200,000 rows');
  expect(fillMessage(zhCN['list.rows'], 'zh-CN', { count: 1 })).toBe('1 行');
});

test('a value that looks like a placeholder is not filled again', () => {
  expect(fillMessage('{a} and {b}', 'en', { a: '{b}', b: 'x' })).toBe('{b} and x');
});
