// Invents the structure of a shaken group: entities, accounts, moves, links and policies that the guardrails allow (P4).
import { dayAfter, firstDay, lastDay, monthsBetween } from '../order.ts';
import { profileOf } from '../profile.ts';
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

const early = '2023-04-15';

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

interface Stretch {
  admin: Member | undefined;
  pays: boolean;
  from: string;
  to: string;
}

function addMemberLinks(dice: Dice, structure: Structure, family: Family, member: Member, payers: Set<string>): void {
  const stretches = dice.chance(0.25)
    ? movingStretches(dice, structure, family, member)
    : stayingStretches(dice, structure, family, member);
  const linked = stretches.filter((stretch) => stretch.admin);
  const style = inventHeritage(dice, family, linked);
  for (const { admin, pays } of linked) if (pays || style === 'within') payers.add(admin!.id);
  for (const stretch of linked)
    addLink(dice, structure, family, member, stretch, style === 'within' && dice.chance(0.7));
  if (style !== 'apart') return;
  const day = dice.chance(0.5) ? eventDay(dice, structure) : early;
  const later = eventDay(dice, structure);
  const to = later > day && dice.chance(0.5) ? later : '';
  pushLink(
    structure,
    member,
    family.root,
    { mode: 'self-pay', from: day, to },
    'view-bills view-balance inherit-discounts',
  );
}

// Two links to the same admin at a time are not allowed: heritage of its own comes from the root where no stretch uses it.
function inventHeritage(dice: Dice, family: Family, linked: Stretch[]): 'none' | 'within' | 'apart' {
  if (dice.chance(0.3)) return 'none';
  return linked.some((stretch) => stretch.admin === family.root) ? 'within' : 'apart';
}

function adminOf(family: Family, entity: string): Member | undefined {
  if (family.root.entity === entity) return family.root;
  return family.admins.find((admin) => admin.entity === entity);
}

function payersFor(family: Family, entity: string): Member[] {
  const own = adminOf(family, entity);
  if (family.policy.guardrails['same-entity-payer']) return own ? [own] : [];
  return own && own !== family.root ? [own, family.root] : [family.root];
}

function stayingStretches(dice: Dice, structure: Structure, family: Family, member: Member): Stretch[] {
  const days = dice.chance(0.5) ? [] : [...new Set([eventDay(dice, structure), eventDay(dice, structure)])].sort();
  const edges = [early, ...days, ''];
  const payers = payersFor(family, member.entity);
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1]!;
    const pays = payers.length > 0 && dice.chance(0.6);
    if (pays) return { admin: dice.pick(payers), pays, from, to };
    const admin = dice.chance(0.85) ? (adminOf(family, member.entity) ?? family.root) : undefined;
    return { admin, pays, from, to };
  });
}

function movingStretches(dice: Dice, structure: Structure, family: Family, member: Member): Stretch[] {
  const day = dayAfter(firstDay(dice.pick(structure.months)), dice.whole(4, 26));
  const others = structure.entities.filter((entity) => entity !== member.entity);
  const target = dice.pick(others);
  const [before, after] = [payersFor(family, member.entity), payersFor(family, target)];
  const pays = before.length > 0 && after.length > 0 && dice.chance(0.7);
  member.moves.push({ day, entity: target });
  const { provider, id } = member;
  structure.changes.push({
    provider,
    account: id,
    from: day,
    entity: target,
    credit_limit: dice.chance(0.2) ? '300' : '',
  });
  if (pays && before.includes(family.root) && after.includes(family.root)) {
    return [{ admin: family.root, pays, from: early, to: '' }];
  }
  const adminAt = (entity: string, payers: Member[]): Member =>
    pays ? dice.pick(payers) : (adminOf(family, entity) ?? family.root);
  const [first, second] = [adminAt(member.entity, before), adminAt(target, after)];
  if (first === second) return [{ admin: first, pays, from: early, to: '' }];
  return [
    { admin: first, pays, from: early, to: day },
    { admin: second, pays, from: day, to: '' },
  ];
}

function addAdminLinks(dice: Dice, structure: Structure, family: Family, admin: Member, isPayer: boolean): void {
  const mayBePaid =
    !family.policy.guardrails['same-entity-payer'] && !(family.policy.guardrails['no-chains'] && isPayer);
  const mayInherit = !(family.policy.guardrails['no-chains'] && isPayer);
  const pays = mayBePaid && dice.chance(0.3);
  const stretch = { admin: family.root, pays, from: early, to: '' };
  addLink(dice, structure, family, admin, stretch, mayInherit && dice.chance(0.2));
}

function addLink(
  dice: Dice,
  structure: Structure,
  family: Family,
  member: Member,
  { admin, pays, from, to }: Stretch,
  inherits: boolean,
): void {
  const views = !family.policy.guardrails['mandatory-views'] && dice.chance(0.2) ? '' : 'view-bills view-balance';
  const funds = !pays || dice.chance(0.4) ? 'allocate-funds' : '';
  const more = dice.shuffled(['invoice', 'consolidate']).slice(0, dice.whole(0, 2)).join(' ');
  const permissions = [views, funds, more, inherits ? 'inherit-discounts' : ''].filter(Boolean).join(' ');
  pushLink(structure, member, admin!, { mode: pays ? 'pay-on-behalf' : 'self-pay', from, to }, permissions);
}

function pushLink(structure: Structure, member: Member, admin: Member, link: Row, permissions: string): void {
  structure.links.push({
    provider: member.provider,
    account: member.id,
    admin: admin.id,
    permissions,
    cross_entity_funds: permissions.includes('allocate-funds') ? 'yes' : '',
    ...link,
  });
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

/** A day of the range on which things change: often the first or the last of a month. */
export function eventDay(dice: Dice, structure: Structure): string {
  const month = dice.pick(structure.months);
  if (dice.chance(0.15)) return firstDay(month);
  if (dice.chance(0.15)) return lastDay(month);
  return dayAfter(firstDay(month), dice.whole(1, 26));
}
