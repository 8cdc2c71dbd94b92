// How messages are written and filled: plain texts with {placeholders}, or one text per plural form. No HTML, ever.
import type { Language } from './language.ts';

/** A message in plural forms, chosen by the placeholder `count`. */
export type Plural = { readonly other: string; readonly one?: string };
export type Message = string | Plural;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The placeholders of a message. */
export type Placeholders<M extends Message> = M extends string
  ? NamesIn<M>
  : M extends Plural
    ? NamesIn<M['other']> | 'count'
    : never;

/** The same messages in another language: all of them, plain where they are plain, in plural forms where they have any. */
export type Translated<Messages> = {
  readonly [K in keyof Messages]: Messages[K] extends string ? string : Plural;
};

/** What has to be given with a message: nothing where it has no placeholders. */
export type Fill<M extends Message> = [Placeholders<M>] extends [never]
  ? []
  : [fill: Readonly<Record<Placeholders<M>, string | number>>];

const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  'zh-CN': new Intl.PluralRules('zh-CN'),
};

/** The text of a message with its placeholders filled; counts are grouped by thousands. */
export function fillMessage(
  message: Message,
  language: Language,
  fill: Readonly<Record<string, string | number>> = {},
): string {
  return textOf(message, language, fill).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fill[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? value.toLocaleString('en-US') : value;
  });
}

function textOf(message: Message, language: Language, fill: Readonly<Record<string, string | number>>): string {
  if (typeof message === 'string') return message;
  const form = pluralRules[language].select(Number(fill['count'] ?? 0));
  return form === 'one' ? (message.one ?? message.other) : message.other;
}
