// A table as a printed page, for stories of the preview: the texts that were asked for, laid out once. Nothing here is real.
import type { PrintableDocument } from '../../shared/documents/page.ts';

/** What a report of a table is asked with. */
interface TableAsked {
  readonly language?: 'en' | 'zh';
  readonly title?: string;
  readonly columns?: readonly { readonly title: string; readonly isFigure: boolean }[];
  readonly rows?: readonly (readonly string[])[];
}

/** One page with the table's first columns and rows. */
export function tablePage({ language = 'en', title = '', columns = [], rows = [] }: TableAsked): PrintableDocument {
  const line = (text: string) => [{ text, lang: language }];
  const shown = columns.slice(0, 6);
  return {
    kind: 'table',
    language,
    title,
    watermark: null,
    landscape: true,
    pages: [
      {
        head: { kind: 'full', height: 24, issuer: [], title: [{ lang: language, text: title }], entries: [] },
        blocks: [
          {
            kind: 'table',
            height: 150,
            size: 8,
            headerHeight: 8,
            columns: shown.map(({ title: name, isFigure }) => {
              return { label: line(name), align: isFigure ? 'end' : 'start', width: 44 };
            }),
            rows: rows.slice(0, 20).map((cells) => {
              return { kind: 'row', height: 6, cells: cells.slice(0, shown.length).map(line) };
            }),
          },
        ],
        foot: { left: 'Harbour Group', page: '1 / 1', right: '2026-11-03 09:15 UTC', disclaimer: null },
      },
    ],
  };
}
