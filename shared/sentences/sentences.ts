// Sentences that the core says in English, put into Chinese by what they say: each is a pattern with `{}` for its values, and
// values that are sentences or fixed words themselves are put into Chinese as well. Pure.
import { bills } from './chinese/bills.ts';
import { book } from './chinese/book.ts';
import { damage } from './chinese/damage.ts';
import { program } from './chinese/program.ts';
import { rules } from './chinese/rules.ts';
import { values } from './chinese/values.ts';

/** English patterns and their Chinese; `{}` are the values in their order, `{1}` the second of them. */
export const chineseSentences: Readonly<Record<string, string>> = {
  ...rules,
  ...book,
  ...bills,
  ...program,
  ...damage,
};

interface Pattern {
  readonly english: RegExp;
  readonly chinese: string;
}

const placed = /^(.*) \(([^()]*)\)$/s;

let patterns: readonly Pattern[] | undefined;

/** A sentence in Chinese; one that is not known stays as it is. */
export function inChinese(sentence: string): string {
  return (
    known(sentence) ?? sentence.replace(placed, (whole, said: string, place: string) => withPlace(whole, said, place))
  );
}

function known(sentence: string): string | undefined {
  patterns ??= compiled();
  for (const { english, chinese } of patterns) {
    const found = english.exec(sentence);
    if (found) return filled(chinese, found.slice(1).map(valueInChinese));
  }
  return undefined;
}

/** What is said of a place in a file has the place behind it. */
function withPlace(whole: string, said: string, place: string): string {
  const chinese = known(said);
  return chinese === undefined ? whole : `${chinese}（${place.split(', ').map(valueInChinese).join('，')}）`;
}

function valueInChinese(value: string): string {
  return values[value] ?? known(value) ?? value;
}

/** The more a pattern says itself, the earlier it is tried. */
function compiled(): readonly Pattern[] {
  const own = (english: string): number => english.replaceAll('{}', '').length;
  return Object.entries(chineseSentences)
    .sort(([left], [right]) => own(right) - own(left))
    .map(([english, chinese]) => ({ english: patternOf(english), chinese }));
}

function patternOf(english: string): RegExp {
  const parts = english.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('(.*?)')}$`, 's');
}

function filled(chinese: string, found: readonly string[]): string {
  let next = 0;
  return chinese.replaceAll(/\{(\d*)\}/g, (_, place: string) => found[place === '' ? next++ : Number(place)] ?? '');
}
