// The two forms of rows that can be pasted: balances of the vendor, and movements of funds.
import type { CommandInput } from '../../../shared/contract/commands.ts';
import type { MovementKind, Provider } from '../../../shared/rules/names.ts';
import type { GridRow } from '../../components/grid/column.ts';
import { en } from '../../i18n/en.ts';
import { t } from '../../i18n/translate.svelte.ts';
import { zhCN } from '../../i18n/zh-cn.ts';
import type { PasteForm, PastedColumn, ReadRow } from './paste-rows.ts';

export type PasteTarget = 'vendor' | 'funds';

const columns: Readonly<Record<PasteTarget, readonly PastedColumn[]>> = {
  vendor: ['account', 'date', 'amount'],
  funds: ['kind', 'date', 'account', 'to', 'amount', 'currency', 'reference'],
};

/** What a heading may say beside the column's own title in either language. */
const otherHeadings: Readonly<Partial<Record<PastedColumn, readonly string[]>>> = {
  account: ['account', 'account id', 'from', 'name', '账号', '账号 id', '转出', 'id'],
  amount: ['amount', 'balance', 'vendor balance', '金额', '余额'],
  reference: ['reference', 'bank ref', 'ref', '备注', '流水号'],
};

const titles = {
  kind: 'column.kind',
  date: 'column.date',
  account: 'column.account',
  to: 'column.to',
  amount: 'column.amount',
  currency: 'column.currency',
  reference: 'column.reference',
} as const;

type KindTitle = `movement.${MovementKind}`;
const kindTitles = Object.keys(en).filter((key): key is KindTitle => key.startsWith('movement.'));

export function columnTitle(column: PastedColumn): string {
  return t(titles[column]);
}

export function formOf(target: PasteTarget, accounts: readonly GridRow[]): PasteForm {
  const headings = Object.entries(titles).map(([column, key]) => [
    column,
    [column, en[key].toLowerCase(), zhCN[key], ...(otherHeadings[column as PastedColumn] ?? [])],
  ]);
  const kinds = kindTitles.flatMap((title) => {
    const kind = title.slice('movement.'.length);
    return [kind, en[title].toLowerCase(), zhCN[title]].map((name) => [name, kind] as const);
  });
  return {
    columns: columns[target],
    optional: ['to', 'currency', 'reference'],
    accounts,
    headings: Object.fromEntries(headings) as PasteForm['headings'],
    kinds: new Map(kinds),
  };
}

export function vendorRows(rows: readonly ReadRow[]): CommandInput<'recordVendorBalance'>['rows'] {
  return rows.map(({ account, date, amount }) => {
    return { ...parted(account!.value), date: date!.value, amount: amount!.value };
  });
}

export function fundsRows(rows: readonly ReadRow[]): CommandInput<'enterFunds'>['rows'] {
  return rows.map(({ kind, date, account, to, amount, currency, reference }) => ({
    kind: kind!.value as MovementKind,
    ...parted(account!.value),
    date: date!.value,
    amount: amount!.value,
    currency: currency!.value,
    reference: reference!.value,
    ...(to!.value === '' ? {} : { to: parted(to!.value).account }),
  }));
}

/** An account's key in its two parts. */
function parted(key: string): { readonly provider: Provider; readonly account: string } {
  const at = key.indexOf(':');
  return { provider: key.slice(0, at) as Provider, account: key.slice(at + 1) };
}
