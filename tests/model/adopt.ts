// Adoption (rules.md B5): gives every unknown owner of a bill line an account, and its payer where that is unknown too.
import { byCodePoints, dayOf, firstDay, keyOf } from './order.ts';
import { entityOn } from './facts.ts';
import type { Line } from './bills.ts';
import type { Setup } from './setup.ts';

/** The lines' owners that the book does not know, as provider and id. */
export function unknownOwners(setup: Setup, lines: Line[]): { provider: string; id: string }[] {
  const unknown = lines.filter((line) => !setup.accounts.has(keyOf(line.provider, line.owner)));
  const byKey = new Map(unknown.map((line) => [keyOf(line.provider, line.owner), line]));
  return [...byKey.values()].map((line) => ({ provider: line.provider, id: line.owner }));
}

/** Adds to the setup the accounts and links that the default resolution makes of unknown owners. */
export function adoptOwners(setup: Setup, lines: Line[]): void {
  const adoptions = unknownOwners(setup, lines).map(({ provider, id }) => {
    const own = lines.filter((line) => line.provider === provider && line.owner === id);
    const names = (line: Line): string[] => [line.writtenStart, line.vendorPayer];
    const earliest = own.reduce((first, line) => (byCodePoints(names(line), names(first)) < 0 ? line : first));
    const { offsetHours } = setup.policies.get(provider)!;
    const month = own.map((line) => line.period).sort()[0]!;
    const day = dayOf(Math.min(...own.map((line) => line.start)), offsetHours);
    const from = [firstDay(month), day].sort()[0]!;
    return { provider, id, from, payer: earliest.vendorPayer, currency: earliest.currency };
  });
  const add = (provider: string, id: string, entity: string, role: string, currency: string): void => {
    setup.accounts.set(keyOf(provider, id), { provider, id, entity, role, currency, creditLimit: '' });
  };
  for (const { provider, payer, currency } of adoptions) {
    if (!setup.accounts.has(keyOf(provider, payer))) add(provider, payer, setup.parent, 'group-admin', currency);
  }
  for (const { provider, id, from, payer, currency } of adoptions) {
    if (setup.accounts.has(keyOf(provider, id))) continue;
    add(provider, id, entityOn(setup, provider, payer, from), 'member', currency);
    setup.links.push({
      provider,
      account: id,
      admin: payer,
      paysOnBehalf: true,
      permissions: ['view-bills', 'view-balance', 'invoice', 'consolidate'],
      crossEntityFunds: false,
      from,
      to: '',
    });
  }
}
