// The command line (interface.md §1): words become one call, and a call ends with an exit status. The same book without
// a window.
import { parseArgs } from 'node:util';
import type { CommandInput } from '../../shared/contract/commands.ts';
import type { Printer } from '../documents/printer.ts';
import { type ExitStatus, UsageError, reportFailure } from './failure.ts';
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

const usage = `Purser

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
  readonly values: ReturnType<typeof readFlags>['values'];
  /** `--now`, else PURSER_NOW, else the clock. */
  readonly now: () => string;
}

/** Runs one call and answers its exit status; every failure is written to standard error in the contract's form. */
export async function runCommandLine(args: readonly string[], options: CommandLineOptions): Promise<ExitStatus> {
  try {
    const { values, positionals } = readFlags(args);
    const [name = 'help', ...words] = positionals;
    if (values.help || name === 'help') {
      options.streams.out(usage);
      return 0;
    }
    return await runCall(name, { words, values, now: clockOf(values.now, options) }, options);
  } catch (error) {
    return reportFailure(error, options.streams.error);
  }
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

async function runCall(name: string, call: Call, options: CommandLineOptions): Promise<ExitStatus> {
  switch (name) {
    case 'month':
      return (await import('./call-month.ts')).callMonth(call, options);
    case 'demo':
      return (await import('./call-month.ts')).callDemo(call, options);
    case 'commands':
      return (await import('./call-commands.ts')).callCommands(options.streams);
    case 'do':
      return (await import('./call-do.ts')).callDo(call, options.streams);
    case 'ask':
      return (await import('./call-do.ts')).callAsk(call, options.streams);
    case 'verify':
      return (await import('./call-verify.ts')).callVerify(call, options.streams);
    case 'backup':
    case 'restore':
    case 'salvage':
      return (await import('./call-copies.ts')).callCopy(name, call, options.streams);
    case 'export':
      return (await import('./call-export.ts')).callExport(call, options.streams);
    default:
      throw new UsageError(`There is no call “${name}”.\n\n${usage}`);
  }
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
