// Invents links and moves that the guardrails allow (rules.md P4, S4).
import { dayAfter, firstDay } from '../order.ts';
import { early, eventDay } from './event-day.ts';
import type { Row } from '../table.ts';
import type { Dice } from './dice.ts';
import type { Family, Member, Structure } from './structure.ts';

interface Stretch {
  admin: Member | undefined;
  pays: boolean;
  from: string;
  to: string;
}

/** Links of a member over all time: staying or moving, paid for or not, inheriting or not; notes who pays or is inherited from. */
export function addMemberLinks(
  dice: Dice,
  structure: Structure,
  family: Family,
  member: Member,
  payers: Set<string>,
): void {
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

/** The link of an entity's admin account to the root. */
export function addAdminLinks(dice: Dice, structure: Structure, family: Family, admin: Member, isPayer: boolean): void {
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
