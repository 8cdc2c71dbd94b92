// What a window asks of the program around the book: dialogs, books, long work, settings of the computer, and the events
// it is told. It never holds a path: files and books are named by tokens that the main process has given out.
import { z } from 'zod';
import { type ActionId, actions } from './actions.ts';
import { accountName, currency, name, text } from './fields.ts';
import { journalLines } from './queries.ts';
import type { OpenBook } from './open-book.ts';
import { densities, languages, negativeStyles, themes } from './setting-names.ts';

/** A way to look at a list that the clerk has named (ux/conventions.md §3.4): all that brings it back as it was. */
const savedView = z.strictObject({
  name,
  screen: name,
  /** The tab or grouping of the screen. */
  tab: text,
  filter: text,
  scope: z.strictObject({ entity: text, account: text }),
  /** The grid and its layout: columns in order, widths, sorting; opaque to the main process. */
  grid: name,
  layout: z.json(),
});
export type SavedView = z.infer<typeof savedView>;

/** A file of views, as one computer hands it to another. */
export const viewsFile = z.strictObject({ purser: z.literal('views'), views: z.array(savedView).max(200) });

/** What a window looks at. */
const view = z.strictObject({
  screen: name,
  tab: text,
  period: text,
  scope: z.strictObject({ entity: text, account: text }),
  filter: text,
  /** The journal lines that stand in the place of the screen. */
  journal: z.strictObject({ title: text, ...journalLines }).optional(),
});

/** Settings of this computer (ux/screens.md §1.14); those of the book are records. */
export const settings = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(themes),
  density: z.enum(densities),
  negatives: z.enum(negativeStyles),
  /** Amounts are hidden on the screen. */
  privacy: z.boolean(),
  sidebar: z.boolean(),
  inspector: z.boolean(),
  /** Pixels, 280 to 520. */
  inspectorWidth: z.int().min(280).max(520),
  /** Per cent, 80 to 200. */
  zoom: z.int().min(80).max(200),
  /** The layout of each grid by its name: columns shown, order, widths, frozen; opaque to the main process. */
  grids: z.record(name, z.json()),
  /** Saved views by the id of their book. */
  views: z.record(name, z.array(savedView).max(200)),
  /** Chords that replace the usual ones, by action. */
  chords: z.record(name, text),
});
export type Settings = z.infer<typeof settings>;

/** A document by the query that answers its pages. */
const document = z.strictObject({
  query: z.enum(['allocationSheet', 'draftDocument', 'monthBrief', 'tableReport']),
  input: z.record(name, z.json()),
});
export type DocumentRequest = z.infer<typeof document>;

