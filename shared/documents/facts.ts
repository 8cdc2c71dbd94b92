// The facts that every document is made from. They are given: copies frozen when the document is made (rule I5), and
// amounts as they are stored.
import type { Month } from '../calendar/day.ts';
import type { DocumentLanguage } from './words.ts';

/** A company as documents name it: a copy of its tax title; absent text is ''. */
export interface TaxTitle {
  readonly name: string;
  readonly nameZh: string;
  readonly taxId: string;
  readonly address: string;
  readonly phone: string;
  readonly bank: string;
  readonly bankAccount: string;
}

/** What a document says about itself. */
export interface Stamp {
  readonly language: DocumentLanguage;
  readonly bookName: string;
  readonly period: Month;
  /** null: a draft without a number (rule I5), marked so on every page. */
  readonly number: string | null;
  readonly version: number;
  /** Across the pages of what is not a final original. A draft is marked in any case. */
  readonly mark: 'provisional' | 'superseded' | 'copy' | 'sample' | null;
  /** The moment of printing as it is shown, with its zone: `2026-11-03 09:15 UTC`. */
  readonly printedAt: string;
  /** The first 8 hexadecimal digits of the hash of the document's content. */
  readonly verification: string;
}

/** A company's name in a document's language; both names, where they differ, in a bilingual one. */
export function namesOf(title: Pick<TaxTitle, 'name' | 'nameZh'>, language: DocumentLanguage): readonly string[] {
  const [english, chinese] = [title.name || title.nameZh, title.nameZh || title.name];
  if (language === 'en') return [english];
  if (language === 'zh') return [chinese];
  return english === chinese ? [english] : [english, chinese];
}
