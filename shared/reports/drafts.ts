// The documents of a month as the window shows them: a list of drafts, and one of them as its pages. For the book desk
// alone, for a document holds what it holds of every account of its scope.
import { lastDay, parseDay } from '../calendar/day.ts';
import type { Page } from '../contract/answer.ts';
import type { QueryInput } from '../contract/queries.ts';
import type { PrintableDocument } from '../documents/page.ts';
import { tableReport as reportOf } from '../documents/table-report.ts';
import { Refused } from '../rules/refusal.ts';
import { type Asking, monthAsked } from './asking.ts';
import { monthDrafts } from './document-facts/month-drafts.ts';
import { type MonthWork, sourcesOf } from './document-facts/month-work.ts';
import type { ListRow } from './listing.ts';
import { forBookDesk } from './sight.ts';
import { worksIn } from './works.ts';

/** The drafts of a month: kind, entity, number, currency and amount; none where it was not run. */
export function drafts(asking: Asking, { period }: QueryInput<'drafts'>): Page<ListRow> {
  forBookDesk(asking, 'drafts');
  const month = monthAsked(period);
  const all = asking.book.runs.has(month) ? monthDrafts(asking.book, month) : [];
  const rows = all.map(({ id, kind, entity, number, currency, amount }) => {
    return { id, kind, entity, number, currency, amount };
  });
  return { rows, total: rows.length, sums: {} };
}

/** A draft's pages; throws Refused where the month has no such draft. */
export function draftDocument(asking: Asking, input: QueryInput<'draftDocument'>): PrintableDocument {
  forBookDesk(asking, 'draftDocument');
  const { book } = asking;
  const month = monthAsked(input.period);
  const draft = book.runs.has(month) ? monthDrafts(book, month).find(({ id }) => id === input.draft) : undefined;
  if (!draft) throw new Refused(noSuchDraft(input.period));
  return draft.make({
    issued: parseDay(input.printedAt.slice(0, 10)) ?? lastDay(month),
    printedAt: input.printedAt,
    work: () => workOfMonth(asking, input.period),
    verification: () => '',
  });
}

/** A table of the screen on paper; throws Refused where a figure is wider than a page. */
export function tableReport({ book }: Asking, input: QueryInput<'tableReport'>): PrintableDocument {
  try {
    return reportOf({ ...input, bookName: (input.language === 'zh' && book.title.nameZh) || book.title.name });
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(tooWide);
    throw error;
  }
}

/** The work of the month's lines, and the bill files that each owner's lines come from. */
function workOfMonth(asking: Asking, period: string): MonthWork {
  const { works, origins } = worksIn(asking, monthAsked(period));
  const files = [...origins].map(([bucket, { import: id }]) => {
    return [bucket, asking.book.imports.get(id)?.fact.name ?? ''] as const;
  });
  return { works, sources: sourcesOf(files) };
}

const noSuchDraft = (period: string): ConstructorParameters<typeof Refused>[0] => ({
  code: 'noSuchDraft',
  what: `${period} has no such document.`,
  unchanged: 'Nothing was made.',
  next: 'Run the charges of the month, then choose one of its documents.',
});

const tooWide = {
  code: 'tooWideToPrint',
  what: 'A column of this table is wider than a page.',
  unchanged: 'Nothing was printed.',
  next: 'Hide that column, or export the table.',
};
