// A family of accounts outside Tencent: one head pays for all members, across entities, and they inherit its discounts.
import type { Day } from '../../shared/calendar/day.ts';
import { type Permission, type Provider, permissions } from '../../shared/rules/names.ts';
import type { Random } from './random.ts';
import type { SampleAccount, SampleEntity, SampleFamily, SampleLink } from './structure.ts';

export interface FamilyPlan {
  readonly provider: Provider;
  readonly currency: string;
  readonly name: string;
  /** How many accounts, the head included. */
  readonly accounts: number;
  readonly creditLimit: string;
  /** Where the head belongs; members belong to these in turn. */
  readonly entities: readonly SampleEntity[];
  readonly since: Day;
}

const allButFunds: readonly Permission[] = permissions.filter((permission) => permission !== 'allocate-funds');

/** The head belongs to the first entity of the plan. */
export function makeFamily(random: Random, plan: FamilyPlan, idFor: (provider: Provider) => string): SampleFamily {
  const { provider, currency, since } = plan;
  const common = { provider, currency, opened: null, closed: null, funder: null };
  const head: SampleAccount = {
    ...common,
    id: idFor(provider),
    name: plan.name,
    entity: plan.entities[0]!,
    role: 'group-admin',
    creditLimit: plan.creditLimit,
    weight: random.integer(2, 6),
    discountsFrom: null,
    phases: [{ from: since, payer: null }],
  };
  const members = Array.from({ length: plan.accounts - 1 }, (_, index): SampleAccount => {
    const entity = plan.entities[(index + 1) % plan.entities.length]!;
    return {
      ...common,
      id: idFor(provider),
      name: `${plan.name}-${entity.code.toLowerCase()}-${String(index + 1).padStart(2, '0')}`,
      entity,
      role: 'member',
      creditLimit: '',
      weight: random.integer(1, 12),
      discountsFrom: head,
      phases: [{ from: since, payer: head }],
    };
  });
  const links = members.map((account): SampleLink => ({
    account,
    admin: head,
    mode: 'pay-on-behalf',
    permissions: allButFunds,
    crossEntityFunds: false,
    from: since,
    to: null,
  }));
  return { head, accounts: [head, ...members], links, changes: [] };
}
