// Charges explained: what each comes from and how it was settled (C1, F5, F9); groups by the charges in them.
import { lastDay } from '../../calendar/day.ts';
import { fromMinor } from '../../money/minor.ts';
import type { FundsEffect } from '../../rules/effect.ts';
import type { Charge } from '../../rules/movement.ts';
import type { MovementKey } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import type { SettledCharge } from '../charges.ts';
import type { Figure } from '../figure.ts';
import { type ListFilter, selected } from '../listing.ts';
import { type ChargeAmount, chargesList, chargesSeen } from '../lists/charges.ts';
import { seesCharge } from '../sight.ts';
import { chargeId } from '../works.ts';
import { explainPrice } from './charge-price.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { movementFigure, partsBeside, partsOfRows } from './parts.ts';
import { columnName, partWords } from './words.ts';

const ways = (['setOff', 'voucher', 'gift', 'cash', 'credit'] as const).map((way) => [way, 1] as const);

export function explainCharge(cell: Cell): Findings {
  const { asking, figure, row, column } = cell;
  const { groupBy } = figure.input;
  if (Array.isArray(groupBy) && groupBy.length > 0) return explainGroup(cell, groupBy as readonly string[]);
  const period = String(figure.input['period']);
  const charge = chargesSeen(asking, period).find((one) => chargeId(one) === row.id)!;
  const seqs = [asking.book.runs.get(monthAsked(period))!.seq];
  if (column === 'list' || column === 'discount' || column === 'amount') {
    const settledBy = column === 'amount' ? partsBeside(cell, ways) : [];
    return { seqs, settledBy, ...explainPrice(cell, charge) };
  }
  const steps = stepsOf(asking, period, charge);
  const parts = steps.flatMap((effect) => stepParts(asking, period, charge, effect, column as ChargeAmount));
  const trails = steps.flatMap((effect) => ('lot' in effect ? (effect.lot?.trail ?? []) : []));
  return { parts, seqs: [...seqs, ...seqsOf(asking, trails)] };
}

function explainGroup({ asking, figure, row, column, currency }: Cell, groupBy: readonly string[]): Findings {
  const period = String(figure.input['period']);
  const columns = [
    ...groupBy,
    ...(row['provider'] === undefined || groupBy.includes('provider') ? [] : ['provider']),
    'currency',
  ];
  const filter = columns.map((name): ListFilter & { test: 'is' } => ({
    column: name,
    test: 'is',
    value: row[name] ?? '',
  }));
  return {
    parts: chargeParts(
      asking,
      period,
      filter.filter((one) => one.column !== 'currency'),
      currency,
      column,
    ),
  };
}

/** The charges of a month and currency that pass a filter, as parts. */
export function chargeParts(
  asking: Asking,
  period: string,
  filter: readonly (ListFilter & { test: 'is' })[],
  currency: string,
  column: string,
): readonly Part[] {
  const rows = selected(chargesList(asking, { period }), { filter });
  const input = { period, filter: filter.map((one) => ({ ...one })) };
  return partsOfRows(
    'charges',
    input,
    rows.filter((row) => row['currency'] === currency),
    column,
  );
}

/** What the run did to settle a charge. */
function stepsOf({ book }: Asking, period: string, charge: SettledCharge): readonly FundsEffect[] {
  const { run } = book.runs.get(monthAsked(period))!;
  const place = run.charges.findIndex((one) => chargeId(one) === chargeId(charge));
  const effects = book.timeline.settled.get(run.period)?.effects ?? [];
  return effects.filter(
    (effect) =>
      ('charge' in effect && effect.charge === place) || (effect.kind === 'set-off' && effect.against === place),
  );
}

function stepParts(
  asking: Asking,
  period: string,
  charge: SettledCharge,
  effect: FundsEffect,
  column: ChargeAmount,
): readonly Part[] {
  const value = fromMinor(effect.amount, charge.currency);
  const run = asking.book.runs.get(monthAsked(period))!.run;
  if (effect.kind === 'set-off' && column === 'setOff') {
    const gives = run.charges[effect.charge]!;
    const isGiver = chargeId(gives) === chargeId(charge);
    const other = isGiver ? run.charges[effect.against]! : gives;
    const seen = seesCharge(asking, other, run.period);
    const label = seen ? partWords.setOffWith(other.owner, other.product) : partWords.hiddenCharge;
    const signed = fromMinor(isGiver ? -effect.amount : effect.amount, charge.currency);
    return [{ label, value: signed, ...(seen ? { partOf: chargeFigure(period, other, 'amount') } : {}) }];
  }
  if (effect.kind === 'by-voucher' && column === 'voucher')
    return [{ label: partWords.voucher(effect.voucher?.key ?? ''), value }];
  if (effect.kind === 'by-gift' && column === 'gift') return [{ label: columnName('gift'), value }];
  if (effect.kind === 'by-credit' && column === 'credit')
    return [{ label: partWords.owedFor(`${charge.owner} ${charge.product}`), value }];
  if (effect.kind === 'returned-as-cash' && column === 'cash')
    return [{ label: partWords.returned, value: fromMinor(-effect.amount, charge.currency) }];
  if (effect.kind !== 'by-cash' || column !== 'cash') return [];
  const trail = effect.lot?.trail ?? [];
  const label = partWords.lot(effect.origin ?? '', effect.lot?.date ?? lastDay(run.period), trail);
  const last = trail.at(-1);
  return [{ label, value, ...(last === undefined ? {} : { partOf: movementFigure(last) }) }];
}

/** The records of movements. */
export function seqsOf({ book }: Asking, keys: readonly MovementKey[]): readonly number[] {
  return keys.flatMap((key) => book.movements.get(key)?.seq ?? []);
}

export function chargeFigure(period: string, charge: Charge, column: string): Figure {
  return { query: 'charges', input: { period }, of: { row: chargeId(charge) }, column };
}
