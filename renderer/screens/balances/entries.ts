// The entries of funds that a clerk makes for one account: which command each is, what it is called, what it concerns.
import type { TieredCommand } from '../../../shared/contract/tiers.ts';
import type { Provider } from '../../../shared/rules/names.ts';
import { type PlainKey, t } from '../../i18n/translate.svelte.ts';
import { type Sent, send } from '../../state/send.ts';
import { movementName } from '../words.ts';

export const entryKinds = [
  'topUp',
  'freezeFunds',
  'unfreezeFunds',
  'addGift',
  'expireGift',
  'addVoucher',
  'withdraw',
  'opening-cash',
  'opening-owed',
  'vendorBalance',
] as const;
export type EntryKind = (typeof entryKinds)[number];

interface Entry {
  readonly provider: Provider;
  readonly account: string;
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
}

const words: Readonly<Partial<Record<EntryKind, string>>> = {
  topUp: 'top-up',
  freezeFunds: 'freeze',
  unfreezeFunds: 'unfreeze',
  addGift: 'gift',
  expireGift: 'gift-expiry',
  withdraw: 'withdrawal',
  'opening-cash': 'opening-cash',
  'opening-owed': 'opening-owed',
};

/** Whether it enters a movement, which can be reversed. */
export function isMovement(kind: EntryKind): boolean {
  return words[kind] !== undefined;
}

export function entryName(kind: EntryKind): string {
  if (kind === 'addVoucher') return t('column.voucher');
  if (kind === 'vendorBalance') return t('column.vendorBalance');
  return movementName(words[kind]!);
}

/** The command that enters it. */
export function commandOf(kind: EntryKind): TieredCommand {
  if (kind === 'vendorBalance') return 'recordVendorBalance';
  return kind === 'opening-cash' || kind === 'opening-owed' ? 'openBalance' : kind;
}

/** Enters it, or tries it out. */
export async function enterFunds(kind: EntryKind, entry: Entry, trial: boolean): Promise<Sent> {
  const { provider, account, date, amount, currency, reference } = entry;
  switch (kind) {
    case 'vendorBalance':
      return send('recordVendorBalance', { rows: [{ provider, account, date, amount }] }, trial);
    case 'addVoucher': {
      const key = reference || `${account}-${date}`;
      return send('addVoucher', { key, provider, account, amount, currency, from: date }, trial);
    }
    case 'opening-cash':
    case 'opening-owed':
      return send('openBalance', { ...entry, kind }, trial);
    case 'topUp':
    case 'freezeFunds':
    case 'unfreezeFunds':
    case 'addGift':
    case 'expireGift':
    case 'withdraw':
      return send(kind, entry, trial);
  }
}

/** The holdings of the account that the entry is about, as they are now. */
export function holdingsOf(kind: EntryKind): readonly { readonly column: string; readonly title: PlainKey }[] {
  const available = { column: 'available', title: 'column.available' } as const;
  const cash = { column: 'cash', title: 'column.cash' } as const;
  switch (kind) {
    case 'freezeFunds':
    case 'unfreezeFunds':
    case 'withdraw':
      return [cash, { column: 'frozen', title: 'column.frozen' }, available];
    case 'addGift':
    case 'expireGift':
      return [{ column: 'gift', title: 'column.gift' }, available];
    case 'addVoucher':
      return [{ column: 'voucher', title: 'column.voucher' }, available];
    case 'vendorBalance':
      return [
        { column: 'balance', title: 'column.ledgerBalance' },
        { column: 'vendorBalance', title: 'column.vendorBalance' },
      ];
    case 'topUp':
    case 'opening-cash':
    case 'opening-owed':
      return [cash, { column: 'owed', title: 'column.owed' }, available];
  }
}
