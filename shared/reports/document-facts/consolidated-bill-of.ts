// The consolidated bill of a desk and month as facts (rule I1): every account that it pays for and every account that
// grants it `consolidate`, zero and parked ones included. It is a view and moves no liability.
import { type Day, type Month, firstDay, lastDay } from '../../calendar/day.ts';
import { currencyDecimals } from '../../money/currency.ts';
import { add as addDecimals, zero } from '../../money/decimal.ts';
import type { Minor } from '../../money/minor.ts';
import { ratioOf, roundRatio, subtractRatios } from '../../money/ratio.ts';
import type { Book } from '../../book/book.ts';
import type {
  BillAccount,
  BillDiscount,
  BillEntity,
  BillFacts,
  BillPart,
  BillSection,
  BillService,
  BillSummary,
  BillTieOut,
} from '../../documents/consolidated-bill-facts.ts';
import type { Stamp } from '../../documents/facts.ts';
import type { ChargeWork } from '../../rules/charge.ts';
import { accountOf, entityOn, grantsOn, payingLinkOn } from '../../rules/link.ts';
import { type AccountKey, type EntityCode, idOf, providerOf } from '../../rules/names.ts';
import { compareLargest, compareText } from '../../rules/order.ts';
import { cashOf, emptyPurse, owedOf } from '../../rules/purse.ts';
import { pursesOn } from '../../rules/timeline.ts';
import { type SettledCharge, settledCharges } from '../charges.ts';
import { flowsIn } from '../flows.ts';
import { amountsOf, groupedBy } from './bill-amounts.ts';
import { type MonthWork, multiplierOf, offeredSums } from './month-work.ts';
import { titleOf } from './titles.ts';

/** What a desk's bill covers: its accounts, and the charges of the month that it shows. */
export interface BillScope {
  readonly desk: AccountKey;
  readonly accounts: readonly AccountKey[];
  readonly charges: readonly SettledCharge[];
}

/** The scope of a desk's bill; undefined where it neither pays for nor consolidates another account nor has charges. */
export function billScope(book: Book, period: Month, desk: AccountKey): BillScope | undefined {
  const { structure } = book;
  const day = lastDay(period);
  const consolidates = (account: AccountKey): boolean =>
    grantsOn(structure, { account, admin: desk, permission: 'consolidate' }, day);
  const consolidated = new Set(
    [...structure.accounts.keys()].filter((account) => account === desk || consolidates(account)),
  );
  const charges = settledCharges(book, period).filter(
    (charge) => charge.payer === desk || consolidated.has(charge.owner),
  );
  const paidFor = [...structure.accounts.keys()].filter(
    (account) => payingLinkOn(structure, account, day)?.admin === desk,
  );
  const accounts = new Set([...consolidated, ...paidFor, ...charges.map((charge) => charge.owner)]);
  if (accounts.size === 1 && charges.length === 0) return undefined;
  return { desk, accounts: [...accounts], charges };
}

/** The desks that have a bill in the month: group and entity admin accounts, by their keys. */
export function billDesks(book: Book, period: Month): readonly BillScope[] {
  const admins = [...book.structure.accounts.values()].filter((account) => account.role !== 'member');
  return admins
    .map((account) => billScope(book, period, account.key))
    .filter((scope) => scope !== undefined)
    .sort((left, right) => compareText(left.desk, right.desk));
}

/** The facts of a desk's bill. */
export function consolidatedBillOf(book: Book, scope: BillScope, work: MonthWork, stamp: Stamp): BillFacts {
  const { structure } = book;
  const { period } = stamp;
  const day = lastDay(period);
  const desk = accountOf(structure, scope.desk);
  const currencies = new Set([desk.currency, ...scope.charges.map((charge) => charge.currency)]);
  return {
    stamp,
    desk: titleOf(structure, entityOn(structure, desk.key, day)),
    account: `${desk.name} ${desk.key}`.trim(),
    scope: desk.role === 'group-admin' ? 'group' : 'entity',
    preparedBy: '',
    reviewedBy: '',
    parts: [...currencies].sort(compareText).map((currency) => partOf(book, scope, work, period, currency)),
  };
}

