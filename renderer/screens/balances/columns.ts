// The columns of the balances screen: the ledger's, and those that hold it against the vendor's.
import type { GridColumn, GridRow, Tag } from '../../components/grid/column.ts';
import { t } from '../../i18n/translate.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import { modeName, providerName, stateTag } from '../words.ts';

export type BalancesView = 'ledger' | 'vendor';

const amount = (id: string, title: string, width = 116): GridColumn => ({ id, title, kind: 'amount', width });

function account(): readonly GridColumn[] {
  return [
    { id: 'name', title: t('column.account'), kind: 'text', width: 160, grow: true },
    { id: 'account', title: t('column.accountId'), kind: 'id', width: 128 },
    { id: 'entity', title: t('column.entity'), kind: 'text', width: 72 },
    { id: 'status', title: t('column.status'), kind: 'tag', width: 168, tag: statusTag },
    { id: 'currency', title: t('column.currency'), kind: 'text', width: 76 },
  ];
}

/** An account that another pays for says by whom. */
function statusTag(status: string, row: GridRow): Tag {
  if (status === 'paid-for') return { tone: 'neutral', text: t('balance.paidBy', { payer: nameOf(row['payer']) }) };
  return stateTag('balance')(status);
}

function nameOf(key: string | undefined): string {
  return key === undefined || key === '' ? '' : session.accountName(key);
}

function rest(): readonly GridColumn[] {
  return [
    { id: 'mode', title: t('column.mode'), kind: 'text', width: 108, show: modeName },
    {
      id: 'payer',
      title: t('column.payer'),
      kind: 'text',
      width: 150,
      show: nameOf,
    },
    { id: 'provider', title: t('column.provider'), kind: 'text', width: 112, show: providerName },
  ];
}

export function balanceColumns(view: BalancesView): readonly GridColumn[] {
  if (view === 'vendor')
    return [
      ...account(),
      amount('balance', t('column.ledgerBalance'), 136),
      amount('vendorBalance', t('column.vendorBalance'), 136),
      { id: 'vendorBalanceDate', title: t('column.date'), kind: 'date', width: 96 },
      amount('difference', t('column.difference')),
      ...rest(),
    ];
  return [
    ...account(),
    amount('cash', t('column.cash'), 124),
    amount('frozen', t('column.frozen'), 96),
    amount('gift', t('column.gift'), 96),
    amount('voucher', t('column.voucher'), 104),
    amount('creditLimit', t('column.creditLimit')),
    amount('owed', t('column.owed')),
    amount('available', t('column.available'), 124),
    amount('burnPerDay', t('column.burn'), 104),
    { id: 'runwayDays', title: t('column.runway'), kind: 'count', width: 100 },
    amount('recoverable', t('column.recoverable')),
    amount('allocatedToDate', t('column.allocatedToDate')),
    amount('consumed', t('column.consumed')),
    ...rest(),
  ];
}
