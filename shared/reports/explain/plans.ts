// The figures of a plan explained: what an account has is a balance of the book, the rest follows from the draft, and a
// total is the sum of its rows. It enters nothing and knows no plan but the one that it is given.
import { add, negate } from '../../money/decimal.ts';
import { lotsList } from '../lists/lots.ts';
import { listOf } from '../list-queries.ts';
import type { Figure } from '../figure.ts';
import type { ListRow } from '../listing.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { cellOf, movementFigure, partsBeside, withRest } from './parts.ts';
import { columnName, joined, partWords, plain } from './words.ts';

const ofBalance: readonly string[] = ['available', 'burnPerDay', 'cash', 'frozen', 'gift'];

export function explainAllocationPlan(cell: Cell): Findings {
  const { row, column } = cell;
  if (ofBalance.includes(column)) return { parts: [balancePart(cell, column)] };
  switch (row['kind']) {
    case 'total':
      return { parts: rowParts(cell, column, ({ kind }) => kind === 'target') };
    case 'movement':
      return { parts: rowParts(cell, 'amount', (each) => isRowOf(each, row['to'])) };
    case 'source':
      return explainSource(cell);
    default:
      return explainTarget(cell);
  }
}

function explainTarget(cell: Cell): Findings {
  const { row, column } = cell;
  switch (column) {
    case 'targetDays':
      return { note: partWords.asked };
    case 'afterDays':
      return { note: partWords.cover(row['after'] ?? '', row['burnPerDay'] ?? '') };
    case 'suggested':
      return row['kind'] === 'feed' ? passedOn(cell) : coverFor(cell, row['suggestedDays'] ?? '');
    case 'amount':
      if (row['kind'] === 'feed') return passedOn(cell);
      return row['targetDays'] ? coverFor(cell, row['targetDays']) : { note: partWords.written(row['written'] ?? '') };
    case 'after':
      return { parts: afterParts(cell) };
    default:
      return {};
  }
}

/** So many days of spending less what is there. */
function coverFor(cell: Cell, days: string): Findings {
  const { row, value } = cell;
  if (value.coefficient === 0n) return { note: partWords.enough };
  const needed = add(value, cellOf(row, 'available'));
  const label = partWords.daysOfCover(days, row['burnPerDay'] ?? '');
  return { parts: counting([{ label, value: needed }, balancePart(cell, 'available', -1)]) };
}

/** What an admin is passed on is what it gives beyond what it has. */
function passedOn(cell: Cell): Findings {
  const source = cell.rows.find((each) => each.id === `source:${cell.row['account']}`);
  if (!source) return {};
  const part = (column: string, sign: 1 | -1): Part => partOf(cell, source, column, columnName(column), sign);
  return { parts: counting([part('given', 1), part('repaid', 1), part('free', -1)]) };
}

function afterParts(cell: Cell): readonly Part[] {
  const { row, value } = cell;
  const source = cell.rows.find((each) => each.id === `source:${row['account']}`);
  const has = balancePart(cell, 'available');
  if (!source) return withRest(counting([has]), value, () => columnName('amount'));
  const moved = (['received', 'given'] as const).map((column) =>
    partOf(cell, source, column, columnName(column), column === 'given' ? -1 : 1),
  );
  return counting([has, ...moved]);
}

function explainSource(cell: Cell): Findings {
  const { row, column } = cell;
  switch (column) {
    case 'free':
      return { parts: counting([balancePart(cell, 'cash'), balancePart(cell, 'frozen', -1)]) };
    case 'received':
      return { parts: rowParts(cell, 'amount', (each) => isRowOf(each, row['account']) && each['source'] !== '') };
    case 'given':
      return { parts: rowParts(cell, 'amount', (each) => isPlanned(each) && each['source'] === row['account']) };
    case 'repaid':
      return { parts: counting([balancePart(cell, 'owed')]) };
    default:
      return {
        parts: partsBeside(cell, [
          ['free', 1],
          ['received', 1],
          ['repaid', -1],
          ['given', -1],
        ]),
      };
  }
}

