// What a command means (decide, in architecture.md): its input becomes facts, or a refusal. It reads the book and changes
// nothing; enter.ts checks the facts against the rules. A preview is the same without the entry.
import { formatMonth } from '../calendar/day.ts';
import type { CommandInput, CommandName } from '../contract/commands.ts';
import { type MovementKey, type MovementKind, type Provider, accountKey } from '../rules/names.ts';
import { profiles } from '../rules/profile.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import { decideDirectory } from './decide-directory.ts';
import { decideExceptions } from './decide-exceptions.ts';
import { decideRun } from './decide-run.ts';
import { decideSwitch } from './decide-switch.ts';
import { type Decision, type Evidence, entered, notThere, nothing } from './decision.ts';
import type { ImportFact } from './facts.ts';
import { readPolicies } from './policies.ts';
import type { Json } from './record.ts';
import { type Row, readRow } from './row.ts';
import { rowOf } from './rows-of.ts';
import { unlessRefused } from './switch-refusals.ts';

type Deciders = {
  readonly [N in CommandName]: (book: Book, input: CommandInput<N>, evidence: Evidence) => Decision;
};

function moved(
  kind: MovementKind,
): (book: Book, input: MovementInput | { rows: MovementInput[] }, evidence: Evidence) => Decision {
  return (_book, input, evidence) => {
    if ('rows' in input)
      return manyMoved(
        input.rows.map((row) => ({ ...row, kind })),
        evidence.key,
      );
    return entered('fundsMoved', { movements: [movementRow({ ...input, kind }, evidence.key, 0)] });
  };
}

/** Many movements at once, all or none; a refusal says which row it is about. */
function manyMoved(rows: readonly KindedInput[], key: string): Decision {
  const movements = rows.map((row, at) => movementRow(row, key, at));
  const places = new Map(movements.map((row, at) => [row, { row: at + 1 }]));
  return { ...entered('fundsMoved', { movements }), placeOf: (row) => places.get(row) ?? {} };
}

type MovementInput = Omit<CommandInput<'topUp'>, 'origin'> & { origin?: string | undefined; to?: string | undefined };
type KindedInput = MovementInput & { readonly kind: MovementKind };

function movementRow(row: KindedInput, key: string, at: number): Row {
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
  startLink: (book, input) =>
    unlessRefused(book, entered('linkStarted', { links: [rowOf(input)] }), { ...input, day: input.from }),
  endLink: (book, input) =>
    unlessRefused(book, entered('linkEnded', { linkEnds: [rowOf(input)] }), { ...input, day: input.to }),
  switchPaymentMode: (book, input) => unlessRefused(book, decideSwitch(book, input), { ...input, day: input.from }),
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
  enterFunds: (_book, { rows }, { key }) => manyMoved(rows, key),
  reverseMovement: (_book, { reason, ...input }, { key }) => {
    const movements = 'movements' in input ? [...new Set(input.movements)] : [input.movement];
    const keyed = (place: number): string => (place === 0 ? key : `${key}.${place + 1}`);
    const reversals = movements.map((movement, place) => rowOf({ key: keyed(place), movement, reason }));
    return entered('movementReversed', { reversals });
  },
  markDoneAtVendor: decideDoneAtVendor,
  importBills: (_book, _input, { imports = [], unknownOwners = {} }) =>
    imports.length === 0
      ? nothing
      : { ...entered('billsImported', { imports }), result: { imports, unknownOwners, zones: zonesOf(imports) } },
  undoImport: decideUndoImport,
  resolveExceptions: decideExceptions,
  runCharges: decideRun,
  recordVendorBalance: decideVendorBalance,
  recordReimbursement: (_book, input, { key }) =>
    entered('reimbursementRecorded', { reimbursements: [rowOf({ ...input, key: input.key ?? key })] }),
  setPolicy: (book, { provider, policy }) => {
    const refusals: Refusal[] = [];
    const policies = readPolicies({ [provider]: policy as Json }, 'policy', refusals);
    if (refusals.length > 0) throw new Refused(...refusals);
    const former = (book.structure.policies[provider] ?? {}) as Readonly<Record<string, Json>>;
    const named = policies[provider] as Readonly<Record<string, Json>>;
    return entered('policySet', { policies: { [provider]: { ...former, ...named } } });
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

/** By provider of these files, how many minutes east of UTC its days begin (rule S5). */
function zonesOf(imports: readonly ImportFact[]): Readonly<Record<string, number>> {
  const named = new Set(imports.flatMap(({ months }) => months.map((month) => month.provider as Provider)));
  return Object.fromEntries([...named].map((provider) => [provider, profiles[provider].offsetMinutes]));
}

function decideDoneAtVendor(book: Book, { movements, date, reference }: CommandInput<'markDoneAtVendor'>): Decision {
  const unknown = movements.find((key) => !book.movements.has(key as MovementKey));
  if (unknown !== undefined)
    throw new Refused(
      notThere('noSuchMovement', 'F10', `There is no movement ${unknown}.`, { column: 'movements', value: unknown }),
    );
  return entered('movementsDoneAtVendor', {
    doneAtVendor: movements.map((movement) => rowOf({ movement, date, reference })),
  });
}

function decideUndoImport(book: Book, input: CommandInput<'undoImport'>): Decision {
  const booked = book.imports.get(input.import);
  if (!booked || booked.gone)
    throw new Refused(
      notThere('noSuchImport', 'B3', `There is no import ${input.import} that counts.`, {
        column: 'import',
        value: input.import,
      }),
    );
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
