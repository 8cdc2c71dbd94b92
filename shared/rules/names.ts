// The names the rules speak in: providers, roles, permissions, kinds. Text in every record, file and screen.

export const providers = ['tencent', 'alibaba', 'huawei', 'aws', 'azure', 'gcp', 'oracle', 'other'] as const;
export type Provider = (typeof providers)[number];

export const roles = ['group-admin', 'entity-admin', 'member'] as const;
export type Role = (typeof roles)[number];

export const paymentModes = ['self-pay', 'pay-on-behalf'] as const;
export type PaymentMode = (typeof paymentModes)[number];

/** The six permissions of rule P2, each granted per link by the account to the admin. */
export const permissions = [
  'view-bills',
  'view-balance',
  'allocate-funds',
  'invoice',
  'consolidate',
  'inherit-discounts',
] as const;
export type Permission = (typeof permissions)[number];

export const categories = [
  'Usage',
  'Purchase',
  'Tax',
  'Credit',
  'Refund',
  'Adjustment',
  'Rounding',
  'Variance',
] as const;
export type Category = (typeof categories)[number];

export const offerKinds = ['multiplier', 'unit-price', 'tiers'] as const;
export type OfferKind = (typeof offerKinds)[number];

export const movementKinds = [
  'top-up',
  'allocation',
  'recovery',
  'gift',
  'gift-expiry',
  'freeze',
  'unfreeze',
  'withdrawal',
  'opening-cash',
  'opening-owed',
] as const;
export type MovementKind = (typeof movementKinds)[number];

export const deductions = ['voucher', 'gift', 'cash', 'credit'] as const;
export type Deduction = (typeof deductions)[number];

/** `provider:id` of an account: the vendor's own number, always text. */
export type AccountKey = string & { readonly unit: 'account' };
/** The code of a legal entity. */
export type EntityCode = string & { readonly unit: 'entity' };
/** The key of a funds movement, unique in the book. */
export type MovementKey = string & { readonly unit: 'movement' };

export function accountKey(provider: string, id: string): AccountKey {
  return `${provider}:${id}` as AccountKey;
}

export function providerOf(account: AccountKey): Provider {
  return account.slice(0, account.indexOf(':')) as Provider;
}

export function idOf(account: AccountKey): string {
  return account.slice(account.indexOf(':') + 1);
}