export function explainRecoveryPlan(cell: Cell): Findings {
  const { row, column, value } = cell;
  if (row['kind'] === 'total') return { parts: rowParts(cell, column, ({ kind }) => kind === 'returning') };
  if (row['kind'] === 'movement') return { parts: [takenFrom(row['reference'] ?? '', value)] };
  if (ofBalance.includes(column)) return { parts: counting([balancePart(cell, column)]) };
  switch (column) {
    case 'recoverable':
      return { parts: recoverableParts(cell) };
    case 'amount':
      return { parts: rowParts(cell, 'amount', (each) => each['kind'] === 'movement' && each['from'] === row.id) };
    case 'after':
      return {
        parts: counting([
          balancePart(cell, 'cash'),
          balancePart(cell, 'frozen', -1),
          ...partsBeside(cell, [['amount', -1]]),
        ]),
      };
    case 'frozenStays': {
      const back = balancePart(cell, 'recoverable', -1);
      return { parts: counting([{ label: partWords.unspent, value: add(value, negate(back.value)) }, back]) };
    }
    default:
      return {};
  }
}

/** What of an allocation comes back. */
function takenFrom(allocation: string, value: Part['value']): Part {
  return { label: joined(columnName('recoverable'), plain(allocation)), value, partOf: movementFigure(allocation) };
}

/** The balance's own where all lots may come back, else the chosen ones. */
function recoverableParts(cell: Cell): readonly Part[] {
  const { asking, row, value, draft } = cell;
  const chosen = draft && 'rows' in draft ? draft.rows.find(({ account }) => account === row.id) : undefined;
  const allocations = chosen?.allocations;
  if (!allocations) return counting([balancePart(cell, 'recoverable')]);
  const input = { account: row.id, asOf: String(cell.figure.input['asOf']) };
  const lots = lotsList(asking, input).rows.filter((lot) => allocations.includes(lot['allocation'] ?? ''));
  const parts = lots.map((lot): Part => {
    const figure = { query: 'lots', input, of: { row: lot.id }, column: 'remaining' };
    return { label: plain(`${lot['allocation']} ${lot['date']}`), value: cellOf(lot, 'remaining'), figure };
  });
  return withRest(parts, value, () => partWords.heldByFreeze);
}

/** What the account of a row has, as the book says it. */
function balancePart(cell: Cell, column: string, sign: 1 | -1 = 1): Part {
  const { asking, figure, row } = cell;
  const account = row['account'] ?? row.id;
  const input = { asOf: String(figure.input['asOf']) };
  const balance = listOf(asking, 'balances', input)?.rows.find(({ id }) => id === account) ?? row;
  const value = cellOf(balance, column);
  return {
    label: columnName(column),
    value: sign === 1 ? value : negate(value),
    figure: { query: 'balances', input, of: { row: account }, column },
  };
}

/** A cell of another row of the plan. */
function partOf({ figure }: Cell, row: ListRow, column: string, label: Part['label'], sign: 1 | -1 = 1): Part {
  const value = cellOf(row, column);
  const own: Figure = { ...figure, of: { row: row.id }, column };
  return { label, value: sign === 1 ? value : negate(value), figure: own };
}

function rowParts(cell: Cell, column: string, wanted: (row: ListRow) => boolean): readonly Part[] {
  const name = (row: ListRow): string => row['name'] || (row['subject'] ?? row.id);
  return counting(cell.rows.filter(wanted).map((row) => partOf(cell, row, column, plain(name(row)))));
}

function isPlanned({ kind }: ListRow): boolean {
  return kind === 'target' || kind === 'feed';
}

function isRowOf(row: ListRow, account: string | undefined): boolean {
  return isPlanned(row) && row['account'] === account;
}

/** Without the parts that are zero. */
function counting(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ value }) => value.coefficient !== 0n);
}
