// Negative charges reduce what the payer has to pay before anything is spent (rule F9; formats.md §2.1, 3).
import type { Minor } from '../money/minor.ts';
import type { Charge } from './movement.ts';
import { compareLargest, compareText } from './order.ts';

/** A charge of one payer's month with what is still to be settled of it. */
export interface OpenCharge {
  readonly charge: Charge;
  /** Its place in the run. */
  readonly place: number;
  remaining: Minor;
}

export interface SetOff {
  readonly negative: OpenCharge;
  readonly positive: OpenCharge;
  readonly amount: Minor;
}

/** Reduces the `remaining` of negative and positive charges alike; answers each step in order. */
export function setOff(open: readonly OpenCharge[]): readonly SetOff[] {
  const negatives = open
    .filter((one) => one.remaining < 0n)
    .sort((a, b) => compareLargest(b.remaining, a.remaining) || byName(a, b));
  const positives = open.filter((one) => one.remaining > 0n);
  const steps: SetOff[] = [];
  for (const sameOwner of [true, false]) {
    for (const negative of negatives) {
      const candidates = sameOwner ? positives.filter((one) => one.charge.owner === negative.charge.owner) : positives;
      while (negative.remaining < 0n) {
        const positive = largest(candidates);
        if (!positive) break;
        const amount = -negative.remaining < positive.remaining ? -negative.remaining : positive.remaining;
        negative.remaining += amount;
        positive.remaining -= amount;
        steps.push({ negative, positive, amount });
      }
    }
  }
  return steps;
}

function largest(candidates: readonly OpenCharge[]): OpenCharge | undefined {
  let chosen: OpenCharge | undefined;
  for (const one of candidates) {
    if (
      one.remaining > 0n &&
      (!chosen || one.remaining > chosen.remaining || (one.remaining === chosen.remaining && byName(one, chosen) < 0))
    )
      chosen = one;
  }
  return chosen;
}

/** The ties of formats.md §2.1: owner, product, category, entity. */
export function byName(left: OpenCharge, right: OpenCharge): number {
  const [one, other] = [left.charge, right.charge];
  return (
    compareText(one.owner, other.owner) ||
    compareText(one.product, other.product) ||
    compareText(one.category, other.category) ||
    compareText(one.entity, other.entity)
  );
}
