// A language that does not exist: English with accents and two fifths longer, to see where translations would be cut off.
import { actions } from '../../shared/contract/actions.ts';
import { en } from '../i18n/en.ts';
import type { Message } from '../i18n/message.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  c: 'ç',
  n: 'ñ',
  A: 'Á',
  E: 'É',
};
const growth = 0.4;

/** A text widened; its placeholders stay. */
export function widen(text: string): string {
  const accented = text.replace(/\{\w+\}|[a-zA-Z]/g, (part) => accents[part] ?? part);
  const length = Math.ceil(text.replace(/\{\w+\}/g, '').length * growth);
  return `${accented}${' óñé'.repeat(Math.ceil(length / 4)).slice(0, length)}`;
}

/** Widens every English text of the window in place. */
export function widenTexts(): void {
  const messages = en as Record<string, Message>;
  for (const [key, message] of Object.entries(messages))
    messages[key] =
      typeof message === 'string'
        ? widen(message)
        : { other: widen(message.other), ...(message.one === undefined ? {} : { one: widen(message.one) }) };
  for (const action of Object.values<{ en: string }>(actions)) action.en = widen(action.en);
}
