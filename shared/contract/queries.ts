// Every query: its name and the schema of its input (interface.md §3). Lists take a page, a sorting and filters.
import { z } from 'zod';
import { commands } from './commands.ts';
import { accountName, day, month, name, page, text } from './fields.ts';

/** How a list is asked for: a page of at most 200 rows, columns to sort by, and conditions that all must hold. */
export const listing = {
  ...page,
  sort: z
    .array(z.strictObject({ column: name, descending: z.boolean().optional() }))
    .max(4)
    .optional(),
  filter: z
    .array(
      z.strictObject({
        column: name,
        /** `has`: contains the text, ignoring case; `one-of`: is one of its lines; comparisons read amounts exactly. */
        test: z.enum(['is', 'is-not', 'one-of', 'has', 'has-not', 'at-least', 'at-most', 'above', 'below']),
        value: text,
      }),
    )
    .max(20)
    .optional(),
} as const;

const inPeriod = z.strictObject({ period: month, ...listing });
const onDay = z.strictObject({ asOf: day.optional(), ...listing });

const planRows = z.array(z.strictObject({ account: accountName, written: text })).max(2_000);
const returnRows = z
  .array(
    z.strictObject({
      account: accountName,
      written: text,
      /** Only the lots that came by these; without it all, oldest first. */
      allocations: z.array(name).min(1).max(1_000).optional(),
    }),
  )
  .max(2_000);
const count = z.int().min(0);
const triedFiles = z
  .array(
    z.strictObject({
      id: name,
      name,
      rows: count,
      kept: count,
      sums: z.array(z.strictObject({ currency: text, inFile: text, kept: text })).max(100),
    }),
  )
  .max(2_000);

/**
 * Which lines of the journal: of these records, without them of all; where it is given only those about these accounts,
 * entities or positions; and where it is given without what they did to later days.
 */
export const journalLines = {
  records: z.array(z.int().min(1)).max(1_000).optional(),
  about: z.array(name).max(2_000).optional(),
  until: day.optional(),
} as const;

/** The key of a figure; that of a selection names all its rows. */
const figure = z.string().max(500_000);

/** What a figure stands in that is not in the book: the rows of a plan, or files that were tried out. */
const draft = z.union([z.strictObject({ rows: returnRows }), z.strictObject({ files: triedFiles })]);
export type FigureDraft = z.infer<typeof draft>;

/** The query table: name → schema of its input. */
export const queries = {
  book: z.strictObject({}),
  /** The policies of the book beside those of each provider's profile (rule S5). */
  policies: z.strictObject({}),
  overview: z.strictObject({ period: month }),
  months: z.strictObject({}),
  entities: z.strictObject(listing),
  accounts: onDay,
  relations: onDay,
  balances: z.strictObject({
    asOf: day.optional(),
    groupBy: z
      .array(z.enum(['entity']))
      .max(1)
      .optional(),
    ...listing,
  }),
  lots: z.strictObject({ account: accountName.optional(), asOf: day.optional(), ...listing }),
  movements: z.strictObject({ account: accountName.optional(), from: day.optional(), to: day.optional(), ...listing }),
  imports: z.strictObject({ period: month.optional(), ...listing }),
  exceptions: inPeriod,
  findings: inPeriod,
  billLines: z.strictObject({ period: month, charge: name.optional(), ...listing }),
  charges: z.strictObject({
    period: month,
    groupBy: z
      .array(z.enum(['entity', 'payer', 'owner', 'provider', 'product', 'category']))
      .max(4)
      .optional(),
    ...listing,
  }),
  chargesPreview: z.strictObject({ period: month }),
  consolidatedBill: z.strictObject({ period: month, desk: accountName, ...listing }),
  invoiceable: inPeriod,
  dues: inPeriod,
  float: inPeriod,
  statement: z.strictObject({ debtor: name, creditor: name, period: month, currency: name.optional() }),
  discountCheck: inPeriod,
  lossCheck: z.strictObject({ account: accountName, admin: accountName, asOf: day.optional() }),
  preflight: z.strictObject({
    switchPaymentMode: commands.switchPaymentMode.optional(),
    startLink: commands.startLink.optional(),
  }),
  vendorBalances: onDay,
  /** `written`: a plain amount, `=30d` for days of spending, `=2000*3`, or '' for nothing. */
  allocationPlan: z.strictObject({ asOf: day, rows: planRows }),
  /** `written` as above, `=max` for all that can come back. */
  recoveryPlan: z.strictObject({ asOf: day, rows: returnRows }),
  allocationSheet: z.strictObject({ movements: z.array(name).min(1).max(2_000), language: z.enum(['en', 'zh']) }),
  /** The documents that a month that was run would have, as a list. */
  drafts: z.strictObject({ period: month }),
  /** One of them as its pages, by the id of its row; `printedAt` like `2026-11-03 09:15 UTC`, its day the issue date. */
  draftDocument: z.strictObject({ period: month, draft: name, printedAt: text }),
  /** The overview of a month on one page; `printedAt` as above. */
  monthBrief: z.strictObject({ period: month, language: z.enum(['en', 'zh']), printedAt: text }),
  /** A table of the screen as pages; its cells are final texts. */
  tableReport: z.strictObject({
    language: z.enum(['en', 'zh']),
    title: name,
    narrowed: z.array(z.strictObject({ label: text, text })).max(10),
    columns: z
      .array(z.strictObject({ title: text, isFigure: z.boolean(), wraps: z.boolean() }))
      .min(1)
      .max(100),
    rows: z.array(z.array(text)).max(10_000),
    totals: z.array(z.array(text)).max(50),
    printedAt: text,
    provisional: z.boolean(),
    /** Without one, upright where all columns fit. */
    orientation: z.enum(['portrait', 'landscape']).optional(),
  }),
  journal: z.strictObject({
    from: z.int().min(1).optional(),
    to: z.int().min(1).optional(),
    about: name.optional(),
    ...page,
  }),
  /** Which lines stand behind a figure: what `journalLines` takes. */
  journalOf: z.strictObject({ figure, draft: draft.optional() }),
  journalLines: z.strictObject({ ...journalLines, ...listing }),
  explain: z.strictObject({ figure, draft: draft.optional() }),
  history: z.strictObject({ object: name }),
  search: z.strictObject({ text: name }),
  /** Rows of a list as it is filtered and sorted in `input`, 10,000 at most from `offset` on: to write it out whole. */
  wholeList: z.strictObject({ query: name, input: z.record(name, z.json()), offset: z.int().min(0) }),
  /** What the cells of a column hold, of the rows that pass the filter of `input` and contain `has`: most frequent first. */
  columnValues: z.strictObject({ query: name, input: z.record(name, z.json()), column: name, has: text }),
  selectionSum: z.strictObject({
    query: name,
    input: z.record(name, z.json()),
    columns: z.array(name).max(100),
    fromRow: z.int().min(0),
    toRow: z.int().min(0),
    /** The marked rows by their ids, where the window puts the rows in order. */
    rows: z.array(name).max(10_000).optional(),
    draft: draft.optional(),
  }),
} as const;

export type QueryName = keyof typeof queries;
export type QueryInput<N extends QueryName> = z.infer<(typeof queries)[N]>;

/** Whether a text names a query. */
export function isQueryName(candidate: string): candidate is QueryName {
  return Object.hasOwn(queries, candidate);
}
