// Walks day by day through a shaken group and invents funds rows; keeps those that the model accepts at that moment.
import { Refused, applyFunds, unspentOf } from '../funds.ts';
import { cashOf, freeCashOf, noFlows, openLedger, owedOf, purseOf } from '../ledger.ts';
import { checkMoves } from '../month.ts';
import { dayAfter, firstDay, lastDay } from '../order.ts';
import { priceMonth } from '../price.ts';
import { decimalsOf } from '../profile.ts';
import { Rational, sum } from '../rational.ts';
import { linksOn } from '../facts.ts';
import { settleMonth } from '../settle.ts';
import type { Line } from '../bills.ts';
import type { Ledger } from '../ledger.ts';
import type { FundsRow, Setup } from '../setup.ts';
import type { Row } from '../table.ts';
import type { Dice } from './dice.ts';
import type { Family, Member, Structure } from './structure.ts';

interface Walk {
  dice: Dice;
  structure: Structure;
  ledger: Ledger;
  rows: FundsRow[];
  day: string;
}

/** The rows of `funds.csv`, every one acceptable on its day with all that came before. */
export function inventMovements(dice: Dice, structure: Structure, setup: Setup, lines: Line[]): Row[] {
  const { from, to, months, families } = structure;
  const walk: Walk = { dice, structure, ledger: openLedger(setup), rows: [], day: '' };
  const end = dayAfter(lastDay(to), 8);
  for (walk.day = dayAfter(firstDay(from), -12); walk.day <= end; walk.day = dayAfter(walk.day)) {
    checkMoves(walk.ledger, setup, walk.day);
    for (const family of families) {
      for (const member of [family.root, ...family.admins, ...family.members]) moveFunds(walk, family, member);
    }
    const month = walk.day.slice(0, 7);
    if (walk.day !== lastDay(month) || !months.includes(month)) continue;
    settleMonth(walk.ledger, priceMonth(setup, month, lines).charges);
    walk.ledger.flows = noFlows();
  }
  return inFileOrder(dice, walk.rows).map(rowText);
}

function moveFunds(walk: Walk, family: Family, member: Member): void {
  const { dice, day, structure } = walk;
  if (member.moves.some((move) => dayAfter(move.day, -1) === day)) return emptyPurse(walk, member);
  const isEdge = day.endsWith('-01') || day === lastDay(day.slice(0, 7));
  const isRoot = member === family.root;
  const eagerness = isRoot ? 0.18 : family.admins.includes(member) ? 0.15 : 0.08;
  if (!dice.chance(isEdge ? eagerness * 2 : eagerness)) return;
  const actions = [
    ...['top-up', 'allocation', 'allocation', 'allocation', 'recovery', 'recovery'],
    ...['gift', 'gift-expiry', 'freeze', 'unfreeze', 'withdrawal'],
  ];
  const opening = day < firstDay(structure.from) ? ['opening-cash', 'opening-owed', 'top-up'] : [];
  const repeats = dice.whole(1, 3);
  for (let time = 0; time < repeats; time += 1) {
    const kind = isRoot && time === 0 ? 'top-up' : dice.pick([...actions, ...opening, ...opening]);
    invent(walk, family, member, kind);
  }
}

// What moves to another entity holds nothing and owes nothing (P4 clean-move).
function emptyPurse(walk: Walk, member: Member): void {
  const purse = purseOf(walk.ledger, member.provider, member.id);
  propose(walk, member, 'unfreeze', purse.frozen);
  propose(walk, member, 'top-up', owedOf(purse));
  propose(walk, member, 'withdrawal', cashOf(purse));
  propose(walk, member, 'gift-expiry', purse.gift);
}

