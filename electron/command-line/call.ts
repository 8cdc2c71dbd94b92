// A call of the command line: its words and flags read, and the choices in them checked. Running it is command-line.ts's.
import { parseArgs } from 'node:util';
import type { CommandInput } from '../../shared/contract/commands.ts';
import type { Printer } from '../documents/printer.ts';
import { UsageError } from './failure.ts';
import type { Streams } from './streams.ts';

export interface CommandLineOptions {
  readonly streams: Streams;
  /** Absent where there is no window to print in: documents are then not made. */
  readonly openPrinter?: (() => Printer) | undefined;
  /** The folder of the group that ships with Purser. */
  readonly sampleGroup: string;
  /** The instant that the clock says, ISO 8601 in UTC. */
  readonly clock: () => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What `purser --help` says. */
export const usage = `Purser

  purser month SETUP --period 2026-10 [--out DIR] [--book DIR] [--adopt]
               [--duplicates keep|skip|replace] [--now INSTANT] [--no-documents]
  purser demo [--out DIR]
  purser commands
  purser do BOOK NAME [--input JSON|FILE|-] [--desk provider:id] [--by OPERATOR] [--key KEY] [--dry-run]
  purser ask BOOK NAME [--input JSON|FILE|-] [--desk provider:id]
  purser verify BOOK [--anchor HASH]
  purser backup BOOK TO
  purser restore FROM BOOK
  purser salvage BOOK TO
  purser export BOOK hledger|csv --out PATH [--period 2026-10] [--bom]

Exit status: 0 done, 1 refused, 2 usage, 3 the book is damaged or cannot be written.
`;

const flags = {
  period: { type: 'string' },
  out: { type: 'string' },
  book: { type: 'string' },
  adopt: { type: 'boolean' },
  duplicates: { type: 'string' },
  now: { type: 'string' },
  'no-documents': { type: 'boolean' },
  input: { type: 'string' },
  desk: { type: 'string' },
  by: { type: 'string' },
  key: { type: 'string' },
  'dry-run': { type: 'boolean' },
  anchor: { type: 'string' },
  bom: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** The words of a call, read. */
export interface Call {
  readonly words: readonly string[];
  readonly values: Flags;
  /** `--now`, else PURSER_NOW, else the clock. */
  readonly now: () => string;
}

type Flags = ReturnType<typeof readFlags>['values'];

/** Reads the arguments of a call; answers its name and the rest. Throws UsageError where a flag is unknown. */
export function readCall(
  args: readonly string[],
  options: CommandLineOptions,
): { readonly name: string; readonly call: Call } {
  const { values, positionals } = readFlags(args);
  const [name = 'help', ...words] = positionals;
  return { name: values.help ? 'help' : name, call: { words, values, now: clockOf(values.now, options) } };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function clockOf(stated: string | undefined, { environment, clock }: CommandLineOptions): () => string {
  const fixed = stated ?? environment['PURSER_NOW'];
  if (fixed === undefined || fixed === '') return clock;
  const instant = new Date(fixed);
  if (Number.isNaN(instant.getTime()))
    throw new UsageError(`--now reads “${fixed}”; give an instant like 2026-11-02T09:00:00Z.`);
  return () => instant.toISOString();
}

/** A word that must be there. */
export function wordOf(call: Call, at: number, what: string): string {
  const word = call.words[at];
  if (word === undefined || word === '') throw new UsageError(`The call lacks ${what}.\n\n${usage}`);
  return word;
}

const duplicateChoices = ['keep', 'skip', 'replace'] as const;

/** `--duplicates` as one of its three words. */
export function duplicatesOf(call: Call): CommandInput<'importBills'>['duplicates'] {
  const { duplicates } = call.values;
  const choice = duplicateChoices.find((one) => one === duplicates);
  if (duplicates !== undefined && choice === undefined)
    throw new UsageError(`--duplicates reads “${duplicates}”; give ${duplicateChoices.join(', ')}.`);
  return choice;
}
