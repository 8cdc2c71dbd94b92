// Provider profiles (rule S5) and the policies of a book that override them.
import { type Deduction, type Provider, deductions } from './names.ts';

export const guardrails = [
  'mandatory-views',
  'same-entity-payer',
  'no-chains',
  'one-heritage',
  'self-pay-funds',
  'clean-move',
  'cross-entity-funds',
] as const;
export type Guardrail = (typeof guardrails)[number];

export interface Profile {
  /** Minutes east of UTC of the provider's days. */
  readonly offsetMinutes: number;
  readonly guardrails: ReadonlySet<Guardrail>;
  readonly chargeBasis: 'billed' | 'effective' | 'contract';
  readonly settlement: 'rules' | 'vendor';
  readonly deductionOrder: readonly Deduction[];
  readonly lotOrder: 'oldest' | 'own-first';
  readonly invoiceable: 'on-payment' | 'on-charge';
  /** Paid afterwards: an empty credit limit means no limit; in advance it is 0. */
  readonly paidAfterwards: boolean;
}

/** What `book.json` may override per provider; guardrails one by one. */
export interface Policy {
  readonly chargeBasis?: Profile['chargeBasis'] | undefined;
  readonly settlement?: Profile['settlement'] | undefined;
  readonly deductionOrder?: readonly Deduction[] | undefined;
  readonly lotOrder?: Profile['lotOrder'] | undefined;
  readonly invoiceable?: Profile['invoiceable'] | undefined;
  readonly guardrails?: Readonly<Partial<Record<Guardrail, boolean>>> | undefined;
}

export type Policies = Readonly<Partial<Record<Provider, Policy>>>;

const inAdvance: Profile = {
  offsetMinutes: 0,
  guardrails: new Set(['clean-move']),
  chargeBasis: 'billed',
  settlement: 'rules',
  deductionOrder: deductions,
  lotOrder: 'oldest',
  invoiceable: 'on-payment',
  paidAfterwards: false,
};
const afterwards: Profile = { ...inAdvance, invoiceable: 'on-charge', paidAfterwards: true };
const chinese: Profile = {
  ...inAdvance,
  offsetMinutes: 8 * 60,
  guardrails: new Set(['clean-move', 'one-heritage', 'no-chains']),
};

/** The table of rule S5, one row per provider. */
export const profiles: Readonly<Record<Provider, Profile>> = {
  tencent: { ...chinese, guardrails: new Set(guardrails) },
  alibaba: chinese,
  huawei: chinese,
  aws: afterwards,
  azure: afterwards,
  gcp: afterwards,
  oracle: afterwards,
  other: inAdvance,
};

/** The profile of a provider with the book's policy laid over it. */
export function profileOf(policies: Policies, provider: Provider): Profile {
  const base = profiles[provider];
  const policy = policies[provider];
  if (!policy) return base;
  return {
    ...base,
    chargeBasis: policy.chargeBasis ?? base.chargeBasis,
    settlement: policy.settlement ?? base.settlement,
    deductionOrder: policy.deductionOrder ?? base.deductionOrder,
    lotOrder: policy.lotOrder ?? base.lotOrder,
    invoiceable: policy.invoiceable ?? base.invoiceable,
    guardrails: new Set(guardrails.filter((name) => policy.guardrails?.[name] ?? base.guardrails.has(name))),
  };
}
