// The tables of a consolidated bill, one function each.
import { formatCoefficient } from '../money/decimal.ts';
import { formatChange } from '../money/display.ts';
import { formatMultiplier } from '../money/multiplier.ts';
import { roundRatio } from '../money/ratio.ts';
import type { BillAccount, BillAmounts, BillPart, BillProduct, BillSection } from './consolidated-bill-facts.ts';
import { namesOf } from './facts.ts';
import type { CellInput, CellText, ColumnInput, RowInput } from './table-input.ts';
import { type SetTable, setTable } from './table.ts';
import { type DocumentLanguage, figureLanguage, sayOnLine } from './words.ts';
import { wording } from './wording.ts';

const text = (value: string): readonly CellText[] => [{ text: value }];
const amountColumn = (label: ColumnInput['label']): ColumnInput => ({ label, align: 'end', carry: 'sum' });

export function entitiesTable(part: BillPart, language: DocumentLanguage): SetTable {
  const { summary, currency } = part;
  const { amounts } = summary;
  const form = figureLanguage(language);
  return setTable({
    language,
    currency,
    columns: [
      { label: wording.entity, align: 'start', wraps: true },
      { label: wording.accounts, align: 'end' },
      amountColumn(wording.listCost),
      amountColumn(wording.discount),
      amountColumn(wording.vouchers),
      amountColumn(wording.tax),
      amountColumn(wording.total),
      { label: wording.share, align: 'end' },
      { label: wording.change, align: 'end' },
    ],
    rows: part.entities.map((entity) => ({
      kind: 'row',
      cells: [
        namesOf(entity, language).map((name, index) => ({ text: name, ...(index > 0 && { tone: 'soft' as const }) })),
        text(String(entity.accounts)),
        entity.list,
        entity.discount,
        entity.vouchers,
        entity.tax,
        entity.total,
        text(shareOf(entity.total, amounts.total)),
        entity.previous === null ? null : text(formatChange(entity.total, entity.previous, currency, form)),
      ],
    })),
    total: {
      label: wording.total,
      cells: [null, null, amounts.list, amounts.discount, amounts.vouchers, summary.tax, amounts.total, null, null],
    },
  });
}

/** `33.3%`; nothing where the whole is not above zero. */
function shareOf(part: bigint, whole: bigint): string {
  if (whole <= 0n) return '';
  return `${formatCoefficient(roundRatio({ numerator: part * 100n, denominator: whole }, 1), 1)}%`;
}

export function servicesTable(part: BillPart, language: DocumentLanguage): SetTable {
  const { amounts } = part.summary;
  return setTable({
    language,
    currency: part.currency,
    columns: [
      { label: wording.provider, align: 'start' },
      { label: wording.service, align: 'start', wraps: true },
      amountColumn(wording.listCost),
      amountColumn(wording.total),
      { label: wording.share, align: 'end' },
    ],
    rows: part.services.map((row) => ({
      kind: 'row',
      cells: [text(row.provider), text(row.service), row.list, row.total, text(shareOf(row.total, amounts.total))],
    })),
    total: { label: wording.total, cells: [null, null, amounts.list, amounts.total, null] },
  });
}

/** The amounts of a row; what was set off has a column only where it occurs. */
function amountCells(amounts: BillAmounts, withSetOff: boolean): CellInput[] {
  const { list, discount, setOff, vouchers, gift, cash, credit, total } = amounts;
  return [list, discount, total, ...(withSetOff ? [setOff] : []), vouchers, gift, cash, credit];
}

/** Each entity begins with its total, each account with its own; only the products' rows are added up. */
export function accountsTable(part: BillPart, language: DocumentLanguage): SetTable {
  const products = part.sections.flatMap((section) => section.accounts.flatMap((account) => account.products));
  const withSetOff = products.some(({ amounts }) => amounts.setOff !== 0n);
  const cells = (amounts: BillAmounts) => amountCells(amounts, withSetOff);
  return setTable({
    language,
    currency: part.currency,
    columns: [
      { label: wording.product, align: 'start', wraps: true },
      amountColumn(wording.listCost),
      amountColumn(wording.discount),
      amountColumn(wording.total),
      ...(withSetOff ? [amountColumn(wording.setOff)] : []),
      amountColumn(wording.vouchers),
      amountColumn(wording.gift),
      amountColumn(wording.cash),
      amountColumn(wording.credit),
    ],
    rows: part.sections.flatMap((section) => sectionRows(section, language, cells)),
    total: { label: wording.total, cells: [null, ...cells(part.summary.amounts)] },
  });
}

