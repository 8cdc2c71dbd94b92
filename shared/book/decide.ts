// What a command means (decide, in architecture.md): its input becomes facts, or a refusal. It reads the book and changes
// nothing; enter.ts checks the facts against the rules. A preview is the same without the entry.
import { type Month, formatMonth, lastDay, parseDay, parseMonth } from '../calendar/day.ts';
import type { CommandInput, CommandName } from '../contract/commands.ts';
import { type Party, adoptionOf } from '../rules/adopt.ts';
import type { Bucket } from '../rules/bill.ts';
import { chargesOf, workOf } from '../rules/charge.ts';
import { discountCheck } from '../rules/discount-check.ts';
import { payerCheck } from '../rules/payer-check.ts';
import type { Run } from '../rules/movement.ts';
import { payingLinkOn } from '../rules/link.ts';
import { type MovementKey, type MovementKind, accountKey } from '../rules/names.ts';
import { type Place, type Refusal, Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import { rowName } from './enter.ts';
import { chargeableBuckets, openExceptions } from './exceptions.ts';
import { missingBills } from './expected-bills.ts';
import type { Facts, ImportFact, RunFact } from './facts.ts';
import { readPolicies } from './policies.ts';
import type { Json, RecordKind } from './record.ts';
import { type Row, readRow } from './row.ts';
import { rowOf, rowOfAccount, rowOfLink } from './rows-of.ts';
import { runFactOf } from './run-fact.ts';
import { readSetupTables } from './setup-tables.ts';

/** What a decision may need that is not in the book's memory: gathered by the main process beforehand. */
export interface Evidence {
  /** The command's idempotency key: names what the command makes. */
  readonly key: string;
  /** importBills: the files read, those already in the book left out. */
  readonly imports?: readonly ImportFact[];
  /** resolveExceptions: the parties of all lines in the book. */
  readonly parties?: readonly Party[];
  /** runCharges: the lines of the period in active imports, and these imports. */
  readonly buckets?: readonly Bucket[];
  readonly importsUsed?: readonly string[];
}

/** Facts to enter; `kind` null where there is nothing to record. */
export interface Decision {
  readonly kind: RecordKind | null;
  readonly facts: Facts;
  readonly placeOf?: ((row: Row) => Place) | undefined;
  readonly result?: Readonly<Record<string, unknown>>;
}

type Deciders = {
  readonly [N in CommandName]: (book: Book, input: CommandInput<N>, evidence: Evidence) => Decision;
};

const nothing: Decision = { kind: null, facts: {} };

function entered(kind: RecordKind, facts: Facts): Decision {
  return { kind, facts };
}

function moved(
  kind: MovementKind,
): (book: Book, input: MovementInput | { rows: MovementInput[] }, evidence: Evidence) => Decision {
  return (_book, input, evidence) => {
    const rows = 'rows' in input ? input.rows : [input];
    return entered('fundsMoved', { movements: rows.map((row, at) => movementRow({ ...row, kind }, evidence.key, at)) });
  };
}

type MovementInput = Omit<CommandInput<'topUp'>, 'origin'> & { origin?: string | undefined; to?: string | undefined };

function movementRow(row: MovementInput & { readonly kind: MovementKind }, key: string, at: number): Row {
  return rowOf({ ...row, key: row.key ?? (at === 0 ? key : `${key}.${at + 1}`) });
}

/** One case per command; a missing one does not compile. */
const deciders: Deciders = {
  createBook: (book, { name, nameZh, baseCurrency }, { key }) => {
    if (book.title.id !== '') throw new Refused(bookExists(book.title.name));
    return entered('bookCreated', { book: rowOf({ id: key, name, nameZh, baseCurrency }) });
  },
  importDirectory: decideDirectory,
  addEntity: (_book, input) => entered('entityAdded', { entities: [rowOf(input)] }),
  changeEntity: (_book, input) => entered('entityChanged', { entityChanges: [rowOf(input)] }),
  addAccount: (_book, input) => entered('accountAdded', { accounts: [rowOf(input)] }),
  changeAccount: (_book, input) => entered('accountChanged', { accountEdits: [rowOf(input)] }),
  closeAccount: (_book, input) => entered('accountClosed', { accountEdits: [rowOf(input)] }),
  moveAccount: (_book, input) => entered('accountMoved', { accountChanges: [rowOf(input)] }),
  setCreditLimit: (_book, { amount, ...input }) =>
    entered('creditLimitSet', { accountChanges: [rowOf({ ...input, creditLimit: amount })] }),
  startLink: (_book, input) => entered('linkStarted', { links: [rowOf(input)] }),
  endLink: (_book, input) => entered('linkEnded', { linkEnds: [rowOf(input)] }),
  switchPaymentMode: decideSwitch,
  addOffer: (_book, input) => entered('offerAdded', { offers: [rowOf(input)] }),
  endOffer: (_book, input) => entered('offerEnded', { offerEnds: [rowOf(input)] }),
  blockProduct: (_book, input) => entered('productBlocked', { blocks: [rowOf(input)] }),
  addVoucher: (_book, input) => entered('voucherAdded', { vouchers: [rowOf(input)] }),
  topUp: moved('top-up'),
  allocateFunds: moved('allocation'),
  recoverFunds: moved('recovery'),
  withdraw: moved('withdrawal'),
  addGift: moved('gift'),
  expireGift: moved('gift-expiry'),
  freezeFunds: moved('freeze'),
  unfreezeFunds: moved('unfreeze'),
  openBalance: (book, { kind, ...input }, evidence) => moved(kind)(book, input, evidence),
  enterFunds: (_book, { rows }, { key }) =>
    entered('fundsMoved', { movements: rows.map((row, at) => movementRow(row, key, at)) }),
  reverseMovement: (_book, { movement, reason }, { key }) =>
    entered('movementReversed', { reversals: [rowOf({ key, movement, reason })] }),
  markDoneAtVendor: decideDoneAtVendor,
  importBills: (_book, _input, { imports = [] }) =>
    imports.length === 0 ? nothing : entered('billsImported', { imports }),
  undoImport: decideUndoImport,
  resolveExceptions: decideExceptions,
  runCharges: decideRun,
  recordVendorBalance: decideVendorBalance,
  recordReimbursement: (_book, input, { key }) =>
    entered('reimbursementRecorded', { reimbursements: [rowOf({ ...input, key: input.key ?? key })] }),
  setPolicy: (_book, { provider, policy }) => {
    const refusals: Refusal[] = [];
    const policies = readPolicies({ [provider]: policy as Json }, 'policy', refusals);
    if (refusals.length > 0) throw new Refused(...refusals);
    return entered('policySet', { policies });
  },
};

/** Decides a command whose input has passed its schema; throws Refused where a rule says no. */
export function decide<N extends CommandName>(
  book: Book,
  name: N,
  input: CommandInput<N>,
  evidence: Evidence,
): Decision {
  const decider = deciders[name] as (book: Book, input: CommandInput<N>, evidence: Evidence) => Decision;
  if (book.title.id === '' && name !== 'createBook') throw new Refused(noBook());
  return decider(book, input, evidence);
}

function decideDirectory(book: Book, { files, until }: CommandInput<'importDirectory'>): Decision {
  const { tables, places, warnings, refusals } = readSetupTables(files);
  const collected = [...refusals];
  const policies = readBookPolicies(files['book.json'], collected);
  if (collected.length > 0) throw new Refused(...collected);
  const end = until === undefined ? undefined : lastDay(parseMonth(until) ?? (0 as Month));
  const due = (row: Row): boolean => end === undefined || (parseDay(row['date'] ?? '') ?? 0) <= end;
  const fresh = (table: string, rows: readonly Row[] = []): readonly Row[] =>
    rows.filter((row) => !book.rowsSeen.has(rowName(table, row)));
  const facts = withoutEmptyLists({
    ...(policies && JSON.stringify(policies) !== JSON.stringify(book.structure.policies) ? { policies } : {}),
    entities: fresh('entities', tables.entities),
    accounts: fresh('accounts', tables.accounts),
    ...changesOf(book, tables.accountChanges ?? [], end),
    links: fresh('links', tables.links),
    offers: fresh('offers', tables.offers),
    blocks: fresh('blocks', tables.blocks),
    vouchers: fresh('vouchers', tables.vouchers),
    taxRates: fresh('taxRates', tables.taxRates),
    movements: (tables.movements ?? []).filter(
      (row) => due(row) && !book.movements.has((row['key'] ?? '') as MovementKey),
    ),
    reimbursements: (tables.reimbursements ?? []).filter(
      (row) => due(row) && !book.reimbursements.has(row['key'] ?? ''),
    ),
  });
  const kind = Object.keys(facts).length === 0 ? null : 'directoryImported';
  return { kind, facts, placeOf: (row) => places.get(row) ?? {}, result: { warnings } };
}

/**
 * Account changes up to a day are entered as they are; later ones ahead of their day, for a usage may end after the
 * month that bills it; those entered ahead whose day has come bring the question whether the move is clean.
 */
function changesOf(book: Book, rows: readonly Row[], end: number | undefined): Facts {
  const isDue = (row: Row): boolean => end === undefined || (parseDay(row['from'] ?? '') ?? 0) <= end;
  const seen = (table: string, row: Row): boolean => book.rowsSeen.has(rowName(table, row));
  const ahead = rows.filter((row) => seen('changesAhead', row));
  const fresh = rows.filter((row) => !seen('accountChanges', row) && !seen('changesAhead', row));
  return {
    accountChanges: fresh.filter(isDue),
    changesAhead: fresh.filter((row) => !isDue(row)),
    movesDue: ahead.filter((row) => isDue(row) && row['entity'] !== undefined && !seen('movesDue', row)),
  };
}

function withoutEmptyLists(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, list]) => !Array.isArray(list) || list.length > 0));
}

