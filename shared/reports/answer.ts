// Every query answered from the state of a book: one row per query, so that forgetting one does not compile. Inputs have
// passed their schemas; what a desk may not see is left out or refused (rule P3).
import type { Page } from '../contract/answer.ts';
import type { QueryInput, QueryName } from '../contract/queries.ts';
import { formatMonth } from '../calendar/day.ts';
import type { Asking } from './asking.ts';
import { chargesPreview } from './charges-preview.ts';
import { columnValues } from './column-values.ts';
import { allocationSheetOf } from './document-facts/allocation-sheet-of.ts';
import { monthBriefOf } from './document-facts/month-brief-of.ts';
import { draftDocument, drafts, tableReport } from './drafts.ts';
import { explain, journalOf } from './explain/explain.ts';
import type { FigureInput } from './figure.ts';
import { policies } from './policies.ts';
import { history } from './history.ts';
import { journal } from './journal.ts';
import { type ListName, listOf } from './list-queries.ts';
import { type ListRow, type Listing, pageOf } from './listing.ts';
import { consolidatedBill } from './lists/consolidated-bill.ts';
import { statement } from './lists/statement.ts';
import { lossCheck } from './loss-check.ts';
import { overview } from './overview.ts';
import { allocationPlan } from './plan/allocation-plan.ts';
import { recoveryPlan } from './plan/recovery-plan.ts';
import { preflight } from './preflight.ts';
import { search } from './search.ts';
import { selectionSum } from './selection-sum.ts';
import { wholeList } from './whole-list.ts';

/** What a book says of itself; `months` from the first to the last that was charged, '' where none was. */
export interface BookFacts {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly baseCurrency: string;
  readonly records: number;
  readonly desk: string;
  readonly firstRun: string;
  readonly lastRun: string;
}

function bookFacts({ book, desk }: Asking): BookFacts {
  const runs = [...book.runs.keys()].sort((left, right) => left - right);
  const named = (month: (typeof runs)[number] | undefined): string => (month === undefined ? '' : formatMonth(month));
  return { ...book.title, records: book.seq, desk, firstRun: named(runs[0]), lastRun: named(runs.at(-1)) };
}

function paged<N extends ListName>(name: N): (asking: Asking, input: QueryInput<N>) => Page<ListRow> {
  return (asking, input) => pageOf(listOf(asking, name, input as FigureInput)!, input as Listing);
}

const answers = {
  book: bookFacts,
  policies,
  overview,
  months: paged('months'),
  entities: paged('entities'),
  accounts: paged('accounts'),
  relations: paged('relations'),
  balances: paged('balances'),
  lots: paged('lots'),
  movements: paged('movements'),
  imports: paged('imports'),
  exceptions: paged('exceptions'),
  findings: paged('findings'),
  billLines: paged('billLines'),
  charges: paged('charges'),
  chargesPreview,
  consolidatedBill,
  invoiceable: paged('invoiceable'),
  dues: paged('dues'),
  float: paged('float'),
  statement,
  discountCheck: paged('discountCheck'),
  lossCheck,
  preflight,
  vendorBalances: paged('vendorBalances'),
  allocationPlan,
  recoveryPlan,
  allocationSheet: allocationSheetOf,
  drafts,
  draftDocument,
  monthBrief: monthBriefOf,
  tableReport,
  journal,
  journalOf,
  journalLines: paged('journalLines'),
  explain,
  history,
  search,
  columnValues,
  selectionSum,
  wholeList,
} satisfies { readonly [N in QueryName]: (asking: Asking, input: QueryInput<N>) => unknown };

/** What a query answers. */
export type QueryAnswer<N extends QueryName> = ReturnType<(typeof answers)[N]>;

/** Answers a query whose input has passed its schema; throws Refused where a rule says no. */
export function answer<N extends QueryName>(asking: Asking, name: N, input: QueryInput<N>): QueryAnswer<N> {
  const answering = answers[name] as unknown as (asking: Asking, input: QueryInput<N>) => QueryAnswer<N>;
  return answering(asking, input);
}
