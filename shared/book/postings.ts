// Effects written as double-entry postings on the positions of formats.md §4; each effect sums to zero per currency (L2).
import type { Minor } from '../money/minor.ts';
import type { Due, FundsEffect, Reimbursed } from '../rules/effect.ts';
import { accountOf } from '../rules/link.ts';
import type { Charge } from '../rules/movement.ts';
import { providerOf } from '../rules/names.ts';
import type { Structure, Voucher } from '../rules/structure.ts';
import type { TimedEntry } from '../rules/timeline.ts';
import type { Posting } from './record.ts';

/** Sums of changes by position and currency; zero sums are dropped when read. */
export class PostingSum {
  readonly #sums = new Map<string, { position: string; amount: Minor; currency: string }>();

  add(position: string, amount: Minor, currency: string): void {
    const key = `${currency} ${position}`;
    const sum = this.#sums.get(key);
    if (sum) sum.amount += amount;
    else this.#sums.set(key, { position, amount, currency });
  }

  /** The non-zero sums, in the order in which their positions were first touched. */
  postings(): readonly Posting[] {
    return [...this.#sums.values()].filter((sum) => sum.amount !== 0n);
  }
}

/** Adds what an entry's effects do to positions; `sign` −1 takes them back. */
export function postEntry(
  sum: PostingSum,
  structure: Structure,
  entry: TimedEntry,
  effects: readonly FundsEffect[],
  sign: 1n | -1n,
): void {
  const charges = entry.event.kind === 'run' ? entry.event.run.charges : [];
  for (const effect of effects) {
    const { currency } = accountOf(structure, effect.account);
    const amount = sign * effect.amount;
    const [from, to] = positionsOf(effect, charges);
    if (from !== to) {
      sum.add(from, -amount, currency);
      sum.add(to, amount, currency);
    }
    if (effect.due) postDue(sum, effect.due, amount, currency);
  }
}

/** Where an effect's amount comes from and where it goes. */
function positionsOf(effect: FundsEffect, charges: readonly Charge[]): readonly [from: string, to: string] {
  const cash = 'origin' in effect ? `cash:${effect.account}:${effect.origin}` : '';
  const provider = providerOf(effect.account);
  switch (effect.kind) {
    case 'topped-up':
      return [`bank:${effect.origin}`, cash];
    case 'cash-opened':
      return ['opening', cash];
    case 'owed-opened':
      return [`owed:${effect.account}`, 'opening'];
    case 'allocated':
    case 'recovered':
      return [cash, `cash:${effect.to}:${effect.origin}`];
    case 'holder-changed':
      return [cash, cash];
    case 'withdrawn':
      return [cash, `bank:${effect.holder}`];
    case 'repaid':
      return [cash, `owed:${effect.account}`];
    case 'gift-given':
      return [`granted:${provider}`, `gift:${effect.account}`];
    case 'gift-expired':
      return [`gift:${effect.account}`, `granted:${provider}`];
    case 'by-voucher':
      return [`voucher:${effect.account}:${effect.voucher?.key ?? ''}`, costPosition(charges[effect.charge])];
    case 'by-gift':
      return [`gift:${effect.account}`, costPosition(charges[effect.charge])];
    case 'by-cash':
      return [cash, costPosition(charges[effect.charge])];
    case 'by-credit':
      return [`owed:${effect.account}`, costPosition(charges[effect.charge])];
    case 'set-off':
      return [costPosition(charges[effect.charge]), costPosition(charges[effect.against])];
    case 'returned-as-cash':
      return [costPosition(charges[effect.charge]), `cash:${effect.account}:${effect.holder}`];
  }
}

function costPosition(charge: Charge | undefined): string {
  if (!charge) throw new Error('an effect names a charge that its run does not have');
  return charge.category === 'Variance' ? `claim:${providerOf(charge.payer)}` : `cost:${charge.entity}`;
}

function postDue(sum: PostingSum, { creditor, debtor }: Due, amount: Minor, currency: string): void {
  sum.add(`due-from:${creditor}:${debtor}`, amount, currency);
  sum.add(`due-to:${debtor}:${creditor}`, -amount, currency);
}

export function postReimbursement(sum: PostingSum, effect: Reimbursed): void {
  const { debtor, creditor, amount, currency } = effect;
  if (effect.kind === 'due-opened') return postDue(sum, effect, amount, currency);
  sum.add(`bank:${debtor}`, -amount, currency);
  sum.add(`bank:${creditor}`, amount, currency);
  postDue(sum, effect, -amount, currency);
}

export function postVoucher(sum: PostingSum, voucher: Voucher): void {
  sum.add(`granted:${providerOf(voucher.account)}`, -voucher.amount, voucher.currency);
  sum.add(`voucher:${voucher.account}:${voucher.key}`, voucher.amount, voucher.currency);
}