function partOf(book: Book, scope: BillScope, work: MonthWork, period: Month, currency: string): BillPart {
  const charges = scope.charges.filter((charge) => charge.currency === currency);
  const owners = new Set(charges.map((charge) => charge.owner));
  const works = work.works.filter((one) => one.currency === currency && owners.has(one.owner));
  const accounts = scope.accounts.filter(
    (account) => accountOf(book.structure, account).currency === currency || owners.has(account),
  );
  return {
    currency,
    summary: summaryOf(book, scope.desk, charges, period),
    entities: entitiesOf(book, scope, accounts, charges, period, currency),
    services: servicesOf(charges),
    sections: sectionsOf(book, accounts, charges, { ...work, works }, period),
    discounts: discountsOf(works, currency),
    tieOut: tieOutOf(book, charges, work, period, currency),
    exceptions: [],
  };
}

function summaryOf(book: Book, desk: AccountKey, charges: readonly SettledCharge[], period: Month): BillSummary {
  const flows = { topUps: 0n, allocationsIn: 0n, allocationsOut: 0n };
  for (const { effect } of flowsIn(book, period)) {
    if (effect.kind === 'topped-up' && effect.account === desk) flows.topUps += effect.amount;
    if (effect.kind !== 'allocated' && effect.kind !== 'recovered') continue;
    if (effect.account === desk) flows.allocationsOut += effect.amount;
    if (effect.to === desk) flows.allocationsIn += effect.amount;
  }
  const sum = (chosen: readonly SettledCharge[]): Minor => chosen.reduce((total, charge) => total + charge.amount, 0n);
  return {
    previousBalance: balanceAfter(book, desk, (firstDay(period) - 1) as Day),
    ...flows,
    closingBalance: balanceAfter(book, desk, lastDay(period)),
    amounts: amountsOf(charges),
    tax: sum(charges.filter((charge) => charge.category === 'Tax')),
    paidOnBehalf: sum(charges.filter((charge) => charge.payer !== charge.owner)),
    selfPaid: sum(charges.filter((charge) => charge.payer === charge.owner)),
  };
}

/** Cash less what is owed. */
function balanceAfter(book: Book, account: AccountKey, day: Day): Minor {
  const purse = pursesOn(book.timeline, book.structure, day).get(account) ?? emptyPurse;
  return cashOf(purse) - owedOf(purse);
}

function entitiesOf(
  book: Book,
  { desk }: BillScope,
  accounts: readonly AccountKey[],
  charges: readonly SettledCharge[],
  period: Month,
  currency: string,
): readonly BillEntity[] {
  const { structure } = book;
  const before = billScope(book, (period - 1) as Month, desk)?.charges.filter((charge) => charge.currency === currency);
  const byEntity = groupedBy(charges, (charge) => charge.entity);
  const members = groupedBy(accounts, (account) => entityOn(structure, account, lastDay(period)));
  const codes = [...new Set([...byEntity.keys(), ...members.keys()])].sort(compareText);
  return codes.map((code) => {
    const own = byEntity.get(code) ?? [];
    const { list, discount, vouchers, total } = amountsOf(own);
    const former = book.runs.has((period - 1) as Month)
      ? (before ?? []).filter((charge) => charge.entity === code)
      : null;
    const { name, nameZh } = titleOf(structure, code);
    const tax = amountsOf(own.filter((charge) => charge.category === 'Tax')).total;
    const previous = former === null ? null : amountsOf(former).total;
    return {
      code,
      name,
      nameZh,
      accounts: members.get(code)?.length ?? 0,
      list,
      discount,
      vouchers,
      tax,
      total,
      previous,
    };
  });
}

const topServices = 10;

function servicesOf(charges: readonly SettledCharge[]): readonly BillService[] {
  const groups = groupedBy(charges, (charge) => JSON.stringify([providerOf(charge.payer), charge.product]));
  const services = [...groups].map(([key, own]): BillService => {
    const [provider, service] = JSON.parse(key) as [string, string];
    const { list, total } = amountsOf(own);
    return { provider, service, list, total };
  });
  services.sort((left, right) => compareLargest(left.total, right.total) || compareText(left.service, right.service));
  const rest = services.slice(topServices);
  if (rest.length === 0) return services;
  const sum = (of: (service: BillService) => Minor): Minor => rest.reduce((total, service) => total + of(service), 0n);
  const other = { provider: '', service: 'Other 其他', list: sum((one) => one.list), total: sum((one) => one.total) };
  return [...services.slice(0, topServices), other];
}

