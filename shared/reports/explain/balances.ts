// Balances explained: what an account holds by its lots, movements and owed items (F1, F2, F7, F8).
import { inForce } from '../../calendar/dated.ts';
import { type Day, type Month, formatDay, formatMonth, lastDay } from '../../calendar/day.ts';
import { fromMinor } from '../../money/minor.ts';
import { payingLinkOn } from '../../rules/link.ts';
import type { AccountKey } from '../../rules/names.ts';
import { type OwedItem, type Purse, emptyPurse } from '../../rules/purse.ts';
import type { Voucher } from '../../rules/structure.ts';
import { pursesOn } from '../../rules/timeline.ts';
import { allocatedUntil, recoverableOf, unspentOf } from '../allocated.ts';
import { type Asking, dayAsked } from '../asking.ts';
import { burnBefore } from '../burn.ts';
import { type SettledCharge, settledCharges } from '../charges.ts';
import { selected } from '../listing.ts';
import { balancesList } from '../lists/balances.ts';
import { comparedBalances, latestBalances } from '../lists/vendor-balances.ts';
import { lotsList } from '../lists/lots.ts';
import { seesCharge } from '../sight.ts';
import { chargeFigure } from './charges.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { cellOf, minorPart, movementPart, movementsUntil, partsBeside, partsOfRows } from './parts.ts';
import { columnName, partWords, plain } from './words.ts';

const one = { coefficient: 1n, scale: 0 };

interface Held {
  readonly key: AccountKey;
  readonly day: Day;
  readonly purse: Purse;
}

export function explainBalance(cell: Cell): Findings {
  const { asking, figure, row } = cell;
  const { book } = asking;
  const asOf = figure.input['asOf'];
  if (figure.input['groupBy'] !== undefined) return explainSubtotal(cell, typeof asOf === 'string' ? { asOf } : {});
  const day = dayAsked(book, typeof asOf === 'string' ? asOf : undefined);
  const key = row.id as AccountKey;
  const purse = pursesOn(book.timeline, book.structure, day).get(key) ?? emptyPurse;
  return explainers[cell.column]?.(cell, { key, day, purse }) ?? {};
}

/** A subtotal of an entity is the sum over its accounts. */
function explainSubtotal({ asking, row, column }: Cell, input: { readonly asOf?: string }): Findings {
  const filter = (['entity', 'currency'] as const).map((name) => {
    return { column: name, test: 'is' as const, value: row[name] ?? '' };
  });
  const rows = selected(balancesList(asking, input), { filter });
  return { parts: partsOfRows('balances', { ...input, filter }, rows, column) };
}

