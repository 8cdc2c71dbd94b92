// The columns of movements and of lots.
import type { GridColumn } from '../../components/grid/column.ts';
import type { CodeWords } from '../../i18n/both-languages.ts';
import { t } from '../../i18n/translate.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import { accountCodes, codeWords, entityCodes, movementName, providerName, stateTag } from '../words.ts';

const movementCodes = (): readonly CodeWords[] => codeWords('movement');
const statusCodes = (): readonly CodeWords[] => codeWords('movementStatus');
const providerCodes = (): readonly CodeWords[] => codeWords('provider');
const nameOf = (key: string): string => (key === '' ? '' : session.accountName(key));

export function movementColumns(): readonly GridColumn[] {
  return [
    { id: 'number', title: t('column.number'), kind: 'id', width: 104 },
    { id: 'date', title: t('column.date'), kind: 'date', width: 96 },
    { id: 'kind', title: t('column.kind'), kind: 'text', width: 110, show: movementName, codes: movementCodes },
    {
      id: 'doneAtVendor',
      title: t('column.doneAtVendor'),
      hint: t('vendorDone.hint'),
      kind: 'date',
      width: 124,
    },
    { id: 'account', title: t('column.from'), kind: 'text', width: 180, grow: true, show: nameOf, codes: accountCodes },
    { id: 'to', title: t('column.to'), kind: 'text', width: 180, show: nameOf, codes: accountCodes },
    { id: 'currency', title: t('column.currency'), kind: 'text', width: 76 },
    { id: 'amount', title: t('column.amount'), kind: 'amount', width: 128 },
    { id: 'origin', title: t('column.origin'), kind: 'text', width: 76, codes: entityCodes },
    { id: 'reference', title: t('column.reference'), kind: 'text', width: 132 },
    { id: 'lot', title: t('column.lot'), kind: 'id', width: 96 },
    {
      id: 'status',
      title: t('column.status'),
      kind: 'tag',
      width: 104,
      tag: stateTag('movementStatus'),
      codes: statusCodes,
    },
    { id: 'vendorReference', title: t('vendorDone.reference'), kind: 'text', width: 132 },
    { id: 'by', title: t('column.by'), kind: 'text', width: 88 },
    { id: 'movement', title: t('column.key'), kind: 'id', width: 104, hidden: true },
    { id: 'note', title: t('column.note'), kind: 'text', width: 180 },
  ];
}

export function lotColumns(): readonly GridColumn[] {
  return [
    { id: 'name', title: t('column.account'), kind: 'text', width: 180, grow: true },
    { id: 'account', title: t('column.accountId'), kind: 'id', width: 128 },
    { id: 'entity', title: t('column.entity'), kind: 'text', width: 76, codes: entityCodes },
    { id: 'lot', title: t('column.lot'), kind: 'count', width: 64 },
    { id: 'date', title: t('column.date'), kind: 'date', width: 96 },
    { id: 'origin', title: t('column.origin'), kind: 'text', width: 84, codes: entityCodes },
    { id: 'allocation', title: t('column.allocation'), kind: 'id', width: 120 },
    { id: 'currency', title: t('column.currency'), kind: 'text', width: 76 },
    { id: 'remaining', title: t('column.remaining'), kind: 'amount', width: 128 },
    { id: 'provider', title: t('column.provider'), kind: 'text', width: 112, show: providerName, codes: providerCodes },
  ];
}
