// Movements, lots and vendor balances explained (F2–F4, K1).
import { formatDay } from '../../calendar/day.ts';
import { fromMinor } from '../../money/minor.ts';
import type { CashMoved, CashOut, FundsEffect } from '../../rules/effect.ts';
import type { MovementKey } from '../../rules/names.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { seqsOf } from './charges.ts';
import { cellOf } from './parts.ts';
import { columnName, partWords } from './words.ts';

/** A movement by the origins of the cash that it moved. */
export function explainMovement({ asking, row, currency }: Cell): Findings {
  const { book } = asking;
  const booked = book.movements.get(row.id as MovementKey)!;
  const reversal = booked.reversedBy === undefined ? {} : { mentions: [JSON.stringify(booked.reversedBy)] };
  const at = booked.entry === null ? -1 : book.timeline.entries.indexOf(booked.entry);
  const moved = (book.timeline.outcomes[at]?.effects ?? []).filter(isTransfer);
  const parts = moved.map((effect): Part => {
    return { label: partWords.cashOf(effect.origin), value: fromMinor(effect.amount, currency) };
  });
  return { parts: parts.length > 1 ? parts : [], seqs: [booked.seq], ...reversal };
}

function isTransfer(effect: FundsEffect): effect is CashMoved | CashOut {
  return effect.kind === 'allocated' || effect.kind === 'recovered' || effect.kind === 'withdrawn';
}

/** A lot ends in the movements that brought it: its trail, or what came in on its day. */
export function explainLot({ asking, row }: Cell): Findings {
  const { book } = asking;
  const trail = (row['trail'] ?? '').split(' ').filter((key) => key !== '') as MovementKey[];
  const account = `${row['provider']}:${row['account']}`;
  const arrived = [...book.movements.values()].filter(
    ({ movement, entry }) =>
      entry !== null && formatDay(movement.date) === row['date'] && (movement.to ?? movement.account) === account,
  );
  return { seqs: [...seqsOf(asking, trail), ...arrived.map(({ seq }) => seq)] };
}

/** The vendor's word is a record; the ledger's is the balance of that day. */
export function explainVendorBalance(cell: Cell): Findings {
  const { row, figure, column } = cell;
  const account = `${row['provider']}:${row['account']}`;
  const balance = { query: 'balances', input: { asOf: row['date'] }, of: { row: account }, column: 'balance' };
  const ledger: Part = { label: columnName('ledger'), value: cellOf(row, 'ledger'), figure: balance };
  const seqs = [Number(row['seq'])];
  if (column === 'ledger') return { parts: ledger.value.coefficient === 0n ? [] : [ledger], seqs };
  if (column !== 'difference') return { seqs };
  const vendor = cellOf(row, 'amount');
  const taken: Part = {
    label: columnName('vendorBalance'),
    value: { ...vendor, coefficient: -vendor.coefficient },
    figure: { ...figure, column: 'amount' },
  };
  return { parts: [ledger, taken].filter(({ value }) => value.coefficient !== 0n), seqs };
}