const explainers: Readonly<Record<string, (cell: Cell, held: Held) => Findings>> = {
  available: (cell, held) => ({
    parts: partsBeside(cell, [
      ['cash', 1],
      ['frozen', -1],
      ['gift', 1],
      ['voucher', 1],
      ['creditLimit', 1],
      ['owed', -1],
    ]),
    positions: [...balancePositions(held.key), ...voucherPositions(cell, held)],
  }),
  creditAvailable: (cell) => ({
    parts: isPositive(cell)
      ? partsBeside(cell, [
          ['creditLimit', 1],
          ['owed', -1],
        ])
      : [],
  }),
  overdue: (cell) => ({
    parts: isPositive(cell)
      ? partsBeside(cell, [
          ['owed', 1],
          ['creditLimit', -1],
        ])
      : [],
  }),
  balance: (cell, { key }) => ({
    parts: partsBeside(cell, [
      ['cash', 1],
      ['gift', 1],
      ['owed', -1],
    ]),
    positions: balancePositions(key),
  }),
  cash: (cell, { key, purse }) => ({
    parts: lotParts(cell, key, () => true),
    seqs: trailSeqs(cell.asking, purse),
    positions: [`cash:${key}`],
  }),
  frozen: ({ asking }, held) => movements(asking, held, { freeze: 1n, unfreeze: -1n }),
  gift: explainGift,
  voucher: explainVouchers,
  owed: explainOwed,
  allocatedToDate: ({ asking }, { key, day }) => {
    const allocations = movementsUntil(asking.book.movements.values(), day).filter(
      ({ movement }) => movement.kind === 'allocation' && movement.to === key,
    );
    return { parts: allocations.map((one) => movementPart(one, 1n)), seqs: allocations.map(({ seq }) => seq) };
  },
  consumed: (cell, { key, day, purse }) => {
    const recovered = allocatedUntil(cell.asking.book, day)(key).recovered;
    const parts = [
      ...partsBeside(cell, [['allocatedToDate', 1]]),
      minorPart(partWords.recovered, -recovered, cell.currency),
      minorPart(partWords.unspent, -unspentOf(purse), cell.currency),
    ];
    return { parts: parts.filter(({ value }) => value.coefficient !== 0n) };
  },
  allocatedUnspent: (cell, { key, purse }) => ({
    parts: lotParts(cell, key, (trail) => trail !== ''),
    seqs: trailSeqs(cell.asking, purse),
  }),
  recoverable: (cell, { purse }) => {
    const held = minorPart(partWords.heldByFreeze, recoverableOf(purse) - unspentOf(purse), cell.currency);
    return {
      parts: [...partsBeside(cell, [['allocatedUnspent', 1]]), held].filter(({ value }) => value.coefficient !== 0n),
      seqs: trailSeqs(cell.asking, purse),
    };
  },
  burnPerDay: ({ asking }, { day }) => {
    const burn = burnBefore(asking, day);
    return burn
      ? { note: partWords.perDay(formatMonth(burn.month), burn.days), seqs: [asking.book.runs.get(burn.month)!.seq] }
      : {};
  },
  paysFor: ({ asking: { book } }, { key, day }) => {
    const { accounts } = book.structure;
    const paid = [...accounts.values()].filter(
      (account) => payingLinkOn(book.structure, account.key, day)?.admin === key,
    );
    return { parts: paid.map(({ name, key: own }) => ({ label: plain(`${name} ${own}`.trim()), value: one })) };
  },
  runwayDays: ({ row }) => ({ note: partWords.cover(row['available'] ?? '', row['burnPerDay'] ?? '') }),
  vendorBalance: ({ asking }, { key, day }) => {
    const latest = latestBalances(comparedBalances(asking.book, day)).get(key);
    return latest ? { seqs: [latest.seq] } : {};
  },
  difference: (cell, { key, day }) => {
    const latest = latestBalances(comparedBalances(cell.asking.book, day)).get(key);
    if (!latest) return {};
    const ledger = { query: 'balances', input: { asOf: formatDay(latest.date) }, of: { row: key }, column: 'balance' };
    const parts = [
      { label: columnName('ledger'), value: fromMinor(latest.ledger, cell.currency), figure: ledger },
      ...partsBeside(cell, [['vendorBalance', -1]]),
    ];
    return { parts: parts.filter(({ value }) => value.coefficient !== 0n), seqs: [latest.seq] };
  },
};

function balancePositions(key: AccountKey): readonly string[] {
  return [`cash:${key}`, `gift:${key}`, `owed:${key}`];
}

function vouchersInForce({ book }: Asking, { key, day }: Held): readonly Voucher[] {
  return (book.structure.vouchers.get(key) ?? []).filter((voucher) => inForce(voucher, day));
}

function voucherPositions({ asking }: Cell, held: Held): readonly string[] {
  return vouchersInForce(asking, held).map((voucher) => `voucher:${held.key}:${voucher.key}`);
}

/** What is cut off at zero is explained where it is above. */
function isPositive({ row, column }: Cell): boolean {
  return cellOf(row, column).coefficient > 0n;
}