function readBookPolicies(text: string | undefined, refusals: Refusal[]): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as { policies?: Json };
    return value.policies === undefined ? undefined : readPolicies(value.policies, 'book.json', refusals);
  } catch {
    refusals.push({
      code: 'badJson',
      rule: 'S1',
      what: 'book.json is not valid JSON.',
      unchanged: 'Nothing of this folder was taken.',
      next: 'Correct book.json and enter the folder again.',
      where: { file: 'book.json' },
    });
    return undefined;
  }
}

/** Ends the links that stand in the way from the day on and starts the new one. */
function decideSwitch(book: Book, input: CommandInput<'switchPaymentMode'>): Decision {
  const day = parseDay(input.from);
  const key = accountKey(input.provider, input.account);
  const paying =
    day === undefined || !book.structure.accounts.has(key) ? undefined : payingLinkOn(book.structure, key, day);
  const between = (book.structure.links.get(key) ?? []).find(
    (link) => link.admin === accountKey(input.provider, input.admin) && (link.to === null || link.to > (day ?? 0)),
  );
  const ending = new Set([paying, between].filter((link) => link !== undefined));
  const permissions = input.permissions ?? [...(between?.permissions ?? ['view-bills', 'view-balance'])];
  const { provider, account } = input;
  return entered('paymentModeSwitched', {
    linkEnds: [...ending].map((link) =>
      rowOf({ provider, account, admin: link.admin.slice(provider.length + 1), to: input.from }),
    ),
    links: [rowOf({ ...input, permissions, crossEntityFunds: between?.crossEntityFunds })],
  });
}

