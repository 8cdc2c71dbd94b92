// The columns of each kind of work: what a clerk needs to see to decide about it. Their names are in the language in use.
import type { GridColumn, GridRow } from '../../components/grid/column.ts';
import { shortLanguage, t } from '../../i18n/translate.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import { codeWords, entityCodes, providerName } from '../words.ts';
import { showsTerms } from './offer-shown.ts';
import type { WorkKind } from './work-kinds.ts';

const text = (id: string, title: string, width: number, more: Partial<GridColumn> = {}): GridColumn => {
  return { id, title, kind: 'text', width, ...more };
};
const name = (title = t('column.account')): GridColumn => text('name', title, 150, { grow: true });
const account = (): GridColumn => ({ id: 'account', title: t('column.accountId'), kind: 'id', width: 124 });
const subject = (): GridColumn => ({
  id: 'subject',
  title: t('column.accountId'),
  kind: 'id',
  width: 132,
  show: (key) => key.slice(key.indexOf(':') + 1),
});
const vendorPayer = (): GridColumn => ({
  id: 'vendorPayer',
  title: t('column.vendorPayer'),
  kind: 'id',
  width: 132,
});
const lines = (title = t('column.lines')): GridColumn => ({ id: 'lines', title, kind: 'count', width: 84 });
const amount = (id: string, title: string): GridColumn => ({ id, title, kind: 'amount', width: 116 });
const currency = (): GridColumn => text('currency', t('column.currency'), 72);
const provider = (): GridColumn =>
  text('provider', t('column.provider'), 112, { show: providerName, codes: () => codeWords('provider') });
const beside = (): GridColumn => text('beside', t('column.otherFile'), 200, { grow: true });

/** `Missing: aws-data-03 (expected by 2026-11-05)`: a row that stands for a bill which is not there. */
export function missingText(row: GridRow): string {
  const key = row['subject'] ?? '';
  return t('exception.missing', {
    name: row['name'] || key.slice(key.indexOf(':') + 1),
    date: row['expectedBy'] ?? '',
  });
}

function entityText(code: string): string {
  return session.entityName(code, shortLanguage());
}

/** The columns of the rows of a kind. */
export function workColumns({ cause }: WorkKind): readonly GridColumn[] {
  switch (cause) {
    case 'unknown-owner':
      return [
        subject(),
        provider(),
        vendorPayer(),
        text('entity', t('column.adoptedInto'), 180, { grow: true, show: entityText, codes: entityCodes }),
        lines(),
        amount('billed', t('column.billed')),
        currency(),
      ];
    case 'currency-differs':
    case 'no-currency':
      return [name(), subject(), vendorPayer(), lines(), amount('billed', t('column.billed')), currency()];
    case 'overlap':
      return [name(t('column.file')), beside(), lines(t('column.sharedLines'))];
    case 'missing-bill':
      return [text('name', t('column.name'), 320, { grow: true, show: (_, row) => missingText(row) }), subject()];
    case 'discount-variance':
      return [
        name(),
        text('product', t('column.product'), 176, { grow: true }),
        text('offers', t('column.offer'), 136, showsTerms()),
        amount('billed', t('column.billed')),
        amount('contract', t('column.contract')),
        amount('amount', t('column.difference')),
        currency(),
        account(),
      ];
    case 'payer-differs':
      return [
        name(),
        account(),
        { id: 'beside', title: t('column.vendorPayer'), kind: 'id', width: 132 },
        lines(),
        amount('amount', t('column.billed')),
        currency(),
      ];
    case 'parts-differ':
      return [name(t('column.file')), lines(), provider()];
    case 'shared-lines':
      return [name(t('column.file')), beside(), lines(t('column.sharedLines'))];
    case 'closed-account':
      return [name(), account(), amount('amount', t('column.chargesAmount')), currency(), provider()];
    case 'voucher-unknown':
      return [name(), account(), amount('amount', t('column.voucherUsed')), currency(), provider()];
    case 'blast-radius':
      return [
        name(),
        account(),
        lines(t('column.atRisk')),
        amount('amount', t('column.overLimit')),
        currency(),
        provider(),
      ];
  }
}
