// Rows of entities and accounts as people have them in a spreadsheet.
import { expect, test } from 'vitest';
import type { StructureField } from './structure-forms.ts';
import { faultsIn, fileOf, readStructureRows, valuesOf } from './structure-rows.ts';

const fields: readonly StructureField[] = [
  {
    column: 'provider',
    title: 'column.provider',
    isRequired: true,
    choices: () => [
      { code: 'tencent', texts: ['Tencent Cloud', '腾讯云'] },
      { code: 'aws', texts: ['AWS', '亚马逊云'] },
    ],
  },
  { column: 'id', title: 'column.accountId', isRequired: true },
  { column: 'name', title: 'column.name' },
  { column: 'currency', title: 'column.currency', usual: ({ provider }) => (provider === 'aws' ? 'USD' : 'CNY') },
];
const headingsOf = ({ column }: StructureField): readonly string[] => (column === 'id' ? ['id', '账号 id'] : [column]);
const read = (text: string) => readStructureRows(text, fields, headingsOf);

test('headings say which column is which; without them columns stand in the usual order', () => {
  const rows = read('name\t账号 ID\tprovider\nshop\t100012345678\t腾讯云\n');
  expect(rows.map((row) => valuesOf(row, fields))).toEqual([
    { provider: 'tencent', id: '100012345678', name: 'shop', currency: 'CNY' },
  ]);
  expect(valuesOf(read('aws\t047220206457')[0]!, fields)).toEqual({
    provider: 'aws',
    id: '047220206457',
    name: '',
    currency: 'USD',
  });
});

test('what is missing or no word of the rules is marked in its cell', () => {
  const [row] = read('Oracel\t\tx\tEUR');
  expect(row!.map(({ fault }) => fault)).toEqual(['unknown-word', 'missing', undefined, undefined]);
  expect(faultsIn([row!])).toBe(2);
});

test('the file quotes what would break it, and keeps account numbers as they are', () => {
  expect(fileOf(read('aws\t007\tsays "no", twice\t'), fields)).toBe(
    '"provider","id","name","currency"\n"aws","007","says ""no"", twice","USD"\n',
  );
});