function decideDoneAtVendor(book: Book, { movements, date, reference }: CommandInput<'markDoneAtVendor'>): Decision {
  const unknown = movements.find((key) => !book.movements.has(key as MovementKey));
  if (unknown !== undefined) throw new Refused(notThere('noSuchMovement', 'F10', `There is no movement ${unknown}.`));
  return entered('movementsDoneAtVendor', {
    doneAtVendor: movements.map((movement) => rowOf({ movement, date, reference })),
  });
}

function decideUndoImport(book: Book, input: CommandInput<'undoImport'>): Decision {
  const booked = book.imports.get(input.import);
  if (!booked || booked.gone)
    throw new Refused(notThere('noSuchImport', 'B3', `There is no import ${input.import} that counts.`));
  const charged = [...book.runs.values()].find((run) => run.imports.includes(input.import));
  if (charged)
    throw new Refused({
      code: 'importIsCharged',
      rule: 'C5',
      what: `The lines of ${booked.fact.name} are charged in ${formatMonth(charged.run.period)}.`,
      unchanged: 'The import stays.',
      next: 'Import the corrected file first and let it replace this one, then run the charges again.',
    });
  return entered('importUndone', { importsUndone: [rowOf(input)] });
}

function decideExceptions(book: Book, input: CommandInput<'resolveExceptions'>, { parties = [] }: Evidence): Decision {
  const { cause, resolution, reason, ids } = input;
  if (resolution !== 'adopt') {
    if (resolution === 'set-aside' && !reason)
      throw new Refused(notThere('reasonMissing', 'B5', 'Setting lines aside needs a reason.'));
    return entered('exceptionsResolved', {
      resolutions: (ids ?? []).map((subject) => rowOf({ cause, subject, resolution, reason })),
    });
  }
  const chosen = ids ? parties.filter((party) => ids.includes(accountKey(party.provider, party.owner))) : parties;
  const adoption = adoptionOf(book.structure, chosen);
  if (adoption.accounts.length === 0) return nothing;
  return {
    ...entered('exceptionsResolved', {
      adopting: true,
      accounts: adoption.accounts.map(rowOfAccount),
      links: adoption.links.map(rowOfLink),
    }),
    result: { adopted: adoption.accounts.map((account) => account.key) },
  };
}

