// The policies of the book by provider (rule S5): what is in force, what the provider's own profile has, what may be chosen.
import { profileOf, profiles, guardrails, type Profile } from '../rules/profile.ts';
import { type Provider, deductions, providerOf, providers } from '../rules/names.ts';
import type { Asking } from './asking.ts';

/** Policies with a value each; guardrails are on or off. */
const valued = ['chargeBasis', 'settlement', 'deductionOrder', 'lotOrder', 'invoiceable'] as const;

/** A policy: `value` is in force, `usual` is the provider's; orders are words in their order. */
export interface PolicySetting {
  readonly name: (typeof valued)[number] | (typeof guardrails)[number];
  readonly isGuardrail: boolean;
  readonly value: string;
  readonly usual: string;
  readonly choices: readonly string[];
}

export interface ProviderPolicies {
  readonly provider: Provider;
  /** How many accounts the book has there. */
  readonly accounts: number;
  readonly settings: readonly PolicySetting[];
}

const choices: Readonly<Record<(typeof valued)[number], readonly string[]>> = {
  chargeBasis: ['billed', 'effective', 'contract'],
  settlement: ['rules', 'vendor'],
  deductionOrder: ordersOf(deductions).map((order) => order.join(' ')),
  lotOrder: ['oldest', 'own-first'],
  invoiceable: ['on-payment', 'on-charge'],
};

/** The policies of every provider, those with accounts in the book first. */
export function policies({ book: { structure } }: Asking): readonly ProviderPolicies[] {
  const counts = new Map<Provider, number>();
  for (const key of structure.accounts.keys()) counts.set(providerOf(key), (counts.get(providerOf(key)) ?? 0) + 1);
  const all = providers.map((provider): ProviderPolicies => {
    const settings = settingsOf(profileOf(structure.policies, provider), profiles[provider]);
    return { provider, accounts: counts.get(provider) ?? 0, settings };
  });
  return [...all.filter(({ accounts }) => accounts > 0), ...all.filter(({ accounts }) => accounts === 0)];
}

function settingsOf(own: Profile, usual: Profile): readonly PolicySetting[] {
  const text = (profile: Profile, name: (typeof valued)[number]): string => {
    const value = profile[name];
    return typeof value === 'string' ? value : value.join(' ');
  };
  const onOff = ({ guardrails: on }: Profile, name: (typeof guardrails)[number]): string =>
    on.has(name) ? 'on' : 'off';
  return [
    ...valued.map((name) => {
      return { name, isGuardrail: false, value: text(own, name), usual: text(usual, name), choices: choices[name] };
    }),
    ...guardrails.map((name) => {
      return { name, isGuardrail: true, value: onOff(own, name), usual: onOff(usual, name), choices: ['on', 'off'] };
    }),
  ];
}

/** Every order of some words. */
function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length < 2) return [words];
  return words.flatMap((first) => ordersOf(words.filter((word) => word !== first)).map((rest) => [first, ...rest]));
}
