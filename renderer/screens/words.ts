// The words of the rules in the language in use, as texts and as chips.
import type { Tag, Tone } from '../components/grid/column.ts';
import { type CodeWords, codeWordsIn } from '../i18n/both-languages.ts';
import { shortLanguage, word } from '../i18n/translate.svelte.ts';
import { session } from '../state/session.svelte.ts';

/** `Tencent Cloud`, `腾讯云`. */
export function providerName(provider: string): string {
  return word('provider', provider);
}

/** `Group admin`, `集团管理账号`. */
export function roleName(role: string): string {
  return word('role', role);
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

/** What exceptions and findings are of (ux/flows.md 2.1). */
export type Cause =
  | 'missing-bill'
  | 'overlap'
  | 'unknown-owner'
  | 'currency-differs'
  | 'no-currency'
  | 'discount-variance'
  | 'payer-differs'
  | 'parts-differ'
  | 'shared-lines'
  | 'closed-account'
  | 'voucher-unknown'
  | 'blast-radius';

/** What holds a line up, if anything. */
export function exceptionTag(cause: string): Tag | undefined {
  if (cause === '') return undefined;
  return { tone: cause === 'set-aside' || cause === 'mapped' ? 'neutral' : 'attention', text: word('cause', cause) };
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

/** The codes of a group of words, as filters know them. */
export function codeWords(group: string): readonly CodeWords[] {
  return codeWordsIn(group, shortLanguage());
}

/** The entities, each known by its code and its names. */
export function entityCodes(): readonly CodeWords[] {
  return session.entities.map(({ id, ...row }) => ({
    code: id,
    texts: [id, row['name'] ?? '', row['nameZh'] ?? ''].filter((text) => text !== ''),
  }));
}

/** The accounts by their keys, each known by its name and its number. */
export function accountCodes(): readonly CodeWords[] {
  return session.accounts.map((row) => {
    const number = row['account'] ?? '';
    return { code: row.id, texts: [row['name'] || number, number] };
  });
}