/** Commands about the program; they are answered like those of the book, with `seq` 0 and no record. */
export const appCommands = {
  /** Asks with the native dialog; `result.files` are `ChosenFile`s, none where the clerk cancelled. */
  chooseBills: z.strictObject({}),
  /** Asks with the native dialog, or opens a recent book by its token. */
  openBook: z.strictObject({ recent: name.optional() }),
  /** Asks where with the native dialog, then makes and opens the book. */
  newBook: z.strictObject({ name, nameZh: text.optional(), baseCurrency: currency }),
  openSample: z.strictObject({ reset: z.boolean().optional() }),
  closeBook: z.strictObject({}),
  /** Opens another window on the same book, at a view of its own. */
  openWindow: z.strictObject({ view }),
  /** The desk of everything that is asked from now on (rule P3): an admin account, or '' for the book desk. */
  takeDesk: z.strictObject({ desk: z.union([z.literal(''), accountName]) }),
  /** Writes a verified backup; asks where the first time. */
  backUp: z.strictObject({}),
  /** Asks where, then copies the open book there, every byte proven, and opens the copy if asked; `result.saved` as below. */
  copyBook: z.strictObject({ open: z.boolean() }),
  /** Asks where, then writes a document as PDF; `result.saved`: where, as people read it, '' if not. */
  saveDocument: document,
  /** Opens the system's print dialog for a document; `result.printed` says whether it went to a printer. */
  printDocument: document,
  /**
   * Asks where, then writes a table as CSV or as a workbook, by the name of the file: the rows given, or a list of the book
   * as `wholeList` reads it. `result.saved`: where, as people read it, '' if not; `result.rows`: how many.
   */
  exportTable: z.strictObject({
    name,
    columns: z
      .array(
        z.strictObject({
          id: name,
          title: text,
          holds: z.enum(['text', 'identifier', 'number', 'date']),
          /** What stands for the codes of a column, where the list is read. */
          words: z.record(text, text).optional(),
        }),
      )
      .max(100),
    of: z.union([
      z.strictObject({ rows: z.array(z.array(text)).max(50_000) }),
      z.strictObject({ query: name, input: z.record(name, z.json()) }),
    ]),
  }),
  /** Shows the file that was saved last in the system's file manager. */
  showSaved: z.strictObject({}),
  /** Verifies every byte of the open book beside the work in it; a head noted earlier may be asked for. */
  verify: z.strictObject({
    anchor: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
      .optional(),
  }),
  /** Opens the open book again, after the disk failed or another program had it. */
  reopenBook: z.strictObject({}),
  /** Goes on from a book that does not hold what was seen of it here before. */
  acceptBook: z.strictObject({ reason: name }),
  /** Asks with the native dialog and proves the backup; `result.backup` is a `BackupFacts`, null where the clerk cancelled. */
  chooseBackup: z.strictObject({}),
  /**
   * Restores a chosen backup in place of the open book, which is kept beside it and must have no record that the backup
   * lacks, or into a folder that is asked for; then opens it. `result.former`: where the former book is, `''` if nowhere.
   */
  restoreBackup: z.strictObject({ backup: name, place: z.enum(['here', 'elsewhere']), reason: name }),
  /** Asks where, then makes and opens a new book of all that is undamaged; `result`: `records`, and the lines `left`. */
  salvageBook: z.strictObject({ reason: name }),
  /** Asks where, then writes saved views as a file for other computers; `result.saved` as above. */
  exportViews: z.strictObject({ views: z.array(savedView).min(1).max(200) }),
  /** Asks for such a file; `result.views` are those in it, none where the clerk cancelled. */
  importViews: z.strictObject({}),
  /** Stops long work; what is left is what the work promised (`Work.onCancel`). */
  cancelWork: z.strictObject({ work: name }),
  /** Says what the window can carry out now, and what would be undone: the menus offer that and nothing else. */
  offerActions: z.strictObject({
    actions: z.array(z.enum(Object.keys(actions) as [ActionId, ...ActionId[]])),
    undo: text.optional(),
    redo: text.optional(),
  }),
  /** Changes some settings; every window is told. */
  setSettings: settings.partial(),
} as const;
export type AppCommandName = keyof typeof appCommands;
export type AppCommandInput<N extends AppCommandName> = z.infer<(typeof appCommands)[N]>;

/** Queries about the program; none of them takes input. */
export const appQueries = {
  settings: z.strictObject({}),
  /** The open book, or null where none is open. */
  openBook: z.strictObject({}),
  recentBooks: z.strictObject({}),
  work: z.strictObject({}),
} as const;
export type AppQueryName = keyof typeof appQueries;

/** A file the clerk has chosen or dropped; `token` stands for its path in `importBills`. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: number;
}

export interface RecentBook {
  readonly token: string;
  readonly name: string;
  /** Its folder as people read it; never sent back. */
  readonly folder: string;
  /** When it was last open, as `2026-10-31T14:02:00Z`. */
  readonly opened: string;
  readonly missing: boolean;
}

/** Long work as it goes on (ux/conventions.md §3.8). `total` is 0 while it is not known. */
export interface Work {
  readonly id: string;
  readonly kind: 'import' | 'charges' | 'documents' | 'export' | 'verify' | 'backup' | 'restore' | 'salvage' | 'open';
  readonly done: number;
  readonly total: number;
  /** How many rows were read or written so far, 0 for work that has none, and how many a second. */
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** Seconds left, null while they cannot be told. */
  readonly secondsLeft: number | null;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly onCancel: 'nothing-happened' | 'done-stays';
}

/** What the program around the book answers. */
export interface AppAnswers {
  readonly settings: Settings;
  readonly openBook: OpenBook | null;
  readonly recentBooks: readonly RecentBook[];
  readonly work: readonly Work[];
}

/** What windows are told over `purser:changed`. */
export type AppEvent =
  | { readonly topic: 'book'; readonly seq: number; readonly touched: readonly string[] }
  | { readonly topic: 'progress'; readonly work: Work }
  | { readonly topic: 'menu'; readonly action: ActionId }
  | { readonly topic: 'settings'; readonly settings: Settings }
  | { readonly topic: 'window'; readonly change: 'book-opened'; readonly book: OpenBook | null }
  /** The same book, of which something else is known now; what its screens show is as it was. */
  | { readonly topic: 'window'; readonly change: 'book-state'; readonly book: OpenBook }
  | { readonly topic: 'window'; readonly change: 'files-dropped'; readonly files: readonly ChosenFile[] };
