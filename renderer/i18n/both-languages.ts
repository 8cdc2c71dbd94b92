// Words in both languages at once: what a clerk types is understood in either, whichever the window speaks.
import { en } from './en.ts';
import type { Message } from './message.ts';
import { zhCN } from './zh-cn.ts';

/** A code of the rules and the texts by which it is known; the first one is shown. */
export interface CodeWords {
  readonly code: string;
  readonly texts: readonly string[];
}

const [english, chinese]: readonly Readonly<Record<string, Message>>[] = [en, zhCN];

/** The codes of a group of words, such as `provider`, each with its word in this language, then in the other. */
export function codeWordsIn(group: string, language: 'en' | 'zh'): readonly CodeWords[] {
  return Object.keys(english!)
    .filter((key) => key.startsWith(`${group}.`) && !isFilled(english![key]))
    .map((key) => ({ code: key.slice(group.length + 1), texts: inBoth(key, language) }));
}

/** A title of a column in the language in use as it is, and in the other language. */
export function titlesLike(title: string): readonly string[] {
  return [title, ...(columnTitles().get(title) ?? [])];
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

function columnTitles(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const pairs = new Map<string, string[]>();
  for (const key of Object.keys(english!).filter((each) => each.startsWith('column.'))) {
    const [one, other] = [String(english![key]), String(chinese![key])];
    pairs.set(one, [...(pairs.get(one) ?? []), other]);
    pairs.set(other, [...(pairs.get(other) ?? []), one]);
  }
  return (known = pairs);
}

function inBoth(key: string, language: 'en' | 'zh'): readonly string[] {
  const texts = [String(english![key]), String(chinese![key])];
  return language === 'en' ? texts : texts.reverse();
}

function isFilled(message: Message | undefined): boolean {
  return typeof message !== 'string' || message.includes('{');
}
