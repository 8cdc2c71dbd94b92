// The languages of a document and texts in them. A bilingual document says everything that is not data twice.
import type { Language } from '../money/display.ts';

/** English, Chinese, or both: English above, Chinese below it and smaller. */
export type DocumentLanguage = Language | 'both';

/** A text in both languages. */
export type Label = Readonly<Record<Language, string>>;

/** One language's text of a label, marked with its language for screen readers and fonts. */
export interface Saying {
  readonly lang: Language;
  readonly text: string;
}

/** A text as the document says it: in one language, or English then Chinese. */
export type Words = readonly Saying[];

/** The languages of a document, in the order in which it says things. */
export function languagesOf(language: DocumentLanguage): readonly Language[] {
  return language === 'both' ? ['en', 'zh'] : [language];
}

/** The label in the document's languages; one that reads the same in both is said once. */
export function say(language: DocumentLanguage, label: Label): Words {
  if (label.en === label.zh) return [{ lang: 'en', text: label.en }];
  return languagesOf(language).map((lang) => ({ lang, text: label[lang] }));
}

/** A text that is the same in every language: names, numbers, figures. */
export function plain(text: string): Words {
  return [{ lang: 'en', text }];
}

/** The label on one line: `Period 账期` in a bilingual document. */
export function sayOnLine(language: DocumentLanguage, label: Label): string {
  return say(language, label)
    .map((saying) => saying.text)
    .join(' ');
}

/** The language whose figures and dates a document uses: English where it is bilingual. */
export function figureLanguage(language: DocumentLanguage): Language {
  return language === 'both' ? 'en' : language;
}
