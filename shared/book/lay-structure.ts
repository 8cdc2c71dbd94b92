// Facts about the structure laid over a structure: the maps that change are copied, the rest is shared. What a rule
// refuses is collected with its place; nothing here looks at money.
import type { Day } from '../calendar/day.ts';
import type { Policies } from '../rules/profile.ts';
import type { Place, Refusal } from '../rules/refusal.ts';
import type { Structure, Voucher } from '../rules/structure.ts';
import type { Facts } from './facts.ts';
import { layAccountChanges, layAccounts, layEntities, dueMoves } from './lay-accounts.ts';
import { layLinks } from './lay-links.ts';
import { layOffers, layVouchers } from './lay-offers.ts';
import { type LaidMove, type Laying, everything } from './laying.ts';
import type { Row } from './row.ts';

/** A structure with new facts laid in, and what they mean for the timeline. */
export interface LaidStructure {
  readonly structure: Structure;
  readonly moves: readonly LaidMove[];
  readonly vouchers: readonly Voucher[];
  /** The earliest day from which funds could settle otherwise; undefined where none could. */
  readonly changedFrom: Day | undefined;
  readonly refusals: readonly Refusal[];
}

/** Lays the facts in; `adopting` leaves the link guardrails unasked, for the vendor has drawn those links (B5). */
export function layStructure(
  structure: Structure,
  facts: Facts,
  placeOf: (row: Row) => Place,
  adopting = false,
): LaidStructure {
  const laying: Laying = { structure: { ...structure }, refusals: [], placeOf, changedFrom: undefined };
  if (facts.policies !== undefined) {
    laying.structure.policies = { ...structure.policies, ...(facts.policies as Policies) };
    laying.changedFrom = everything;
  }
  layEntities(laying, facts);
  layAccounts(laying, facts);
  const due = dueMoves(laying, facts.movesDue ?? []);
  layAccountChanges(laying, facts.changesAhead ?? []);
  const moves = [...due, ...layAccountChanges(laying, facts.accountChanges ?? [])];
  layOffers(laying, facts);
  const vouchers = layVouchers(laying, facts.vouchers ?? []);
  layLinks(laying, facts, adopting);
  const { changedFrom, refusals } = laying;
  return { structure: laying.structure, moves, vouchers, changedFrom, refusals };
}
