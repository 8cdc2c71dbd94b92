// Runs months from a setup folder by the rules' text alone, in exact fractions: the oracle of the property tests.
// It shares no code with the program and is written to be obviously right rather than fast.
import { adoptOwners, unknownOwners } from './adopt.ts';
import { readBills } from './bills.ts';
import { Refused, applyFunds, checkMove } from './funds.ts';
import { Tally, noFlows, openLedger } from './ledger.ts';
import { dayAfter, lastDay, monthsBetween } from './order.ts';
import { priceMonth } from './price.ts';
import { balanceRows, chargeRows, dueRows, findingRows, floatRows, invoiceableRows, lotRows } from './results.ts';
import { entityOn } from './facts.ts';
import { readSetup } from './setup.ts';
import { settleMonth } from './settle.ts';
import type { Line } from './bills.ts';
import type { Ledger } from './ledger.ts';
import type { Carried } from './results.ts';
import type { Setup } from './setup.ts';
import type { Row } from './table.ts';

/** The result tables of one month: rows by file name. */
export type Tables = Map<string, Row[]>;

/** Which months of which group to run; `adopt` takes the default resolution for unknown owners (B5). */
export interface Run {
  setupFolder: string;
  from: string;
  to: string;
  adopt: boolean;
}

/** The result tables of every month of the range. Throws `Refused` where the rules say no. */
export function runMonths({ setupFolder, from, to, adopt }: Run): Map<string, Tables> {
  const setup = readSetup(setupFolder);
  const lines = readBills(setup);
  if (adopt) adoptOwners(setup, lines);
  const unknown = unknownOwners(setup, lines);
  if (unknown.length > 0) throw new Refused(`Unknown owners: ${unknown.map((owner) => owner.id).join(', ')}`);
  const ledger = openLedger(setup);
  const carried: Carried = { dues: new Tally(), float: new Tally(), invoiceable: new Tally() };
  const results = new Map<string, Tables>();
  let after = '';
  for (const month of monthsBetween(from, to)) {
    applyMovements(ledger, after, lastDay(month));
    results.set(month, runMonth(ledger, lines, carried, month, from));
    after = lastDay(month);
  }
  applyMovements(ledger, after, '9999-12-31');
  return results;
}

/** Applies moves and funds rows dated after one day and up to another, by date, moves first, then file order. */
export function applyMovements(ledger: Ledger, after: string, upTo: string): void {
  const { setup } = ledger;
  const days = [...setup.changes.map((change) => change.from), ...setup.funds.map((row) => row.date)];
  for (const day of [...new Set(days)].filter((date) => date > after && date <= upTo).sort()) {
    checkMoves(ledger, setup, day);
    for (const row of setup.funds.filter(({ date }) => date === day)) applyFunds(ledger, row);
  }
}

/** Refuses what moves on a day while it is not clean (P4). */
export function checkMoves(ledger: Ledger, setup: Setup, day: string): void {
  for (const change of setup.changes.filter(({ from }) => from === day)) {
    checkMove(ledger, change, entityOn(setup, change.provider, change.account, dayAfter(day, -1)));
  }
}

function runMonth(ledger: Ledger, lines: Line[], carried: Carried, month: string, firstMonth: string): Tables {
  const { charges, variances } = priceMonth(ledger.setup, month, lines);
  const settled = settleMonth(ledger, charges);
  const tables: Tables = new Map([
    ['charges.csv', chargeRows(settled)],
    ['balances.csv', balanceRows(ledger, month)],
    ['lots.csv', lotRows(ledger)],
    ['dues.csv', dueRows(ledger, carried, month, firstMonth)],
    ['float.csv', floatRows(ledger, carried)],
    ['invoiceable.csv', invoiceableRows(ledger, carried, month)],
    ['findings.csv', findingRows(ledger, variances, month)],
  ]);
  ledger.flows = noFlows();
  return tables;
}
