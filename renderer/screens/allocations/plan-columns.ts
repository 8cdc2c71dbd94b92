// The columns of a plan: of handing out, and of bringing back.
import type { GridColumn, GridRow, Tag } from '../../components/grid/column.ts';
import { amountText } from '../../components/grid/cell-text.ts';
import { t, word } from '../../i18n/translate.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import type { PlanKind } from '../../state/plan-draft.ts';

const namesOf = (keys: string): string =>
  keys
    .split(' ')
    .filter(Boolean)
    .map((key) => session.accountName(key))
    .join(', ');

/** A plan keeps the order in which it was chosen. */
const column = (given: Omit<GridColumn, 'sortable'>): GridColumn => ({ ...given, sortable: false });
const amount = (id: string, title: string, width = 116): GridColumn => column({ id, title, kind: 'amount', width });

export function planColumns(kind: PlanKind): readonly GridColumn[] {
  return kind === 'allocation' ? allocationColumns() : recoveryColumns();
}

function allocationColumns(): readonly GridColumn[] {
  return [
    column({ id: 'name', title: t('column.target'), kind: 'text', width: 152, grow: true, show: targetName }),
    column({ id: 'currency', title: t('column.currency'), kind: 'text', width: 76 }),
    amount('available', t('column.available')),
    amount('burnPerDay', t('column.burn'), 100),
    column({ id: 'targetDays', title: t('column.targetDays'), kind: 'count', width: 86 }),
    amount('suggested', t('column.suggested'), 108),
    amount('amount', t('column.amount')),
    amount('after', t('column.after')),
    column({ id: 'afterDays', title: t('column.afterDays'), kind: 'count', width: 80 }),
    column({ id: 'source', title: t('column.source'), kind: 'text', width: 120, show: namesOf }),
    column({ id: 'check', title: t('column.check'), kind: 'tag', width: 140, tag: checkTag }),
  ];
}

function recoveryColumns(): readonly GridColumn[] {
  return [
    column({ id: 'name', title: t('column.account'), kind: 'text', width: 168, grow: true }),
    column({ id: 'currency', title: t('column.currency'), kind: 'text', width: 76 }),
    amount('cash', t('column.cash')),
    amount('frozen', t('column.frozen'), 104),
    amount('gift', t('column.gift'), 96),
    amount('recoverable', t('column.recoverable'), 120),
    column({ id: 'lots', title: t('allocations.lots'), kind: 'text', width: 64 }),
    amount('amount', t('column.amount'), 124),
    amount('after', t('column.after'), 116),
    column({ id: 'to', title: t('column.returnsTo'), kind: 'text', width: 140, show: namesOf }),
    column({
      id: 'frozenStays',
      title: t('column.stays'),
      kind: 'text',
      width: 176,
      show: staysText,
      tells: 'frozenStays',
    }),
    column({ id: 'check', title: t('column.check'), kind: 'tag', width: 152, tag: checkTag }),
  ];
}

function targetName(name: string, row: GridRow): string {
  return row['kind'] === 'feed' ? `${name} · ${t('plan.passedOn')}` : name;
}

function staysText(amountWritten: string, row: GridRow): string {
  if (amountWritten === '') return '';
  const text = amountText(amountWritten, row['currency'] ?? '').trim();
  const date = row['frozenUntil'] ?? '';
  return date === '' ? t('plan.frozenStays', { amount: text }) : t('plan.frozenUntil', { amount: text, date });
}

function checkTag(check: string, row: GridRow): Tag | undefined {
  if (check === '') return row['amount'] === '' ? undefined : { tone: 'done', text: t('planCheck.ok') };
  const tone = check === 'short' || row['blocks'] === 'yes' ? 'blocked' : 'neutral';
  return { tone, text: word('planCheck', check) };
}
