// The policies of book.json (formats.md §1) checked word by word and given their names in code.
import { deductions, providers } from '../rules/names.ts';
import { guardrails } from '../rules/profile.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Json } from './record.ts';
import { camelCase } from './row.ts';

const choices: Readonly<Record<string, readonly string[]>> = {
  chargeBasis: ['billed', 'effective', 'contract'],
  settlement: ['rules', 'vendor'],
  lotOrder: ['oldest', 'own-first'],
  invoiceable: ['on-payment', 'on-charge'],
};

type JsonObject = { readonly [name: string]: Json };

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The policies by provider with camelCase names; what is not a policy is refused, never passed over. */
export function readPolicies(value: Json, file: string, refusals: Refusal[]): JsonObject {
  const refuse = (column: string, found: Json | undefined, expected: string): void => {
    refusals.push({
      code: 'badPolicy',
      rule: 'S5',
      what: `${file}: the policy ${column} reads ${JSON.stringify(found)}; expected ${expected}.`,
      unchanged: 'No policy was changed.',
      next: 'Correct the policy and enter it again.',
      where: { file, column, value: typeof found === 'string' ? found : JSON.stringify(found) },
    });
  };
  if (!isObject(value)) {
    refuse('policies', value, 'an object by provider');
    return {};
  }
  const read: Record<string, Json> = {};
  for (const [provider, policy] of Object.entries(value)) {
    if (!providers.some((known) => known === provider))
      refuse(provider, provider, `a provider: ${providers.join(', ')}`);
    else if (!isObject(policy)) refuse(provider, policy, 'an object');
    else read[provider] = readPolicy(policy, refuse);
  }
  return read;
}

function readPolicy(
  policy: JsonObject,
  refuse: (column: string, found: Json | undefined, expected: string) => void,
): JsonObject {
  const read: Record<string, Json> = {};
  for (const [written, value] of Object.entries(policy)) {
    const name = camelCase(written);
    const allowed = choices[name];
    if (allowed && !allowed.some((choice) => choice === value)) refuse(written, value, allowed.join(', '));
    else if (name === 'deductionOrder' && !isDeductionOrder(value))
      refuse(written, value, `each of ${deductions.join(', ')} once`);
    else if (name === 'guardrails' && !isGuardrails(value))
      refuse(written, value, `true or false by ${guardrails.join(', ')}`);
    else if (!allowed && name !== 'deductionOrder' && name !== 'guardrails')
      refuse(written, value, 'a policy that Purser knows');
    else read[name] = value;
  }
  return read;
}

function isDeductionOrder(value: Json): boolean {
  return Array.isArray(value) && value.length === deductions.length && deductions.every((each) => value.includes(each));
}

function isGuardrails(value: Json): boolean {
  return (
    isObject(value) &&
    Object.entries(value).every(([name, on]) => typeof on === 'boolean' && guardrails.some((known) => known === name))
  );
}
