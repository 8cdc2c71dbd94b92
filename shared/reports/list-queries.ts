// The queries that answer lists, as one table: whatever pages, sums, selects or explains a list finds it here.
import type { Book } from '../book/book.ts';
import type { QueryInput, QueryName } from '../contract/queries.ts';
import type { Asking } from './asking.ts';
import type { FigureInput } from './figure.ts';
import { accountsList } from './lists/accounts.ts';
import { balancesList } from './lists/balances.ts';
import { duesList, floatList, invoiceableList } from './lists/between-entities.ts';
import { billLinesList } from './lists/bill-lines.ts';
import { chargesList } from './lists/charges.ts';
import { consolidatedBillList } from './lists/consolidated-bill.ts';
import { discountCheckList } from './lists/discount-check.ts';
import { entitiesList } from './lists/entities.ts';
import { exceptionsList } from './lists/exceptions.ts';
import { findingsList } from './lists/findings.ts';
import { importsList } from './lists/imports.ts';
import { journalLinesList } from './lists/journal-lines.ts';
import { lotsList } from './lists/lots.ts';
import { monthsList } from './lists/months.ts';
import { movementsList } from './lists/movements.ts';
import { relationsList } from './lists/relations.ts';
import { statementList } from './lists/statement.ts';
import { vendorBalancesList } from './lists/vendor-balances.ts';
import type { List } from './listing.ts';

export const lists = {
  months: monthsList,
  entities: entitiesList,
  accounts: accountsList,
  relations: relationsList,
  balances: balancesList,
  lots: lotsList,
  movements: movementsList,
  imports: importsList,
  journalLines: journalLinesList,
  exceptions: exceptionsList,
  findings: findingsList,
  billLines: billLinesList,
  charges: chargesList,
  consolidatedBill: consolidatedBillList,
  invoiceable: invoiceableList,
  dues: duesList,
  float: floatList,
  statement: statementList,
  discountCheck: discountCheckList,
  vendorBalances: vendorBalancesList,
} satisfies { readonly [N in QueryName]?: (asking: Asking, input: QueryInput<N>) => List };

export type ListName = keyof typeof lists;

export function isListName(name: string): name is ListName {
  return Object.hasOwn(lists, name);
}

/** The lists asked for last of a book as of a record, so that turning a page or sorting does not make them anew. */
interface KeptLists {
  readonly seq: number;
  readonly lists: Map<string, List>;
}

const keptLists = new WeakMap<Book, KeptLists>();
const mostKept = 8;

/** The whole list of a query by its name; undefined where it does not answer one. The input has passed its schema. */
export function listOf(asking: Asking, name: string, input: FigureInput): List | undefined {
  if (!isListName(name)) return undefined;
  const { book, desk } = asking;
  const kept = keptOf(book);
  const { offset: _offset, limit: _limit, sort: _sort, filter: _filter, ...asked } = input;
  const key = JSON.stringify([desk, name, asked]);
  const make = lists[name] as (asking: Asking, input: FigureInput) => List;
  const list = kept.get(key) ?? make(asking, input);
  kept.delete(key);
  kept.set(key, list);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return list;
}

function keptOf(book: Book): Map<string, List> {
  const known = keptLists.get(book);
  if (known?.seq === book.seq) return known.lists;
  const fresh = { seq: book.seq, lists: new Map<string, List>() };
  keptLists.set(book, fresh);
  return fresh.lists;
}
