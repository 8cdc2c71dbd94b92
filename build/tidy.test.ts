// Shows that each ban of the tidy check bites where it should and stays silent where the word is allowed.
import { expect, test } from 'vitest';
import { bans } from './tidy/bans.ts';
import { inspect } from './tidy/inspect.ts';
import { summary } from './tidy/report.ts';

const opening = '// Says what it is for.\n';

function found(path: string, text: string): string[] {
  return inspect(path, text).findings.map(({ line, what }) => `${line} ${what}`);
}

const offences: [ban: string, path: string, code: string][] = [
  ['Date.now', 'shared/rules/x.ts', 'export const x = Date.now();'],
  ['new Date()', 'shared/rules/x.ts', 'export const x = new Date();'],
  ['Math.random', 'shared/rules/x.ts', 'export const x = Math.random();'],
  ['process', 'shared/rules/x.ts', 'export const x = process.env;'],
  ['parseFloat', 'electron/x.ts', "export const x = Number.parseFloat('1');"],
  ['parseFloat', 'renderer/x.ts', "export const x = parseFloat('1');"],
  ['toFixed', 'renderer/x.ts', 'export const x = (1).toFixed(2);'],
  ['await at the top of a module', 'electron/main.ts', 'await app.whenReady();'],
  ['any', 'build/x.ts', 'export const x: any = 1;'],
  ['enum', 'electron/x.ts', 'export enum X { One }'],
  ['export default', 'shared/rules/x.ts', 'export default 1;'],
  ['export default', 'shared/rules/x.ts', 'export default function x() {}'],
  ['innerHTML', 'renderer/x.ts', "document.body.innerHTML = '';"],
  ['test.only, test.skip, test.todo', 'shared/x.test.ts', "test.skip('x', () => {});"],
  ['a barrel file', 'shared/rules/all.ts', "export * from './x.ts';\nexport { y } from './y.ts';"],
  ['a path of one machine', 'electron/x.ts', "export const x = '/tmp/book';"],
  ['a banner comment', 'electron/x.ts', '// ======== parts ========'],
  ['@ts-ignore, @ts-nocheck', 'electron/x.ts', '// @ts-ignore'],
  ['TODO, FIXME', 'electron/x.ts', '// TODO later'],
];

test.each(offences)('%s is found in %s: %s', (ban, path, code) => {
  expect(found(path, opening + code)).toEqual([ban === 'a barrel file' ? '1 a barrel file' : `2 ${ban}`]);
});

test('every ban is shown to bite', () => {
  const shown = new Set(offences.map(([ban]) => ban));
  expect(bans.map(({ word }) => word).filter((word) => !shown.has(word))).toEqual([]);
});

test.each([
  ['shared/money/x.ts', 'export const x = (1).toFixed(2);'],
  ['electron/x.ts', 'export const x = [Date.now(), new Date()];'],
  ['shared/rules/x.ts', 'export const x = [new Date(0), "Date.now() and any enum toFixed"];'],
  ['electron/main.ts', 'export const x = async () => await app.whenReady();'],
  ['vitest.config.ts', 'export default {};'],
  ['shared/rules/x.ts', "export { y } from './y.ts';\nexport const x = 1;"],
])('nothing is found in %s: %s', (path, code) => {
  expect(found(path, opening + code)).toEqual([]);
});

test('names of files and folders', () => {
  expect(found('electron/ShoutIt.ts', opening)).toEqual(['1 the name of a file']);
  expect(found('renderer/grid.svelte', '<!-- A grid. -->')).toEqual(['1 the name of a component']);
  expect(found('electron/utils/x.ts', opening)).toEqual(['1 a folder named utils']);
  expect(found('renderer/Grid.svelte', '<!-- A grid. -->')).toEqual([]);
});

test('a file opens with a sentence, after the line that names its interpreter', () => {
  expect(found('electron/x.ts', 'export const x = 1;')).toEqual(['1 no opening comment']);
  expect(found('build/x.mjs', `#!/usr/bin/env node\n${opening}`)).toEqual([]);
  expect(found('renderer/X.svelte', '<script lang="ts">\n  // A grid.\n</script>')).toEqual([]);
  expect(found('renderer/X.svelte', '<p>text</p>')).toEqual(['1 no opening comment']);
});

test('a component is looked at in its script and in its markup, at its own lines', () => {
  const component = '<!-- A grid. -->\n<script lang="ts">\n  const x: any = 1;\n</script>\n\n<p>{x.toFixed(2)}</p>\n';
  expect(found('renderer/X.svelte', component)).toEqual(['3 any', '6 toFixed, parseFloat']);
});

test('sizes: 500 lines of a file, 250 of a component, 70 of a function', () => {
  expect(found('electron/x.ts', opening.repeat(500))).toEqual([]);
  expect(found('electron/x.ts', opening.repeat(501))).toEqual(['1 501 lines']);
  expect(found('renderer/X.svelte', '<!-- A grid. -->\n'.repeat(251))).toEqual(['1 251 lines']);
  const functionOf = (lines: number) => `${opening}export function x() {${'\n'.repeat(lines - 1)}}\n`;
  expect(found('electron/x.ts', functionOf(70))).toEqual([]);
  expect(found('electron/x.ts', functionOf(71))).toEqual(['1 x has 71 lines']);
});

test('the report names median, nine tenths and the longest', () => {
  const measures = Array.from({ length: 10 }, (_, index) => ({ path: `f${index}.ts`, name: '', lines: index + 1 }));
  expect(summary('files', measures)).toBe('files: 10, lines: median 6, 90 % within 10, longest 10 (f9.ts)');
  expect(summary('files', [])).toBe('files: none');
});
