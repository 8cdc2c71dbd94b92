// The policies of a book: what is in force beside what the provider's profile has, and every choice that is offered holds.
import { expect, test } from 'vitest';
import { BookStory } from '../../tests/book-story.ts';
import type { ProviderPolicies } from './policies.ts';

function told(): BookStory {
  return new BookStory('Harbour', 'CNY')
    .do('addEntity', { code: 'HT', name: 'Tech', currency: 'CNY' })
    .do('addAccount', { provider: 'aws', id: '1', entity: 'HT', role: 'entity-admin', currency: 'USD' });
}

function valueOf(all: readonly ProviderPolicies[], provider: string, name: string): readonly [string, string] {
  const { value, usual } = all.find((one) => one.provider === provider)!.settings.find((one) => one.name === name)!;
  return [value, usual];
}

test('providers with accounts come first, and begin with their profile', () => {
  const all = told().ask('policies', {});
  expect(all.map(({ provider, accounts }) => [provider, accounts]).slice(0, 2)).toEqual([
    ['aws', 1],
    ['tencent', 0],
  ]);
  expect(valueOf(all, 'aws', 'invoiceable')).toEqual(['on-charge', 'on-charge']);
  expect(valueOf(all, 'tencent', 'no-chains')).toEqual(['on', 'on']);
});

test('what is set is in force beside what is usual', () => {
  const story = told().do('setPolicy', {
    provider: 'aws',
    policy: { chargeBasis: 'contract', guardrails: { 'no-chains': true } },
  });
  const all = story.ask('policies', {});
  expect(valueOf(all, 'aws', 'chargeBasis')).toEqual(['contract', 'billed']);
  expect(valueOf(all, 'aws', 'no-chains')).toEqual(['on', 'off']);
  expect(valueOf(all, 'tencent', 'chargeBasis')).toEqual(['billed', 'billed']);
});

test('every choice that is offered can be set and is then in force', () => {
  const story = told();
  for (const { name, isGuardrail, choices } of story.ask('policies', {})[0]!.settings)
    for (const choice of choices) {
      const value = name === 'deductionOrder' ? choice.split(' ') : choice;
      const policy = isGuardrail ? { guardrails: { [name]: choice === 'on' } } : { [name]: value };
      story.do('setPolicy', { provider: 'aws', policy });
      expect(valueOf(story.ask('policies', {}), 'aws', name)[0], `${name} ${choice}`).toBe(choice);
    }
});
