// The head and foot of reports: printed views of the book, which have no number and are nobody's invoice. Their titles and
// texts are final.
import { wrap } from './measure.ts';
import type { Entry, Foot, Head } from './page.ts';
import { type Label, plain, sayOnLine } from './words.ts';

const titleHeight = 14;
const entryHeight = 4.6;

/** Said across the pages of what may still change, in both languages. */
export const provisionalMark = 'PROVISIONAL 暂估';

/** What a report says of its printing. */
export const printed = { en: 'Printed', zh: '打印时间' } as const satisfies Label;

/** The head of a report's first page: of which book, what it is, and what it is narrowed to. */
export function reportHead(bookName: string, title: string, entries: readonly Entry[]): Head {
  const lines = entries.reduce((sum, { value }) => sum + Math.max(1, value.length), 0);
  const issuer = wrap(bookName, 88, 12).map((text) => ({ text, lang: 'en' as const, tone: 'strong' as const }));
  return { kind: 'full', height: titleHeight + lines * entryHeight + 6, issuer, title: plain(title), entries };
}

/** The foot of a report's page. */
export function reportFoot(
  { language, bookName, printedAt }: { language: 'en' | 'zh'; bookName: string; printedAt: string },
  page: number,
  pages: number,
): Foot {
  const number = { en: `Page ${page} of ${pages}`, zh: `第 ${page} 页 共 ${pages} 页` };
  return { left: bookName, page: sayOnLine(language, number), right: printedAt, disclaimer: null };
}
