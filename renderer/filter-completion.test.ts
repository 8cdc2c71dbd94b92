// What is offered while a filter is written, stage by stage, and what a choice makes of the text.
import { expect, test } from 'vitest';
import type { GridColumn } from './components/grid/column.ts';
import { columnChoices, completed, completingAt, signChoices, valueChoices } from './filter-completion.ts';

const columns: readonly GridColumn[] = [
  { id: 'entity', title: 'Entity', kind: 'text', width: 100 },
  {
    id: 'status',
    title: 'Status',
    kind: 'tag',
    width: 100,
    codes: () => [{ code: 'ok', texts: ['In order', '正常'] }],
  },
  { id: 'runwayDays', title: 'Runway days', kind: 'count', width: 100 },
];

function offered(text: string, caret = text.length): readonly string[] {
  const completing = completingAt(text, caret, columns);
  if (completing?.stage === 'column') return columnChoices(completing, columns).map(({ insert }) => insert);
  if (completing?.stage === 'sign') return signChoices(completing, () => '').map(({ insert }) => insert);
  return [];
}

test('columns are offered by any of their names, those that begin so first', () => {
  expect(offered('')).toEqual(['entity:', 'status:', 'runway-days']);
  expect(offered('t')).toEqual(['entity:', 'status:']);
  expect(offered('st')).toEqual(['status:']);
  expect(offered('主')).toEqual(['entity:']);
  expect(offered('entity:"H T" run')).toEqual(['runway-days']);
});

test('a whole name is followed by what may be asked of the column', () => {
  expect(offered('-runway-days')).toEqual(['>', '>=', '<', '<=', '='].map((sign) => `runway-days${sign}`));
  expect(offered('状态')).toEqual(['状态:', '状态=']);
});

test('values are offered by their words in any language, with how many rows have them', () => {
  const values = [
    { value: 'ok', rows: 1200 },
    { value: 'new', rows: 1 },
  ];
  const choices = (text: string) => valueChoices(completingAt(text, text.length, columns)!, values);
  expect(choices('status:正').map(({ insert, detail }) => [insert, detail])).toEqual([['"In order"', '1,200']]);
  expect(choices('status:ok,ne').map(({ insert }) => insert)).toEqual(['new']);
});

test.each([
  ['sta', 3, 'status:', 'status:', 7],
  ['entity:HT sta', 13, 'status:', 'entity:HT status:', 17],
  ['status:o', 8, '"In order"', 'status:"In order" ', 18],
  ['status:o entity:HT', 8, 'ok', 'status:ok entity:HT', 10],
  ['-status:ok,n', 12, 'new', '-status:ok,new ', 15],
])('%j at %i takes %j', (text, caret, insert, after, place) => {
  expect(completed(text, completingAt(text, caret, columns)!, insert)).toEqual({ text: after, caret: place });
});

test('nothing is offered inside of a word that is quoted, for a range, or for what names no column', () => {
  for (const text of ['"cos w', 'runwayDays:1..', 'colour:r'])
    expect(completingAt(text, text.length, columns), text).toBe(undefined);
});
