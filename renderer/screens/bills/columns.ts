// The columns of the bills screen, by tab; their names are in the language in use.
import type { GridColumn } from '../../components/grid/column.ts';
import { t } from '../../i18n/translate.svelte.ts';
import {
  accountCodes,
  categoryName,
  codeWords,
  entityCodes,
  exceptionTag,
  finalTag,
  providerName,
  stateTag,
} from '../words.ts';
import { showsTerms } from './offer-shown.ts';
import { type GroupColumn, groupName, groupText } from './grouping.svelte.ts';

const amount = (id: string, title: string, width = 120): GridColumn => ({ id, title, kind: 'amount', width });

/** What each charge was paid with. */
function paidWith(): readonly GridColumn[] {
  return [
    amount('setOff', t('column.setOff'), 104),
    amount('voucher', t('column.voucher'), 104),
    amount('gift', t('column.gift'), 96),
    amount('cash', t('column.cash')),
    amount('credit', t('column.credit')),
  ];
}

const currency = (): GridColumn => ({ id: 'currency', title: t('column.currency'), kind: 'text', width: 72 });
const charges = (): GridColumn => ({ id: 'charges', title: t('column.charges'), kind: 'count', width: 84 });
const provider = (): GridColumn => {
  return {
    id: 'provider',
    title: t('column.provider'),
    kind: 'text',
    width: 112,
    show: providerName,
    codes: () => codeWords('provider'),
  };
};

export function chargeColumns(by: readonly GroupColumn[]): readonly GridColumn[] {
  return [
    {
      id: by[0]!,
      title: by.map(groupName).join(' / '),
      kind: 'text',
      width: 260,
      grow: true,
      codes: by[0] === 'entity' ? entityCodes : () => [],
      show: (_text, row) => groupText(by, row),
    },
    ...(by.indexOf('owner') > 0
      ? [{ id: 'owner', title: t('column.accountId'), kind: 'id' as const, width: 128 }]
      : []),
    currency(),
    charges(),
    amount('list', t('column.list'), 128),
    amount('discount', t('column.discount')),
    amount('amount', t('column.amount'), 128),
    ...paidWith(),
  ];
}

export function lineColumns(): readonly GridColumn[] {
  return [
    { id: 'period', title: t('column.period'), kind: 'text', width: 84, hidden: true },
    { id: 'ownerName', title: t('column.account'), kind: 'text', width: 144 },
    { id: 'owner', title: t('column.accountId'), kind: 'id', width: 128 },
    { id: 'entity', title: t('column.entity'), kind: 'text', width: 76, codes: entityCodes },
    { id: 'product', title: t('column.product'), kind: 'text', width: 190, grow: true },
    {
      id: 'category',
      title: t('column.category'),
      kind: 'text',
      width: 92,
      show: categoryName,
      codes: () => codeWords('category'),
    },
    { id: 'startDay', title: t('column.start'), kind: 'date', width: 96 },
    { id: 'endDay', title: t('column.end'), kind: 'date', width: 96 },
    { id: 'lines', title: t('column.lines'), kind: 'count', width: 72 },
    { id: 'quantity', title: t('column.usage'), kind: 'quantity', width: 120, hidden: true },
    { id: 'listUnitPrice', title: t('column.unitPrice'), kind: 'quantity', width: 120, hidden: true },
    currency(),
    amount('list', t('column.list'), 144),
    { id: 'offer', title: t('column.offer'), kind: 'text', width: 136, ...showsTerms() },
    { ...amount('contract', t('column.discounted'), 144), hidden: true },
    { ...amount('voucher', t('column.voucher'), 116), hidden: true },
    amount('billed', t('column.billed'), 144),
    { ...amount('effective', t('column.effective')), hidden: true },
    {
      id: 'exception',
      title: t('column.exception'),
      kind: 'tag',
      width: 150,
      tag: exceptionTag,
      codes: () => codeWords('cause'),
    },
    { id: 'vendorPayer', title: t('column.vendorPayer'), kind: 'id', width: 128 },
    { id: 'payer', title: t('column.payer'), kind: 'id', width: 176, hidden: true, codes: accountCodes },
    provider(),
    { id: 'file', title: t('column.file'), kind: 'text', width: 200 },
  ];
}

export function importColumns(): readonly GridColumn[] {
  return [
    { id: 'file', title: t('column.file'), kind: 'text', width: 240, grow: true },
    {
      id: 'status',
      title: t('column.status'),
      kind: 'tag',
      width: 104,
      tag: stateTag('importStatus'),
      codes: () => codeWords('importStatus'),
    },
    { id: 'final', title: t('column.final'), kind: 'tag', width: 124, tag: finalTag },
    { id: 'periods', title: t('column.period'), kind: 'text', width: 84 },
    { id: 'rows', title: t('column.rowsRead'), kind: 'count', width: 92 },
    { id: 'kept', title: t('column.rowsKept'), kind: 'count', width: 92 },
    { id: 'setAside', title: t('column.rowsAside'), kind: 'count', width: 92 },
    currency(),
    amount('inFile', t('column.inFile'), 136),
    amount('keptSum', t('column.keptSum'), 136),
    amount('difference', t('column.difference'), 104),
    { id: 'format', title: t('column.format'), kind: 'text', width: 120, hidden: true },
    { id: 'vendorPayers', title: t('column.vendorPayer'), kind: 'id', width: 200, hidden: true },
    { id: 'sha256', title: 'SHA-256', kind: 'id', width: 160, hidden: true },
  ];
}
