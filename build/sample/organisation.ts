// An organisation at Tencent Cloud with every kind of link that its guardrails (rule P4) allow: a group admin that
// entity admins report to, members paid for by their entity's admin, members that pay for themselves, switches of mode,
// a move between entities, accounts opened and closed on the way.
import { type Day, type Month, firstDay, lastDay } from '../../shared/calendar/day.ts';
import type { Permission, Provider } from '../../shared/rules/names.ts';
import type { Random } from './random.ts';
import type { Phase, SampleAccount, SampleChange, SampleEntity, SampleFamily, SampleLink } from './structure.ts';

export interface OrganisationPlan {
  readonly name: string;
  readonly currency: string;
  /** The group admin is the first entity's; every other entity has an admin of its own. */
  readonly entities: readonly SampleEntity[];
  /** How many accounts, admins included. */
  readonly accounts: number;
  readonly since: Day;
  readonly months: readonly Month[];
  /** Whether accounts are opened, closed and moved on the way, too. */
  readonly eventful: boolean;
}

const uses = ['web', 'shop', 'pay', 'data', 'game', 'live', 'crm', 'search', 'risk', 'log', 'erp', 'bi'];
const views: readonly Permission[] = ['view-bills', 'view-balance'];
const paidForPermissions: readonly Permission[] = [...views, 'invoice', 'consolidate'];
const selfPayPermissions: readonly Permission[] = [...views, 'invoice', 'consolidate', 'allocate-funds'];
const heirPermissions: readonly Permission[] = [...views, 'consolidate', 'inherit-discounts'];

/** The account and everything that is said about it in other tables. */
interface Placed {
  readonly account: SampleAccount;
  readonly links: readonly SampleLink[];
  readonly changes: readonly SampleChange[];
}

function adminOf(random: Random, plan: OrganisationPlan, entity: SampleEntity, id: string, head: SampleAccount | null) {
  return {
    provider: 'tencent',
    id,
    name: head ? `${entity.code.toLowerCase()}-admin` : plan.name,
    entity,
    role: head ? 'entity-admin' : 'group-admin',
    currency: plan.currency,
    creditLimit: head ? random.pick(['50000', '100000']) : '500000',
    opened: null,
    closed: null,
    weight: random.integer(2, 6),
    funder: head,
    discountsFrom: null,
    phases: [{ from: plan.since, payer: null }],
  } satisfies SampleAccount;
}

function adminLink(plan: OrganisationPlan, account: SampleAccount, head: SampleAccount): SampleLink {
  const crossEntityFunds = account.entity.code !== head.entity.code;
  return {
    account,
    admin: head,
    mode: 'self-pay',
    permissions: selfPayPermissions,
    crossEntityFunds,
    from: plan.since,
    to: null,
  };
}

/** A day of the middle of the month, when funds of the month are already there. */
function midMonth(random: Random, month: Month): Day {
  return (firstDay(month) + random.integer(5, 18)) as Day;
}

/** Two thirds are paid for, a quarter pays for itself, a twelfth switches on the way. */
function phasesOf(random: Random, plan: OrganisationPlan, index: number, admin: SampleAccount, from: Day): Phase[] {
  const paid: Phase = { from, payer: admin };
  const self: Phase = { from, payer: null };
  if (index % 12 === 5) {
    const day = midMonth(random, plan.months[plan.months.length >> 1]!);
    return index % 24 === 5 ? [self, { from: day, payer: admin }] : [paid, { from: day, payer: null }];
  }
  return index % 4 === 3 ? [self] : [paid];
}

function linksOf(account: SampleAccount, admin: SampleAccount, head: SampleAccount): SampleLink[] {
  const inheritsHere = account.discountsFrom === admin;
  const links = account.phases.map((phase, index): SampleLink => {
    const permissions = phase.payer ? paidForPermissions : selfPayPermissions;
    return {
      account,
      admin: phase.payer ?? admin,
      mode: phase.payer ? 'pay-on-behalf' : 'self-pay',
      permissions: inheritsHere ? [...permissions, 'inherit-discounts'] : permissions,
      crossEntityFunds: false,
      from: phase.from,
      to: account.phases[index + 1]?.from ?? null,
    };
  });
  if (account.discountsFrom === null || inheritsHere) return links;
  const heir = {
    account,
    admin: head,
    mode: 'self-pay',
    permissions: heirPermissions,
    crossEntityFunds: false,
  } as const;
  return [...links, { ...heir, from: account.phases[0]!.from, to: null }];
}

/** Of an eventful organisation: which members are opened, closed, or moved, and when. */
function eventOf(plan: OrganisationPlan, index: number): 'opened' | 'closed' | 'moved' | undefined {
  if (!plan.eventful || plan.months.length < 3) return undefined;
  if (index % 40 === 12) return 'opened';
  if (index % 40 === 24) return 'closed';
  return index % 120 === 36 ? 'moved' : undefined;
}

function placeMember(
  random: Random,
  plan: OrganisationPlan,
  index: number,
  admins: readonly SampleAccount[],
  id: string,
): Placed {
  const [head, admin] = [admins[0]!, admins[index % admins.length]!];
  const event = eventOf(plan, index);
  const eventMonth = plan.months[random.integer(1, plan.months.length - 2)] ?? plan.months[0]!;
  const from = event === 'opened' ? firstDay(eventMonth) : plan.since;
  const phases = event ? [{ from, payer: admin }] : phasesOf(random, plan, index, admin, from);
  const nextAdmin = admins[(index + 1) % admins.length]!;
  if (event === 'moved') phases.push({ from: firstDay(eventMonth), payer: nextAdmin });
  const account: SampleAccount = {
    provider: 'tencent',
    id,
    name: `${admin.entity.code.toLowerCase()}-${random.pick(uses)}-${String(index).padStart(2, '0')}`,
    entity: admin.entity,
    role: 'member',
    currency: plan.currency,
    creditLimit: random.chance(200) ? '20000' : '',
    opened: event === 'opened' ? from : null,
    closed: event === 'closed' ? lastDay(eventMonth) : null,
    weight: random.integer(1, 12),
    funder: admin,
    discountsFrom: event !== 'moved' && random.chance(600) ? head : null,
    phases,
  };
  const moved = { account, from: firstDay(eventMonth), entity: nextAdmin.entity.code, creditLimit: '' };
  return { account, links: linksOf(account, admin, head), changes: event === 'moved' ? [moved] : [] };
}

/** At least one account per entity; members belong to the entities in turn. */
export function makeOrganisation(
  random: Random,
  plan: OrganisationPlan,
  idFor: (provider: Provider) => string,
): SampleFamily {
  const head = adminOf(random, plan, plan.entities[0]!, idFor('tencent'), null);
  const entityAdmins = plan.entities.slice(1).map((entity) => adminOf(random, plan, entity, idFor('tencent'), head));
  const admins = [head, ...entityAdmins];
  const members = Array.from({ length: Math.max(0, plan.accounts - admins.length) }, (_, index) =>
    placeMember(random, plan, index, admins, idFor('tencent')),
  );
  return {
    head,
    accounts: [...admins, ...members.map((member) => member.account)],
    links: [...entityAdmins.map((admin) => adminLink(plan, admin, head)), ...members.flatMap((member) => member.links)],
    changes: members.flatMap((member) => member.changes),
  };
}
