// Provider profiles and the policies that override them (S5).
import { expect, test } from 'vitest';
import { guardrails, profileOf, profiles } from './profile.ts';

test('S5: tencent has all guardrails, days of +08:00 and is paid in advance', () => {
  expect(profiles.tencent.guardrails).toEqual(new Set(guardrails));
  expect(profiles.tencent).toMatchObject({ offsetMinutes: 480, invoiceable: 'on-payment', paidAfterwards: false });
});

test.each(['alibaba', 'huawei'] as const)('S5: %s has one-heritage and no-chains, and clean-move as all do', (name) => {
  expect(profiles[name].guardrails).toEqual(new Set(['one-heritage', 'no-chains', 'clean-move']));
  expect(profiles[name]).toMatchObject({ offsetMinutes: 480, invoiceable: 'on-payment', paidAfterwards: false });
});

test.each(['aws', 'azure', 'gcp', 'oracle'] as const)(
  'S5: %s is paid afterwards, invoiced on charge, at UTC',
  (name) => {
    expect(profiles[name].guardrails).toEqual(new Set(['clean-move']));
    expect(profiles[name]).toMatchObject({ offsetMinutes: 0, invoiceable: 'on-charge', paidAfterwards: true });
  },
);

test('S5: any other provider is paid in advance, at UTC', () => {
  expect(profiles.other.guardrails).toEqual(new Set(['clean-move']));
  expect(profiles.other).toMatchObject({ offsetMinutes: 0, invoiceable: 'on-payment', paidAfterwards: false });
});

test('S5: everywhere billed cost by the rules, vouchers first and credit last, oldest lots first', () => {
  for (const profile of Object.values(profiles))
    expect(profile).toMatchObject({
      chargeBasis: 'billed',
      settlement: 'rules',
      deductionOrder: ['voucher', 'gift', 'cash', 'credit'],
      lotOrder: 'oldest',
    });
});

test('S5: a policy overrides what it names and no more', () => {
  const deductionOrder = ['cash', 'gift', 'voucher', 'credit'] as const;
  const policies = { aws: { chargeBasis: 'effective', lotOrder: 'own-first', deductionOrder } } as const;
  const profile = profileOf(policies, 'aws');
  expect(profile).toEqual({ ...profiles.aws, chargeBasis: 'effective', lotOrder: 'own-first', deductionOrder });
  expect(profileOf(policies, 'gcp')).toBe(profiles.gcp);
  const rest = { settlement: 'vendor', invoiceable: 'on-payment' } as const;
  expect(profileOf({ aws: rest }, 'aws')).toEqual({ ...profiles.aws, ...rest });
});

test('S5: guardrails are switched on and off one by one', () => {
  const policy = { guardrails: { 'clean-move': false, 'mandatory-views': true } };
  expect(profileOf({ aws: policy }, 'aws').guardrails).toEqual(new Set(['mandatory-views']));
  expect(profileOf({ huawei: policy }, 'huawei').guardrails).toEqual(
    new Set(['mandatory-views', 'no-chains', 'one-heritage']),
  );
});