function lotParts({ asking, figure }: Cell, account: AccountKey, wanted: (trail: string) => boolean): readonly Part[] {
  const { asOf } = figure.input;
  const input = { account, ...(typeof asOf === 'string' ? { asOf } : {}) };
  return lotsList(asking, input)
    .rows.filter((row) => wanted(row['trail'] ?? ''))
    .map((row) => ({
      label: { en: `Cash of ${row['origin']}, ${row['date']}`, zh: `${row['origin']} 的现金，${row['date']}` },
      value: cellOf(row, 'remaining'),
      figure: { query: 'lots', input, of: { row: row.id }, column: 'remaining' },
    }));
}

function trailSeqs({ book }: Asking, { lots }: Purse): readonly number[] {
  return lots.flatMap(({ trail }) => trail.flatMap((key) => book.movements.get(key)?.seq ?? []));
}

function movements({ book }: Asking, { key, day }: Held, signs: Readonly<Record<string, 1n | -1n>>): Findings {
  const own = movementsUntil(book.movements.values(), day).filter(
    ({ movement }) => movement.account === key && signs[movement.kind] !== undefined,
  );
  return { parts: own.map((one) => movementPart(one, signs[one.movement.kind]!)), seqs: own.map(({ seq }) => seq) };
}

function explainGift({ asking, currency }: Cell, held: Held): Findings {
  const { parts = [], seqs = [] } = movements(asking, held, { gift: 1n, 'gift-expiry': -1n });
  const spent: Part[] = [];
  for (const [month, { effects }] of asking.book.timeline.settled) {
    if (lastDay(month) > held.day) continue;
    const amount = effects.reduce(
      (sum, effect) => (effect.kind === 'by-gift' && effect.account === held.key ? sum + effect.amount : sum),
      0n,
    );
    if (amount !== 0n) spent.push(minorPart(partWords.giftSpent(formatMonth(month)), -amount, currency));
  }
  return { parts: [...parts, ...spent], seqs, positions: [`gift:${held.key}`] };
}

function explainVouchers(cell: Cell, held: Held): Findings {
  const { asking, currency } = cell;
  const { purse } = held;
  const vouchers = vouchersInForce(asking, held);
  const parts = vouchers.map((voucher) =>
    minorPart(partWords.voucher(voucher.key), voucher.amount - (purse.voucherSpent.get(voucher.key) ?? 0n), currency),
  );
  const mentions = vouchers.map((voucher) => JSON.stringify(voucher.key));
  const counting = parts.filter(({ value }) => value.coefficient !== 0n);
  return { parts: counting, mentions, positions: voucherPositions(cell, held) };
}

function explainOwed({ asking, currency }: Cell, { key, purse }: Held): Findings {
  const { book } = asking;
  const seqs = purse.owed.flatMap(({ period }) => (period === null ? [] : (book.runs.get(period)?.seq ?? [])));
  const known = new Map<Month, readonly SettledCharge[]>();
  const chargesOf = (period: Month): readonly SettledCharge[] => {
    const charges = known.get(period) ?? settledCharges(book, period);
    known.set(period, charges);
    return charges;
  };
  const parts = purse.owed.map((item) => owedPart(asking, item, chargesOf, currency));
  return { parts, seqs: [...new Set(seqs)], positions: [`owed:${key}`] };
}

function owedPart(
  asking: Asking,
  { period, charge: place, remaining }: OwedItem,
  chargesOf: (period: Month) => readonly SettledCharge[],
  currency: string,
): Part {
  const value = fromMinor(remaining, currency);
  if (period === null || place === null) return { label: partWords.owedOpening, value };
  const charge = chargesOf(period)[place];
  if (!charge || !seesCharge(asking, charge, period)) return { label: partWords.hiddenCharge, value };
  const label = partWords.owedFor(`${charge.owner} ${charge.product} ${formatMonth(period)}`);
  const figure = chargeFigure(formatMonth(period), charge, 'credit');
  return charge.credit === remaining ? { label, value, figure } : { label, value, partOf: figure };
}
