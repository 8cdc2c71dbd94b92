// The language of the window and the texts in it. Switching it redraws what is shown; nothing is loaded or restarted.
import { en } from './en.ts';
import type { Language } from './language.ts';
import { type Fill, type Message, type Placeholders, fillMessage } from './message.ts';
import { inChinese } from '../../shared/sentences/sentences.ts';
import { zhCN } from './zh-cn.ts';

export type MessageKey = keyof typeof en;
/** The messages without placeholders. */
export type PlainKey = {
  [K in MessageKey]: [Placeholders<(typeof en)[K]>] extends [never] ? K : never;
}[MessageKey];

const texts: Readonly<Record<Language, Readonly<Record<MessageKey, Message>>>> = { en, 'zh-CN': zhCN };
const current = $state<{ language: Language }>({ language: 'en' });

/** The language in use. */
export function language(): Language {
  return current.language;
}

/** The same as shared/money and the actions name it. */
export function shortLanguage(): 'en' | 'zh' {
  return current.language === 'en' ? 'en' : 'zh';
}

/** Changes the language of everything shown. */
export function useLanguage(next: Language): void {
  current.language = next;
}

/** The text of a message in the language in use. */
export function t<K extends MessageKey>(key: K, ...[fill]: Fill<(typeof en)[K]>): string {
  return fillMessage(texts[current.language][key], current.language, fill);
}

/** The word for a code of the rules, such as `provider` and `tencent`; a code without a word stays as it is. */
export function word(group: string, code: string): string {
  const message = (texts[current.language] as Readonly<Record<string, Message>>)[`${group}.${code}`];
  return typeof message === 'string' ? message : code;
}

/** A sentence that the program says of the book, in the language in use. */
export function said(sentence: string): string {
  return current.language === 'en' ? sentence : inChinese(sentence);
}
