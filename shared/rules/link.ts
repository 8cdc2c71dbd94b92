// Who stands in which relation to an account on a day (rules S3, S4, P1, P2, P6, D2). Reads dated facts, changes none.
import { inForce, valueOn } from '../calendar/dated.ts';
import type { Day } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { AccountKey, EntityCode, Permission } from './names.ts';
import { profileOf } from './profile.ts';
import type { Account, Link, Structure } from './structure.ts';

/** The account of a key that is known to exist; a missing one is a broken invariant, not a refusal. */
export function accountOf(structure: Structure, key: AccountKey): Account {
  const account = structure.accounts.get(key);
  if (!account) throw new Error(`no account ${key}`);
  return account;
}

export function entityOn(structure: Structure, key: AccountKey, day: Day): EntityCode {
  return valueOn(accountOf(structure, key).entity, day);
}

/** The credit limit on a day; null where the account is paid afterwards and none is stated: no limit (rule S5). */
export function creditLimitOn(structure: Structure, key: AccountKey, day: Day): Minor | null {
  const account = accountOf(structure, key);
  const stated = valueOn(account.creditLimit, day);
  if (stated !== null) return stated;
  return profileOf(structure.policies, account.provider).paidAfterwards ? null : 0n;
}

export function linksOn(structure: Structure, key: AccountKey, day: Day): readonly Link[] {
  return (structure.links.get(key) ?? []).filter((link) => inForce(link, day));
}

/** The pay-on-behalf link in force; there is at most one (rule P1). */
export function payingLinkOn(structure: Structure, key: AccountKey, day: Day): Link | undefined {
  return structure.links.get(key)?.find((link) => link.mode === 'pay-on-behalf' && inForce(link, day));
}

/** Who pays for the account on the day: its pay-on-behalf admin, or itself (rule P1). */
export function payerOn(structure: Structure, key: AccountKey, day: Day): AccountKey {
  return payingLinkOn(structure, key, day)?.admin ?? key;
}

/**
 * The admin whose offers the account inherits on the day, if any (rule D2). Where a provider allows several grants at
 * once, the later `from` counts, then the later entry.
 */
export function heritageOn(structure: Structure, key: AccountKey, day: Day): AccountKey | undefined {
  let chosen: Link | undefined;
  for (const link of structure.links.get(key) ?? []) {
    if (!link.permissions.has('inherit-discounts') || !inForce(link, day)) continue;
    if (!chosen || (link.from ?? -Infinity) >= (chosen.from ?? -Infinity)) chosen = link;
  }
  return chosen?.admin;
}

/** Whether the account grants the admin a permission on the day, through any link between them (rule P2). */
export function grantsOn(
  structure: Structure,
  grant: { readonly account: AccountKey; readonly admin: AccountKey; readonly permission: Permission },
  day: Day,
): boolean {
  return linksOn(structure, grant.account, day).some(
    (link) => link.admin === grant.admin && link.permissions.has(grant.permission),
  );
}

/** Whether a link between the two, in either direction, carries the vendor's mark for funds across entities (P4). */
export function mayFundAcross(structure: Structure, one: AccountKey, other: AccountKey, day: Day): boolean {
  const marked = (from: AccountKey, to: AccountKey): boolean =>
    linksOn(structure, from, day).some((link) => link.admin === to && link.crossEntityFunds);
  return marked(one, other) || marked(other, one);
}