function sectionRows(
  section: BillSection,
  language: DocumentLanguage,
  cells: (amounts: BillAmounts) => CellInput[],
): RowInput[] {
  const names = namesOf(section, language).join(' ');
  return [
    { kind: 'section', cells: [[{ text: names, tone: 'strong' }], ...cells(section.amounts)] },
    ...section.accounts.flatMap((account): RowInput[] => [
      { kind: 'group', cells: [accountTexts(account, language), ...cells(account.amounts)] },
      ...account.products.map((row): RowInput => ({
        kind: 'row',
        cells: [text(productText(row, language)), ...cells(row.amounts)],
      })),
    ]),
  ];
}

function productText({ product, multiplier }: BillProduct, language: DocumentLanguage): string {
  if (!multiplier) return product;
  // Its parts stay on one line.
  const reading = formatMultiplier(multiplier, figureLanguage(language), 'document').replaceAll(' ', '\u00a0');
  return `${product} · ${reading}`;
}

/** Its name; under it number, mode and payer, and the bill files that its charges come from. */
function accountTexts(account: BillAccount, language: DocumentLanguage): CellText[] {
  const mode =
    account.mode === 'self-pay'
      ? sayOnLine(language, wording.selfPaid)
      : `${sayOnLine(language, wording.paidOnBehalfBy)} ${account.payer}`;
  const origin = [account.account, mode, ...account.sources].join(' · ');
  return [
    { text: account.name, tone: 'strong' },
    { text: origin, tone: 'soft' },
  ];
}

export function discountsTable(part: BillPart, language: DocumentLanguage): SetTable {
  const form = figureLanguage(language);
  return setTable({
    language,
    currency: part.currency,
    columns: [
      { label: wording.contract, align: 'start', wraps: true },
      { label: wording.service, align: 'start', wraps: true },
      { label: wording.listCost, align: 'end' },
      { label: wording.multiplier, align: 'end' },
      { label: wording.saved, align: 'end' },
      { label: wording.deviation, align: 'end' },
    ],
    rows: part.discounts.map((row) => ({
      kind: 'row',
      cells: [
        text(row.holder),
        text(row.product),
        row.base,
        row.multiplier && text(formatMultiplier(row.multiplier, form, 'document')),
        row.saved,
        row.deviation,
      ],
    })),
    total: null,
  });
}

/** Throws an Error where a row does not tie out as it says. */
export function tieOutTable(part: BillPart, language: DocumentLanguage): SetTable {
  for (const row of part.tieOut) {
    const difference = row.vendorTotal + row.adjustments - row.statement;
    if (difference !== row.difference)
      throw new Error(`${row.file} differs by ${difference}, not by ${row.difference}`);
  }
  return setTable({
    language,
    currency: part.currency,
    columns: [
      { label: wording.file, align: 'start', wraps: true },
      { label: wording.vendorTotal, align: 'end' },
      { label: wording.adjustments, align: 'end' },
      { label: wording.thisStatement, align: 'end' },
      { label: wording.difference, align: 'end' },
    ],
    rows: part.tieOut.map((row) => ({
      kind: 'row',
      cells: [text(row.file), row.vendorTotal, row.adjustments, row.statement, row.difference],
    })),
    total: null,
  });
}

export function exceptionsTable(part: BillPart, language: DocumentLanguage): SetTable {
  return setTable({
    language,
    currency: part.currency,
    columns: [
      { label: wording.code, align: 'start', wraps: true },
      { label: wording.count, align: 'end' },
      { label: wording.amountConcerned, align: 'end' },
      { label: wording.resolution, align: 'start', wraps: true },
    ],
    rows: part.exceptions.map((row) => ({
      kind: 'row',
      cells: [text(row.code), text(String(row.count)), row.amount, text(row.resolution)],
    })),
    total: null,
  });
}
