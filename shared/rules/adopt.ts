// The default resolution of an unknown owner: adopt it as the vendor's bill shows it (rule B5).
import { type Day, type Month, firstDay } from '../calendar/day.ts';
import { entityOn } from './link.ts';
import { type AccountKey, type EntityCode, type Provider, accountKey, permissions } from './names.ts';
import { compareText, firstDifference } from './order.ts';
import { type Refusal, Refused } from './refusal.ts';
import type { Account, Link, Structure } from './structure.ts';

/** Who owns and who pays lines of a bill according to the vendor, with the earliest of these lines. */
export interface Party {
  readonly provider: Provider;
  readonly month: Month;
  readonly owner: string;
  readonly vendorPayer: string;
  readonly currency: string;
  readonly lines: number;
  /** The earliest start as the file writes it. */
  readonly earliestStart: string;
  readonly firstStartDay: Day;
}

export interface Adoption {
  readonly accounts: readonly Account[];
  readonly links: readonly Link[];
}

const adoptedPermissions = new Set(
  permissions.filter((permission) => permission !== 'allocate-funds' && permission !== 'inherit-discounts'),
);

/** The accounts and links that adopting every unknown owner adds, in one order; throws Refused without a parent company. */
export function adoptionOf(structure: Structure, parties: readonly Party[]): Adoption {
  const parent = [...structure.entities.values()].find((entity) => entity.parent === null);
  const unknown = new Map<AccountKey, Party[]>();
  for (const party of parties) {
    const owner = accountKey(party.provider, party.owner);
    if (!structure.accounts.has(owner) && hasCurrency(structure, party))
      unknown.set(owner, [...(unknown.get(owner) ?? []), party]);
  }
  const accounts = new Map<AccountKey, Account>();
  const links: Link[] = [];
  const owners = [...unknown.entries()]
    .map(([owner, lines]) => ({ owner, first: [...lines].sort(compareParties)[0]!, lines }))
    .sort((left, right) => compareText(left.owner, right.owner));
  for (const { first } of owners) {
    const payer = accountKey(first.provider, first.vendorPayer);
    if (structure.accounts.has(payer) || accounts.has(payer)) continue;
    if (!parent) throw new Refused(noParentCompany(payer));
    accounts.set(payer, adopted(payer, { currency: first.currency, entity: parent.code, role: 'group-admin' }));
  }
  for (const { owner, first, lines } of owners) {
    if (accounts.has(owner)) continue;
    const payer = accountKey(first.provider, first.vendorPayer);
    const from = Math.min(...lines.flatMap((line) => [firstDay(line.month), line.firstStartDay])) as Day;
    const payerAccount = accounts.get(payer);
    const entity = payerAccount ? payerAccount.entity.initial : entityOn(structure, payer, from);
    const currency = first.currency || (payerAccount ?? structure.accounts.get(payer))?.currency || '';
    accounts.set(owner, adopted(owner, { currency, entity, role: 'member' }));
    links.push({
      account: owner,
      admin: payer,
      mode: 'pay-on-behalf',
      permissions: adoptedPermissions,
      crossEntityFunds: false,
      from,
      to: null,
    });
  }
  return { accounts: [...accounts.values()], links };
}

/** Lines without a currency whose payer is unknown too stay an exception: nobody can say what they are kept in. */
function hasCurrency(structure: Structure, { provider, vendorPayer, currency }: Party): boolean {
  return currency !== '' || structure.accounts.has(accountKey(provider, vendorPayer));
}

function compareParties(left: Party, right: Party): number {
  return firstDifference(
    compareText(left.earliestStart, right.earliestStart),
    compareText(left.vendorPayer, right.vendorPayer),
    compareText(left.currency, right.currency),
  );
}

function noParentCompany(payer: AccountKey): Refusal {
  return {
    code: 'noParentCompany',
    rule: 'B5',
    what: `${payer} would be adopted under the group's parent company, and the book has none.`,
    unchanged: 'No account was adopted.',
    next: 'Add the parent company first: an entity without a parent.',
  };
}

function adopted(key: AccountKey, facts: { currency: string; entity: EntityCode; role: Account['role'] }): Account {
  const [provider, id] = [key.slice(0, key.indexOf(':')) as Provider, key.slice(key.indexOf(':') + 1)];
  const unchanged = { opened: null, closed: null, creditLimit: { initial: null, changes: [] } };
  return {
    key,
    provider,
    id,
    name: id,
    role: facts.role,
    currency: facts.currency,
    entity: { initial: facts.entity, changes: [] },
    ...unchanged,
  };
}
