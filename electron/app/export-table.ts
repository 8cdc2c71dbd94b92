// Writes a table where the clerk says, as CSV or as an Excel workbook by the name of the file: rows that the window hands over,
// or a list of the book that is read part by part here, so that a table of any length costs no memory. It can be cancelled.
import type { AppCommandInput } from '../../shared/contract/app.ts';
import type { Page } from '../../shared/contract/answer.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import { type Watch, Cancelled, cancelledRefusal } from '../book/book-thread.ts';
import { systemRefusal } from '../book/system-refusal.ts';
import { spreadsheetCsv } from '../documents/csv.ts';
import { writeStream } from '../documents/save.ts';
import { type RowParts, mostSheetRows, xlsxChunks } from '../documents/xlsx.ts';
import type { CurrentBook } from './current-book.ts';
import type { Dialogs } from './dialogs.ts';
import type { WorkList } from './work-list.ts';

interface ExportParts {
  readonly book: CurrentBook;
  readonly dialogs: Dialogs;
  readonly works: WorkList;
}

type Asked = AppCommandInput<'exportTable'>;
type OfList = Extract<Asked['of'], { readonly query: string }>;

/** Where the table was saved, '' where the clerk cancelled the dialog, and how many rows it has. */
export interface SavedTable {
  readonly saved: string;
  readonly rows: number;
}

/** Asks where and writes the table; a file is there whole or not at all. */
export async function exportTable({ book, dialogs, works }: ExportParts, asked: Asked): Promise<SavedTable> {
  const place = await dialogs.chooseTablePlace(asked.name);
  if (place === undefined) return { saved: '', rows: 0 };
  const isWorkbook = place.toLowerCase().endsWith('.xlsx');
  try {
    return await works.run('export', 'nothing-happened', async (watch) => {
      let rows = 0;
      const counted = async function* (): RowParts {
        for await (const part of 'rows' in asked.of ? [asked.of.rows] : partsOf(book, asked, asked.of, watch)) {
          rows += part.length;
          if (isWorkbook && rows >= mostSheetRows) throw new Refused(tooLong);
          yield part;
        }
      };
      const make = isWorkbook ? xlsxChunks : spreadsheetCsv;
      await writeStream(place, make(asked.columns, counted()));
      return { saved: place, rows };
    });
  } catch (error) {
    if (error instanceof Cancelled) throw new Refused(cancelledRefusal);
    const refusal = systemRefusal(error);
    throw refusal ? new Refused({ ...refusal, unchanged: 'No file was written or replaced.' }) : error;
  }
}

/** The rows of a list, as many at a time as the book hands out; codes in the words that the window gave for them. */
async function* partsOf(
  book: CurrentBook,
  { columns }: Asked,
  { query, input }: OfList,
  { signal, onAdvance }: Watch,
): AsyncGenerator<readonly (readonly string[])[]> {
  for (let done = 0, total = 1; done < total;) {
    if (signal?.aborted) throw new Cancelled();
    const page = (await book
      .required()
      .ask({ name: 'wholeList', input: { query, input, offset: done } })) as Page<ListRow>;
    if (page.rows.length === 0) return;
    yield page.rows.map((row) => columns.map(({ id, words }) => words?.[row[id] ?? ''] ?? row[id] ?? ''));
    done += page.rows.length;
    total = page.total;
    onAdvance?.({ done, total, rows: done });
  }
}

const tooLong = {
  code: 'sheetTooLong',
  what: 'The table has more rows than a sheet of a workbook can hold.',
  unchanged: 'No file was written or replaced.',
  next: 'Save it as CSV, or filter it first.',
};
