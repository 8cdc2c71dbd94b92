// The kinds of work that a month's bills make (ux/flows.md 2.1), in their order: exceptions hold the charges up, findings
// want to be looked at. Each has its code, what can be decided about it, and what is usually decided. It decides nothing.
import type { CommandInput } from '../../../shared/contract/commands.ts';
import type { Cause } from '../words.ts';

export type Resolution = CommandInput<'resolveExceptions'>['resolution'];
/** What leads somewhere instead of deciding. */
export type Way = 'explain' | 'change-offer' | 'change-link' | 'plan';
export type Choice = Resolution | Way;

export interface WorkKind {
  /** Unique among the kinds: a cause may have two usual decisions, each a kind of its own. */
  readonly id: Cause | 'overlap-provisional';
  readonly code: string;
  readonly list: 'exceptions' | 'findings';
  readonly cause: Cause;
  /** Of a cause with several kinds, the rows for which this is suggested. */
  readonly suggested?: 'skip' | 'replace';
  /** In their order; the first is what Enter takes where there is a usual thing to do. */
  readonly choices: readonly Choice[];
  readonly hasDefault: boolean;
}

const kind = (
  code: string,
  cause: Cause,
  choices: readonly Choice[],
  more: Partial<Pick<WorkKind, 'id' | 'suggested' | 'hasDefault'>> = {},
): WorkKind => {
  const list = code.startsWith('X') ? 'exceptions' : 'findings';
  return { id: cause, code, list, cause, choices, hasDefault: true, ...more };
};
const noDefault = { hasDefault: false } as const;

/** The kinds in the order of their codes. X04 comes with the months that are closed. */
export const workKinds: readonly WorkKind[] = [
  kind('X01', 'unknown-owner', ['adopt', 'map', 'set-aside']),
  kind('X02', 'overlap', ['skip', 'keep', 'replace'], { suggested: 'skip' }),
  kind('X02', 'overlap', ['replace', 'skip', 'keep'], { id: 'overlap-provisional', suggested: 'replace' }),
  kind('X03', 'currency-differs', ['map', 'set-aside'], noDefault),
  kind('X03', 'no-currency', ['map', 'set-aside'], noDefault),
  kind('X05', 'missing-bill', ['no-bill-this-month'], noDefault),
  kind('F01', 'discount-variance', ['claim', 'explain', 'change-offer']),
  kind('F02', 'payer-differs', ['keep-book', 'change-link']),
  kind('F03', 'parts-differ', ['accept-total', 'explain']),
  kind('F04', 'shared-lines', ['keep', 'skip']),
  kind('F05', 'closed-account', ['keep', 'reopen-account']),
  kind('F06', 'voucher-unknown', ['add-voucher', 'ignore']),
  kind('F07', 'blast-radius', ['plan']),
];

const ways: ReadonlySet<string> = new Set<Way>(['explain', 'change-offer', 'change-link', 'plan']);

/** Whether a choice leads somewhere instead of deciding. */
export function isWay(choice: Choice): choice is Way {
  return ways.has(choice);
}

/** The name of a choice: keeping means something else for charges than for lines, mapping for accounts that are known. */
export function choiceKey(
  { cause }: WorkKind,
  choice: Choice,
): `resolution.${Choice | 'keep-charges' | 'choose-account'}` {
  if (choice === 'keep' && cause === 'closed-account') return 'resolution.keep-charges';
  return choice === 'map' && cause !== 'unknown-owner' ? 'resolution.choose-account' : `resolution.${choice}`;
}
