// The policies of a book in words, and a change of some of them as the command takes it.
import type { CommandInput } from '../../../shared/contract/commands.ts';
import type { QueryAnswer } from '../../../shared/reports/answer.ts';
import { t, word } from '../../i18n/translate.svelte.ts';

export type ProviderPolicies = QueryAnswer<'policies'>[number];
type Setting = ProviderPolicies['settings'][number];

/** A value as people read it: an order is told word by word. */
export function valueText(value: string): string {
  return value
    .split(' ')
    .map((each) => word('policyValue', each))
    .join(' → ');
}

/** A setting that is not the provider's own says what that would be. */
export function usualText({ value, usual }: Setting): string {
  return value === usual ? '' : t('policies.usual', { value: valueText(usual) });
}

/** What is chosen by name, as `setPolicy` takes it: guardrails all at once, for they are kept as one. */
export function policyOf(
  { settings }: ProviderPolicies,
  chosen: Readonly<Record<string, string>>,
): CommandInput<'setPolicy'>['policy'] {
  const changed = settings.filter(({ name, value }) => (chosen[name] ?? value) !== value);
  const values = changed
    .filter(({ isGuardrail }) => !isGuardrail)
    .map(({ name }) => [name, name === 'deductionOrder' ? chosen[name]!.split(' ') : chosen[name]!] as const);
  if (!changed.some(({ isGuardrail }) => isGuardrail)) return Object.fromEntries(values);
  const guardrails = settings
    .filter(({ isGuardrail, name, usual, value }) => isGuardrail && (chosen[name] ?? value) !== usual)
    .map(({ name, value }) => [name, (chosen[name] ?? value) === 'on'] as const);
  return { ...Object.fromEntries(values), guardrails: Object.fromEntries(guardrails) };
}
