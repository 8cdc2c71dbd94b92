// The questions that the rules ask of a setup as of a day (rules.md S3, S5, P1, D2, D3). Reads no files.
import { holdsOn, keyOf } from './order.ts';
import { Rational } from './rational.ts';
import type { Account, Link, Setup } from './setup.ts';

/** The account's facts, an error where the book does not know it. */
export function accountAt(setup: Setup, provider: string, id: string): Account {
  const account = setup.accounts.get(keyOf(provider, id));
  if (!account) throw new Error(`The book does not know the account ${provider}:${id}.`);
  return account;
}

/** The entity that an account belongs to on a day (S3). */
export function entityOn(setup: Setup, provider: string, id: string, day: string): string {
  return dated(setup, provider, id, day, 'entity') ?? accountAt(setup, provider, id).entity;
}

/** The credit limit on a day; undefined where there is none (S5: paid afterwards and nothing stated). */
export function creditLimitOn(setup: Setup, provider: string, id: string, day: string): Rational | undefined {
  const stated = dated(setup, provider, id, day, 'creditLimit') ?? accountAt(setup, provider, id).creditLimit;
  if (stated !== '') return Rational.parse(stated);
  return setup.policies.get(provider)!.paidAfterwards ? undefined : Rational.zero;
}

/** Who pays for an account on a day: the admin of its pay-on-behalf link in force, else itself (P1). */
export function payerOn(setup: Setup, provider: string, id: string, day: string): string {
  return linksOn(setup, provider, id, day).find((link) => link.paysOnBehalf)?.admin ?? id;
}

/** Whose offers price a product for an account on a day (D2, D3). */
export function holderOn(setup: Setup, provider: string, id: string, product: string, day: string): string {
  const grant = linksOn(setup, provider, id, day).find((link) => link.permissions.includes('inherit-discounts'));
  return grant && !setup.blocked.has(keyOf(provider, grant.admin, product)) ? grant.admin : id;
}

/** The links of an account in force on a day. */
export function linksOn(setup: Setup, provider: string, id: string, day: string): Link[] {
  return setup.links.filter((link) => link.provider === provider && link.account === id && holdsOn(link, day));
}

function dated(
  setup: Setup,
  provider: string,
  id: string,
  day: string,
  fact: 'entity' | 'creditLimit',
): string | undefined {
  return setup.changes
    .filter(
      (change) => change.provider === provider && change.account === id && change.from <= day && change[fact] !== '',
    )
    .sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0))
    .at(-1)?.[fact];
}
