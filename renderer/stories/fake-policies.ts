// The policies of the made-up group. Nothing here is real.
import type { ProviderPolicies } from '../../shared/reports/policies.ts';

const onOff = ['on', 'off'];

/** Tencent Cloud with a policy of the book's own, AWS as it usually is. */
export function policiesOf(): readonly ProviderPolicies[] {
  return (['tencent', 'aws'] as const).map((provider) => {
    const guarded = provider === 'tencent' ? 'on' : 'off';
    const valued = [
      { name: 'chargeBasis', value: 'billed', usual: 'billed', choices: ['billed', 'effective', 'contract'] },
      { name: 'settlement', value: 'rules', usual: 'rules', choices: ['rules', 'vendor'] },
      {
        name: 'deductionOrder',
        value: 'voucher gift cash credit',
        usual: 'voucher gift cash credit',
        choices: ['voucher gift cash credit', 'gift voucher cash credit'],
      },
      {
        name: 'lotOrder',
        value: provider === 'tencent' ? 'own-first' : 'oldest',
        usual: 'oldest',
        choices: ['oldest', 'own-first'],
      },
      { name: 'invoiceable', value: 'on-charge', usual: 'on-charge', choices: ['on-payment', 'on-charge'] },
    ] as const;
    const guardrails = ['mandatory-views', 'same-entity-payer', 'no-chains', 'one-heritage', 'self-pay-funds'] as const;
    return {
      provider,
      accounts: 10,
      settings: [
        ...valued.map((setting) => ({ ...setting, isGuardrail: false })),
        ...guardrails.map((name) => ({ name, isGuardrail: true, value: guarded, usual: guarded, choices: onOff })),
      ],
    };
  });
}
