// The columns of the balances screen: the ledger's, and those that hold it against the vendor's.
import { amountText } from '../../components/grid/cell-text.ts';
import type { GridColumn, GridRow, Tag } from '../../components/grid/column.ts';
import { t, word } from '../../i18n/translate.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import { settings } from '../../state/settings.svelte.ts';
import { accountCodes, codeWords, entityCodes, modeName, providerName, stateTag } from '../words.ts';

export const balancesViews = ['ledger', 'entities', 'vendor', 'difference'] as const;
export type BalancesView = (typeof balancesViews)[number];

const amount = (id: string, title: string, width = 108): GridColumn => {
  return { id, title, kind: 'amount', width, show: ownAmount(id) };
};

/** An account that another pays for has nothing of its own to show: no zeros. */
function ownAmount(id: string): (text: string, row: GridRow) => string {
  return (text, row) => {
    if (row['payer'] && !/[1-9]/.test(text)) return '';
    return amountText(text, row[id === 'currency' ? id : 'currency'] ?? '', settings().negatives);
  };
}

function account(): readonly GridColumn[] {
  return [
    { id: 'name', title: t('column.account'), kind: 'text', width: 144, grow: true },
    { id: 'account', title: t('column.accountId'), kind: 'id', width: 124 },
    { id: 'entity', title: t('column.entity'), kind: 'text', width: 72, codes: entityCodes },
    {
      id: 'status',
      title: t('column.status'),
      kind: 'tag',
      width: 164,
      tag: statusTag,
      codes: () => codeWords('balance'),
    },
    { id: 'currency', title: t('column.currency'), kind: 'text', width: 76 },
  ];
}

/** An account that another pays for says by whom. */
function statusTag(status: string, row: GridRow): Tag | undefined {
  if (status === '') return undefined;
  if (status === 'paid-for') return { tone: 'neutral', text: t('balance.paidBy', { payer: nameOf(row['payer']) }) };
  return stateTag('balance')(status);
}

const checkTones: Readonly<Record<string, Tag['tone']>> = { passed: 'done', failed: 'blocked', none: 'attention' };

/** How the last recorded vendor balance stands; what is not reconciled says by how much. */
function checkTag(check: string, row: GridRow): Tag | undefined {
  if (check === '') return undefined;
  const amountWritten = amountText(row['difference'] ?? '', row['currency'] ?? '', settings().negatives).trim();
  const text = check === 'failed' ? t('balances.unreconciled', { amount: amountWritten }) : word('balanceCheck', check);
  return { tone: checkTones[check] ?? 'neutral', text };
}

function nameOf(key: string | undefined): string {
  return key === undefined || key === '' ? '' : session.accountName(key);
}

const check = (): GridColumn => {
  const codes = (): ReturnType<typeof codeWords> => codeWords('balanceCheck');
  return { id: 'check', title: t('column.check'), kind: 'tag', width: 176, tag: checkTag, codes, tells: 'difference' };
};

const alertTones: Readonly<Record<string, Tag['tone']>> = {
  'blast-radius': 'blocked',
  overdue: 'blocked',
  'runs-dry': 'attention',
  unreconciled: 'attention',
};

/** What needs looking at; a payer that is overdue says how many accounts are at risk with it. */
function alertTag(alert: string, row: GridRow): Tag | undefined {
  if (alert === '') return undefined;
  const count = Number(row['paysFor'] ?? 0);
  const text = alert === 'blast-radius' ? t('balances.atRisk', { count }) : word('balanceAlert', alert);
  return { tone: alertTones[alert] ?? 'neutral', text };
}

const alert = (): GridColumn => {
  const codes = (): ReturnType<typeof codeWords> => codeWords('balanceAlert');
  return { id: 'alert', title: t('column.alert'), kind: 'tag', width: 150, tag: alertTag, codes };
};

function rest(): readonly GridColumn[] {
  return [
    {
      id: 'mode',
      title: t('column.mode'),
      kind: 'text',
      width: 108,
      show: (mode) => mode && modeName(mode),
      codes: () => codeWords('mode'),
    },
    { id: 'payer', title: t('column.payer'), kind: 'text', width: 150, show: nameOf, codes: accountCodes },
    {
      id: 'provider',
      title: t('column.provider'),
      kind: 'text',
      width: 112,
      show: (name) => name && providerName(name),
      codes: () => codeWords('provider'),
    },
  ];
}

export function balanceColumns(view: BalancesView): readonly GridColumn[] {
  if (view === 'vendor' || view === 'difference')
    return [
      ...account(),
      amount('balance', t('column.ledgerBalance'), 136),
      amount('vendorBalance', t('column.vendorBalance'), 136),
      { id: 'vendorBalanceDate', title: t('column.bookedOn'), kind: 'date', width: 140 },
      amount('difference', t('column.difference')),
      check(),
      ...rest(),
    ];
  return [
    ...account(),
    amount('cash', t('column.cash'), 116),
    amount('available', t('column.available'), 116),
    amount('burnPerDay', t('column.burn'), 100),
    { id: 'runwayDays', title: t('column.runway'), kind: 'count', width: 100 },
    amount('recoverable', t('column.recoverable')),
    alert(),
    check(),
    amount('frozen', t('column.frozen'), 96),
    amount('gift', t('column.gift'), 96),
    amount('voucher', t('column.voucher'), 100),
    amount('creditLimit', t('column.creditLimit')),
    amount('creditAvailable', t('column.creditAvailable')),
    amount('owed', t('column.owed')),
    amount('overdue', t('column.overdue')),
    { id: 'paysFor', title: t('column.paysFor'), kind: 'count', width: 84 },
    amount('allocatedToDate', t('column.allocatedToDate'), 116),
    amount('consumed', t('column.consumed')),
    { ...amount('allocatedUnspent', t('column.allocatedUnspent'), 128), hidden: true },
    amount('vendorBalance', t('column.vendorBalance'), 116),
    { id: 'vendorBalanceDate', title: t('column.bookedOn'), kind: 'date', width: 140 },
    amount('difference', t('column.difference')),
    ...rest(),
  ];
}
