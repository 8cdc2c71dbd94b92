// The command line (interface.md §1): a call is read, run, and ends with an exit status. The same book without a window.
import { type Call, type CommandLineOptions, readCall, usage } from './call.ts';
import { type ExitStatus, UsageError, reportFailure } from './failure.ts';

/** Runs one call and answers its exit status; every failure is written to standard error in the contract's form. */
export async function runCommandLine(args: readonly string[], options: CommandLineOptions): Promise<ExitStatus> {
  try {
    const { name, call } = readCall(args, options);
    return await runCall(name, call, options);
  } catch (error) {
    return reportFailure(error, options.streams.error);
  }
}

async function runCall(name: string, call: Call, options: CommandLineOptions): Promise<ExitStatus> {
  if (namesABook(name, call)) (await import('./warn-of-place.ts')).warnOfPlace(name, call, options.streams);
  switch (name) {
    case 'help':
      options.streams.out(usage);
      return 0;
    case 'month':
      return (await import('./call-month.ts')).callMonth(call, options);
    case 'demo':
      return (await import('./call-month.ts')).callDemo(call, options);
    case 'commands':
      return (await import('./call-commands.ts')).callCommands(options.streams);
    case 'do':
      return (await import('./call-do.ts')).callDo(call, options.streams);
    case 'ask':
      return (await import('./call-ask.ts')).callAsk(call, options.streams);
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

/** Calls that touch a book which stays; the others start without looking for one. */
function namesABook(name: string, { values }: Call): boolean {
  return values.book !== undefined || !['help', 'commands', 'month', 'demo'].includes(name);
}
