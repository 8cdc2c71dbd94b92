// What needs looking at but blocks nothing (rules B3, B5, C4, F6, F7): the findings of a month with what they are made of and
// what was decided about them.
import { type Month, lastDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Finding, decisionAbout, findingsOf } from '../../book/findings.ts';
import { type AccountKey, idOf } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { type RiskyPayer, adoptedAccounts, adoptionCells, findingCells, riskCells, riskyPayers } from '../findings.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { seesBalance, seesBills } from '../sight.ts';
import { discountCheckList } from './discount-check.ts';
import { seesImport } from './imports.ts';

const offerTexts = ['offers', 'terms', 'termsZh', 'holder', 'offerProduct', 'offerKind', 'offerValue'] as const;
const texts = [
  'kind',
  'subject',
  'provider',
  'account',
  'name',
  'beside',
  'payer',
  'product',
  ...offerTexts,
  'currency',
];

export function findingsList(asking: Asking, { period }: QueryInput<'findings'>): List {
  const { book, sources } = asking;
  const month = monthAsked(period);
  const buckets = sources.buckets(month).map(({ bucket }) => bucket);
  const found = findingsOf(book, month, buckets).filter((one) => seesFinding(asking, one, month));
  const contracts = new Map(
    found.some(({ kind }) => kind === 'discount-variance')
      ? discountCheckList(asking, { period }).rows.map((row) => [row.id, row])
      : [],
  );
  return {
    columns: columnsOf({
      text: [...texts, 'message', 'decided'],
      number: ['lines'],
      amount: ['billed', 'contract', 'amount'],
    }),
    rows: [
      ...found.map((one) => findingRow(asking, one, month, contracts)),
      ...riskyPayers(book, month)
        .filter(({ account }) => seesBalance(asking, account.key, lastDay(month)))
        .map(riskRow),
      ...adoptedAccounts(book)
        .filter(({ key }) => seesBills(asking, key, lastDay(month)))
        .map((account): ListRow => {
          const { key, name } = account;
          return { ...adoptionCells(account), id: rowId('unknown-account', key), subject: key, name, decided: 'adopt' };
        }),
    ],
  };
}

function seesFinding(asking: Asking, { account, import: file }: Finding, month: Month): boolean {
  if (asking.desk === '') return true;
  if (account) return seesBills(asking, account, lastDay(month));
  const booked = asking.book.imports.get(file);
  return booked !== undefined && seesImport(asking, booked);
}

function findingRow(
  { book }: Asking,
  finding: Finding,
  month: Month,
  contracts: ReadonlyMap<string, ListRow>,
): ListRow {
  const { kind, subject, account, import: file, beside, product, currency, lines } = finding;
  const other = book.imports.get(beside)?.fact.name ?? (beside === '' ? '' : idOf(beside as AccountKey));
  const name = account ? book.structure.accounts.get(account)?.name : book.imports.get(file)?.fact.name;
  const check = kind === 'discount-variance' ? contracts.get(rowId(account ?? '', product, currency)) : undefined;
  // Lines that came or went since the run say something else than the run found.
  const now = check?.['amount'] === finding.amount ? check : undefined;
  return {
    ...findingCells(book, finding),
    id: rowId(kind, account ?? file, beside, product, currency),
    subject,
    name: name ?? '',
    beside: other,
    payer: finding.payer === '' ? '' : idOf(finding.payer as AccountKey),
    ...Object.fromEntries(offerTexts.map((column) => [column, now?.[column] ?? ''])),
    lines: lines === null ? '' : String(lines),
    billed: now?.['billed'] ?? '',
    contract: now?.['contract'] ?? '',
    decided: decisionAbout(book, finding, month),
  };
}

function riskRow(risk: RiskyPayer): ListRow {
  const { key, name } = risk.account;
  const cells = riskCells(risk);
  return {
    ...cells,
    id: rowId('blast-radius', key),
    subject: key,
    name,
    lines: String(risk.paidFor.length),
    decided: '',
  };
}
