// The queries that answer lists, as one table: whatever pages, sums, selects or explains a list finds it here.
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

/** The whole list of a query by its name; undefined where it does not answer one. The input has passed its schema. */
export function listOf(asking: Asking, name: string, input: FigureInput): List | undefined {
  if (!isListName(name)) return undefined;
  const make = lists[name] as (asking: Asking, input: FigureInput) => List;
  return make(asking, input);
}
