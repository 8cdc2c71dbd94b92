// Invents the structure of a shaken group: entities, accounts, limits and policies.
import { dayAfter, firstDay, monthsBetween } from '../order.ts';
import { profileOf } from '../profile.ts';
import { early, eventDay } from './event-day.ts';
import { addAdminLinks, addMemberLinks } from './links.ts';
import type { Policy } from '../profile.ts';
import type { Row } from '../table.ts';
import type { Dice } from './dice.ts';

/** An account of the group. */
export interface Member {
  provider: string;
  id: string;
  entity: string;
  currency: string;
  /** Days on which it moves, with the entity it moves to. */
  moves: { day: string; entity: string }[];
}

/** One organisation at a provider. */
export interface Family {
  provider: string;
  currency: string;
  policy: Policy;
  root: Member;
  admins: Member[];
  members: Member[];
}

/** A group without offers, bills and funds. */
export interface Structure {
  from: string;
  to: string;
  months: string[];
  entities: string[];
  families: Family[];
  policies: Record<string, Partial<Policy>>;
  accounts: Row[];
  changes: Row[];
  links: Row[];
}

/** Invents entities, families of accounts, their moves, links and policies. */
export function inventStructure(dice: Dice): Structure {
  const from = dice.pick(['2025-11', '2026-01', '2024-01', '2026-06', '2025-02']);
  const months = monthsBetween(from, dayAfter(firstDay(from), dice.pick([0, 0, 31, 31, 62])).slice(0, 7));
  const entities = dice.shuffled(['HQ', 'North', 'acme', 'B2', 'Zeta']).slice(0, dice.whole(2, 5));
  const structure: Structure = {
    from,
    to: months.at(-1)!,
    months,
    entities,
    families: [],
    policies: {},
    accounts: [],
    changes: [],
    links: [],
  };
  for (const provider of inventProviders(dice)) addFamily(dice, structure, provider);
  return structure;
}

function inventProviders(dice: Dice): string[] {
  const providers = [
    ...(dice.chance(0.9) ? ['tencent'] : []),
    ...(dice.chance(0.7) ? ['aws'] : []),
    ...(dice.chance(0.15) ? ['aws'] : []),
    ...(dice.chance(0.4) ? [dice.pick(['alibaba', 'other', 'gcp', 'huawei', 'azure', 'oracle'])] : []),
  ];
  return providers.length > 0 ? providers : ['tencent'];
}

function inventPolicy(dice: Dice, provider: string): Partial<Policy> {
  const guardrails = Object.fromEntries(
    ['same-entity-payer', 'no-chains', 'self-pay-funds', 'cross-entity-funds', 'mandatory-views']
      .filter(() => dice.chance(0.15))
      .map((name) => [name, provider !== 'tencent' && dice.chance(0.5)]),
  );
  return {
    ...(dice.chance(0.7) ? { charge_basis: dice.pick(['billed', 'effective', 'contract', 'contract'] as const) } : {}),
    ...(dice.chance(0.4) ? { lot_order: dice.pick(['oldest', 'own-first', 'own-first'] as const) } : {}),
    ...(dice.chance(0.3) ? { deduction_order: [...dice.shuffled(['voucher', 'gift', 'cash']), 'credit'] } : {}),
    ...(dice.chance(0.2) ? { invoiceable: dice.pick(['on-payment', 'on-charge'] as const) } : {}),
    ...(Object.keys(guardrails).length > 0 ? { guardrails } : {}),
  };
}

function addFamily(dice: Dice, structure: Structure, provider: string): void {
  const currency =
    provider === 'tencent'
      ? dice.pick(['CNY', 'CNY', 'CNY', 'USD', 'JPY'])
      : dice.pick(['USD', 'USD', 'USD', 'JPY', 'KWD', 'CNY']);
  structure.policies[provider] ??= inventPolicy(dice, provider);
  const policy = profileOf(provider, structure.policies[provider]);
  const [parent, ...subsidiaries] = structure.entities as [string, ...string[]];
  const account = (entity: string, role: string): Member =>
    addAccount(dice, structure, { provider, id: inventId(dice, provider), entity, currency, moves: [] }, role);
  const root = account(parent, 'group-admin');
  const withAdmin = subsidiaries.filter(() => dice.chance(policy.guardrails['same-entity-payer'] ? 0.8 : 0.3));
  const admins = withAdmin.map((entity) => account(entity, 'entity-admin'));
  const members = Array.from({ length: dice.whole(2, 6) }, () => account(dice.pick(structure.entities), 'member'));
  const family: Family = { provider, currency, policy, root, admins, members };
  structure.families.push(family);
  const payers = new Set<string>();
  for (const member of members) addMemberLinks(dice, structure, family, member, payers);
  for (const admin of admins) addAdminLinks(dice, structure, family, admin, payers.has(admin.id));
  addLimitChanges(dice, structure, family);
}

function inventId(dice: Dice, provider: string): string {
  if (provider === 'tencent') return `1000${dice.digits(8)}`;
  if (provider === 'azure') return `/subscriptions/${dice.digits(6)}-${dice.digits(4)}`;
  if (provider === 'other') return `Acct-${dice.digits(5)}`;
  return `${dice.pick(['0', '1', '7'])}${dice.digits(11)}`;
}

function addAccount(dice: Dice, structure: Structure, member: Member, role: string): Member {
  const { provider, id, entity, currency } = member;
  const limit = dice.chance(0.5) ? dice.pick(['0', '50', '500', '5000', '100000']) : '';
  const opened = dice.chance(0.2) ? early : '';
  const name = `${role} ${structure.accounts.length}`;
  structure.accounts.push({ provider, id, name, entity, role, currency, opened, closed: '', credit_limit: limit });
  return member;
}

function addLimitChanges(dice: Dice, structure: Structure, family: Family): void {
  for (const { provider, id } of [family.root, ...family.admins, ...family.members]) {
    if (!dice.chance(0.2)) continue;
    const limit = dice.pick(['0', '20', '400', '2500', '60000']);
    const from = eventDay(dice, structure);
    if (structure.changes.some((change) => change.account === id && change.from === from)) continue;
    structure.changes.push({ provider, account: id, from, entity: '', credit_limit: limit });
  }
}