function sectionsOf(
  book: Book,
  accounts: readonly AccountKey[],
  charges: readonly SettledCharge[],
  work: MonthWork,
  period: Month,
): readonly BillSection[] {
  const { structure } = book;
  const day = lastDay(period);
  const entityOf = new Map<AccountKey, Set<EntityCode>>();
  for (const account of accounts) entityOf.set(account, new Set([entityOn(structure, account, day)]));
  for (const charge of charges) entityOf.get(charge.owner)?.add(charge.entity);
  const codes = [...new Set([...entityOf.values()].flatMap((codesOfAccount) => [...codesOfAccount]))].sort(compareText);
  return codes.map((code) => {
    const own = charges.filter((charge) => charge.entity === code);
    const members = accounts.filter((account) => entityOf.get(account)?.has(code)).sort(compareText);
    const { name, nameZh } = titleOf(structure, code);
    const lines = members.map((account) =>
      accountLine(
        book,
        account,
        own.filter((charge) => charge.owner === account),
        work,
        day,
      ),
    );
    return { code, name, nameZh, amounts: amountsOf(own), accounts: lines };
  });
}

function accountLine(
  book: Book,
  key: AccountKey,
  charges: readonly SettledCharge[],
  work: MonthWork,
  day: Day,
): BillAccount {
  const { structure } = book;
  const account = accountOf(structure, key);
  const payer = payingLinkOn(structure, key, day)?.admin;
  const products = [...groupedBy(charges, (charge) => charge.product)].sort(([left], [right]) =>
    compareText(left, right),
  );
  return {
    name: account.name || account.id,
    account: key,
    mode: payer === undefined ? 'self-pay' : 'pay-on-behalf',
    payer: payer === undefined ? '' : accountOf(structure, payer).name || idOf(payer),
    sources: work.sources.get(key) ?? [],
    amounts: amountsOf(charges),
    products: products.map(([product, own]) => ({
      product,
      multiplier: multiplierOf(work.works.filter((one) => one.owner === key && one.product === product)),
      amounts: amountsOf(own),
    })),
  };
}

function discountsOf(works: readonly ChargeWork[], currency: string): readonly BillDiscount[] {
  const decimals = currencyDecimals(currency);
  const offered = works.filter((work) => work.offered.parts > 0);
  const holders = groupedBy(offered, (work) =>
    JSON.stringify([work.parts.find((part) => part.offer)?.offer?.holder ?? '', work.product]),
  );
  return [...holders]
    .sort(([left], [right]) => compareText(left, right))
    .map(([key, own]) => {
      const [holder, product] = JSON.parse(key) as [string, string];
      const { list, billed, contract } = offeredSums(own);
      return {
        holder,
        product,
        base: roundRatio(ratioOf(list), decimals),
        multiplier: multiplierOf(own),
        saved: roundRatio(subtractRatios(ratioOf(list), contract), decimals),
        deviation: roundRatio(subtractRatios(ratioOf(billed), contract), decimals),
      };
    });
}

/**
 * Per payer in scope: what the vendor billed for all its lines, less what other bills show of it, against what this bill
 * shows; equal to the cent by C2.
 */
function tieOutOf(
  book: Book,
  charges: readonly SettledCharge[],
  { works }: MonthWork,
  period: Month,
  currency: string,
): readonly BillTieOut[] {
  const all = settledCharges(book, period).filter((charge) => charge.currency === currency);
  const payers = [...new Set(charges.map((charge) => charge.payer))].sort(compareText);
  return payers.map((payer) => {
    const billed = works
      .filter((work) => work.payer === payer && work.currency === currency)
      .map((work) => work.billed);
    const vendorTotal = roundRatio(ratioOf(billed.reduce(addDecimals, zero)), currencyDecimals(currency));
    const statement = amountsOf(charges.filter((charge) => charge.payer === payer)).total;
    const adjustments = statement - amountsOf(all.filter((charge) => charge.payer === payer)).total;
    const { name, id } = accountOf(book.structure, payer);
    return { file: name || id, vendorTotal, adjustments, statement, difference: vendorTotal + adjustments - statement };
  });
}
