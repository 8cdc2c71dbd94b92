// Whatever the program says of a book in English it can say in Chinese (measure U31): every sentence of the source has its
// Chinese, which takes up every value, and no Chinese stands for a sentence that nobody says.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { chineseSentences, inChinese } from '../../shared/sentences/sentences.ts';

const root = join(import.meta.dirname, '../..');

/** What speaks to the command line alone, or has both languages of its own. */
const others = ['electron/command-line', 'electron/app/words.ts', 'shared/documents'];

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .filter((path) => !others.some((other) => path.startsWith(other)));
}

/** A text or a template as a pattern, `{}` for each value. */
function patternOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** Texts for developers (errors that are defects) and texts that stand beside their other language are not asked for. */
function isSaidElsewhere(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return parent.expression.getText() !== 'Refused';
  if (ts.isPropertyAssignment(parent)) return ['en', 'zh', 'description'].includes(parent.name.getText());
  if (ts.isCallExpression(parent)) return parent.expression.getText().endsWith('describe');
  return false;
}

/** Every sentence of the sources with the file that says it. */
function sentencesSaid(): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const path of ['shared', 'electron'].flatMap(sourcesUnder)) {
    const tree = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const pattern = patternOf(node);
      if (pattern !== undefined && /\s.*[.?:]$|^\{\}.*[.?]$/s.test(pattern) && !isSaidElsewhere(node))
        said.set(pattern, path);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return said;
}

const said = sentencesSaid();

test('every sentence has its Chinese', () => {
  const missing = [...said].filter(([pattern]) => !Object.hasOwn(chineseSentences, pattern));
  expect(missing.map(([pattern, path]) => `${path}: ${pattern}`)).toEqual([]);
  expect(said.size).toBeGreaterThan(200);
});

test('no Chinese is kept for what nobody says', () => {
  const source = ['shared', 'electron']
    .flatMap(sourcesUnder)
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const longest = (english: string): string =>
    english.split('{}').reduce((most, part) => (part.length > most.length ? part : most), '');
  const unsaid = Object.keys(chineseSentences).filter(
    (english) => !source.includes(longest(english).replaceAll("'", "\\'")) && !source.includes(longest(english)),
  );
  expect(unsaid).toEqual([]);
});

test('every value of a sentence stands in its Chinese', () => {
  for (const english of Object.keys(chineseSentences)) {
    const count = english.split('{}').length - 1;
    const values = Array.from({ length: count }, (_, place) => `«${place}»`);
    let next = 0;
    const sentence = english.replaceAll('{}', () => values[next++]!);
    const chinese = inChinese(sentence);
    expect(chinese, english).not.toBe(sentence);
    for (const value of values) expect(chinese, english).toContain(value);
  }
});

test('values that are sentences or fixed words are put into Chinese as well', () => {
  expect(
    inChinese(
      'This would make a later entry of 2026-10-20 impossible: recovery r1 of 2026-10-20: 5.00 is more than the 3.00 of allocation a1 that is unspent and unfrozen.',
    ),
  ).toBe('这会使 2026-10-20 的后续录入无法成立：2026-10-20 的回收 r1：5.00 超过了划拨 a1 中未使用且未冻结的 3.00。');
  expect(inChinese('This is not a number. (bill.csv, row 3, column Cost, value "x")')).toBe(
    '这不是数字。（bill.csv，第 3 行，列 Cost，值“x”）',
  );
  expect(inChinese('date reads “soon”; expected a date like 2026-10-31.')).toBe(
    'date 为“soon”，应为日期，如 2026-10-31。',
  );
  expect(inChinese('Nobody ever said this.')).toBe('Nobody ever said this.');
});
