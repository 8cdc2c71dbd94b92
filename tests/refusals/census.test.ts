// No refusal without a test: every code that the source can give is expected somewhere, by a case here, a unit test, a
// scenario or a fault run. A new code makes this red until somebody shows it happening.
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { codesIn, testedTexts } from './codes.ts';

const root = join(import.meta.dirname, '../..');
const source = ['shared', 'electron'].map((folder) => join(root, folder));
const codes = codesIn(source);

/** Codes that nobody ever sees, since something else is made of the refusal on its way; each says what. */
const unseen: readonly string[] = [
  'journalChanged', // opening a book gives it as the reason why the book is open for reading
];

function isTest(path: string): boolean {
  if (basename(path) === 'census.test.ts') return false;
  return /[.]test[.]ts$|expected[.]json$|[/\\]tests[/\\](faults|scenarios)[/\\]/.test(path);
}

test('every code of a refusal is tested somewhere', () => {
  const tested = testedTexts([...source, join(root, 'tests')], isTest);
  const isTested = (code: string): boolean => new RegExp(`['"\`]${code}['"\`]|^${code} \\(`, 'm').test(tested);
  const untested = [...codes].filter(([code]) => !isTested(code) && !unseen.includes(code));
  expect(untested.map(([code, file]) => `${code} (${basename(file)})`).sort()).toEqual([]);
});

test('the codes that are given in different ways are all found', () => {
  const asProperty = ['keyReused', 'moveNotClean', 'bookInUse'];
  const asParameter = ['fieldTooLarge', 'noSuchMovement', 'linkToItself', 'missingValue'];
  const asBranch = ['moreFrozenThanCash', 'wouldOverdraw', 'reversedAlready'];
  for (const code of [...asProperty, ...asParameter, ...asBranch]) expect([...codes.keys()]).toContain(code);
  expect(codes.size).toBeGreaterThan(70);
});