function invent(walk: Walk, family: Family, member: Member, kind: string): void {
  const { dice, ledger, structure } = walk;
  const purse = purseOf(ledger, member.provider, member.id);
  const size = (most: number): Rational => amountUpTo(dice, new Rational(BigInt(most), 1n), member.currency);
  const origin = dice.chance(0.4) ? dice.pick(structure.entities) : '';
  const inventions: Record<string, () => void> = {
    'top-up': () => propose(walk, member, kind, size(dice.pick([20, 800, 6000])), { origin }),
    'opening-cash': () => propose(walk, member, kind, size(500), { origin }),
    'opening-owed': () => propose(walk, member, kind, size(300)),
    gift: () => propose(walk, member, kind, size(200)),
    'gift-expiry': () => propose(walk, member, kind, amountUpTo(dice, purse.gift, member.currency)),
    freeze: () => propose(walk, member, kind, amountUpTo(dice, freeCashOf(purse), member.currency)),
    unfreeze: () => propose(walk, member, kind, amountUpTo(dice, purse.frozen, member.currency)),
    withdrawal: () =>
      propose(walk, member, kind, amountUpTo(dice, freeCashOf(purse).times(new Rational(1n, 4n)), member.currency)),
    allocation: () => inventAllocation(walk, family, member),
    recovery: () => inventRecovery(walk, family, member),
  };
  inventions[kind]!();
}

function inventAllocation(walk: Walk, family: Family, source: Member): void {
  const { dice, ledger, day } = walk;
  const targets = [...family.admins, ...family.members].filter((target) =>
    linksOn(ledger.setup, target.provider, target.id, day).some(
      (link) => link.admin === source.id && link.permissions.includes('allocate-funds'),
    ),
  );
  if (targets.length === 0) return;
  const target = dice.pick(targets);
  const owed = owedOf(purseOf(ledger, target.provider, target.id));
  const free = freeCashOf(purseOf(ledger, source.provider, source.id));
  const most = owed.sign() > 0 && dice.chance(0.5) ? owed : free;
  propose(walk, source, 'allocation', amountUpTo(dice, most, source.currency), { to: target.id });
}

function inventRecovery(walk: Walk, family: Family, source: Member): void {
  const { dice, ledger, rows } = walk;
  const purse = purseOf(ledger, source.provider, source.id);
  const allocations = rows.filter(
    (row) => row.kind === 'allocation' && row.to === source.id && unspentOf(purse, row.key).sign() > 0,
  );
  if (allocations.length === 0) return;
  const allocation = dice.pick(allocations);
  const amount = amountUpTo(dice, unspentOf(purse, allocation.key), source.currency);
  propose(walk, source, 'recovery', amount, { to: allocation.account, reference: allocation.key });
  const receiver = family.admins.find((admin) => admin.id === allocation.account);
  if (receiver && dice.chance(0.6)) inventRecovery(walk, family, receiver);
}

function propose(walk: Walk, member: Member, kind: string, amount: Rational, more: Partial<FundsRow> = {}): void {
  const { provider, id, currency } = member;
  const row = {
    date: walk.day,
    kind,
    provider,
    account: id,
    to: '',
    amount,
    currency,
    origin: '',
    reference: '',
    ...more,
  };
  const keyed: FundsRow = { key: `F${walk.rows.length + 1}`, ...row };
  try {
    applyFunds(walk.ledger, keyed);
  } catch (error) {
    if (error instanceof Refused) return;
    throw error;
  }
  walk.rows.push(keyed);
}

// Often all of it, seldom next to nothing.
function amountUpTo(dice: Dice, most: Rational, currency: string): Rational {
  const decimals = decimalsOf(currency);
  const share = dice.chance(0.2) ? Rational.parse('1') : new Rational(BigInt(dice.whole(1, 1000)), 1000n);
  return sum([most.times(share)]).floored(decimals);
}

// Rows apply by date, then file order: days may stand in any order, the rows of one day keep theirs.
function inFileOrder(dice: Dice, rows: FundsRow[]): FundsRow[] {
  if (dice.chance(0.6)) return rows;
  const days = dice.shuffled([...new Set(rows.map((row) => row.date))]);
  return days.flatMap((day) => rows.filter((row) => row.date === day));
}

function rowText(row: FundsRow): Row {
  return { ...row, amount: row.amount.toFixed(decimalsOf(row.currency)), note: '' };
}