function decideRun(book: Book, input: CommandInput<'runCharges'>, evidence: Evidence): Decision {
  const period = parseMonth(input.period);
  if (period === undefined) throw new Refused(notAMonth(input.period));
  const all = evidence.buckets ?? [];
  const open = openExceptions(book, all);
  const missing = input.complete ? [] : missingBills(book, period);
  if (open.length > 0) throw new Refused(...exceptionRefusals(open));
  if (missing.length > 0) throw new Refused(billsMissing(input.period, missing));
  const works = workOf(book.structure, chargeableBuckets(book, all));
  const run = { period, charges: chargesOf(book.structure, period, works) };
  const findings = { variances: discountCheck(works), otherPayers: payerCheck(works) };
  const former = book.runs.get(period);
  const fact = runFactOf(run, findings, evidence.importsUsed ?? []);
  if (former && isSameRun(former.run, run, former.imports, fact.imports))
    return { kind: null, facts: {}, result: { charges: fact.charges.length } };
  return { kind: 'chargesRun', facts: { run: fact }, result: { charges: fact.charges.length } };
}

function isSameRun(former: Run, run: Run, formerImports: readonly string[], imports: readonly string[]): boolean {
  const charges = (of: Run): RunFact['charges'] => runFactOf(of, { variances: [], otherPayers: [] }, []).charges;
  return formerImports.join() === imports.join() && JSON.stringify(charges(former)) === JSON.stringify(charges(run));
}

function exceptionRefusals(open: readonly ReturnType<typeof openExceptions>[number][]): readonly Refusal[] {
  return open.map(({ cause, subject, month, currency, lines }) => ({
    code:
      cause === 'unknown-owner'
        ? 'unknownOwner'
        : cause === 'overlap'
          ? 'filesOverlap'
          : cause === 'no-currency'
            ? 'noCurrency'
            : 'billCurrencyDiffers',
    rule: cause === 'overlap' ? 'B3' : 'B5',
    what: `${lines} lines of ${month} wait for a decision: ${cause} ${subject}${currency ? ` in ${currency}` : ''}.`,
    unchanged: 'No charges were posted.',
    next: 'Decide the open exceptions of the month, then run the charges again.',
    where: { value: subject },
  }));
}

function decideVendorBalance(book: Book, { rows }: CommandInput<'recordVendorBalance'>): Decision {
  const refusals: Refusal[] = [];
  rows.forEach((row, at) => {
    const account = book.structure.accounts.get(accountKey(row.provider, row.account));
    const reader = readRow(rowOf(row), { row: at + 1 }, refusals);
    if (!account)
      return reader.refuse(
        'account',
        'unknownAccount',
        'S3',
        `The book has no account ${row.provider}:${row.account}.`,
        'Add the account first, or correct the number.',
      );
    reader.requiredDay('date');
    reader.requiredAmount('amount', account.currency);
  });
  if (refusals.length > 0) throw new Refused(...refusals);
  return entered('vendorBalanceRecorded', { vendorBalances: rows.map(rowOf) });
}

function bookExists(name: string): Refusal {
  return {
    code: 'bookExists',
    rule: 'S1',
    what: `This folder holds the book ${name} already.`,
    unchanged: 'The book is as it was.',
    next: 'Open it, or choose another folder for a new book.',
  };
}

function noBook(): Refusal {
  return {
    code: 'noBook',
    rule: 'S1',
    what: 'There is no book in this folder yet.',
    unchanged: 'Nothing was made.',
    next: 'Create the book first (createBook).',
  };
}

function notAMonth(period: string): Refusal {
  return {
    code: 'badPeriod',
    rule: 'C1',
    what: `“${period}” is not a month.`,
    unchanged: 'Nothing was changed.',
    next: 'Give a month like 2026-10.',
    where: { column: 'period', value: period },
  };
}

function notThere(code: string, rule: string, what: string): Refusal {
  return { code, rule, what, unchanged: 'Nothing was changed.', next: 'Check the input and try again.' };
}

function billsMissing(period: string, missing: readonly string[]): Refusal {
  return {
    code: 'billsMissing',
    rule: 'C6',
    what: `The bills of ${missing.join(', ')} for ${period} are not there, and had been the month before.`,
    unchanged: 'No charges were posted.',
    next: 'Import them, or decide “no bill this month” for each.',
  };
}
