// The words of the rules in the language in use, as texts and as chips.
import type { Tag, Tone } from '../components/grid/column.ts';
import { word } from '../i18n/translate.svelte.ts';

/** `Tencent Cloud`, `腾讯云`. */
export function providerName(provider: string): string {
  return word('provider', provider);
}

export function movementName(kind: string): string {
  return word('movement', kind);
}

export function categoryName(category: string): string {
  return word('category', category);
}

export function modeName(mode: string): string {
  return word('mode', mode);
}

export const causes = ['missing-bill', 'overlap', 'unknown-owner', 'currency-differs', 'no-currency'] as const;
export type Cause = (typeof causes)[number];

/** What holds a line up, if anything. */
export function exceptionTag(cause: string): Tag | undefined {
  if (cause === '') return undefined;
  return { tone: cause === 'set-aside' ? 'neutral' : 'attention', text: word('cause', cause) };
}

const tones: Readonly<Record<string, Tone>> = {
  'balance.ok': 'done',
  'balance.owing': 'attention',
  'balance.overdue': 'blocked',
  'movementStatus.posted': 'done',
  'month.to-run': 'open',
  'month.run': 'done',
  'month.outdated': 'attention',
  'month.closed': 'closed',
  'importStatus.counts': 'done',
  'closeState.open': 'open',
  'closeState.closed': 'closed',
};

/** A state of some kind of thing, as a chip; kinds and states are those of the messages. */
export function stateTag(kind: string): (state: string) => Tag {
  return (state) => ({ tone: tones[`${kind}.${state}`] ?? 'neutral', text: word(kind, state) });
}

/** Whether a bill is final. */
export function finalTag(text: string): Tag {
  return text === 'yes'
    ? { tone: 'done', text: word('bill', 'final') }
    : { tone: 'progress', text: word('bill', 'provisional') };
}
