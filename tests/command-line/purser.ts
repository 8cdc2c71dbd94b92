// Calls the command line in this process, as a person would call the program, and keeps what it says. It knows nothing
// of what is right.
import { runCommandLine } from '../../electron/command-line/command-line.ts';
import type { ExitStatus } from '../../electron/command-line/failure.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';

/** What a call left behind: its exit status and both streams, with the refusals among what it said. */
export interface Called {
  readonly status: ExitStatus;
  readonly out: string;
  readonly error: string;
  readonly refusals: readonly Refusal[];
}

/** The instant at which every test runs, unless a call says `--now`. */
export const testNow = '2026-11-22T09:00:00.000Z';

/** Runs one call, such as `purser('month', folder, '--period', '2026-10')`. */
export async function purser(...args: readonly string[]): Promise<Called> {
  const said = { out: '', error: '' };
  const streams = {
    out: (text: string) => void (said.out += text),
    error: (text: string) => void (said.error += text),
    isTerminal: false,
  };
  const clock = () => testNow;
  const status = await runCommandLine(args, { streams, sampleGroup: '', clock, environment: {} });
  return { status, ...said, refusals: refusalsIn(said.error) };
}

/** The refusals that a text on standard error holds, one a line. */
export function refusalsIn(error: string): readonly Refusal[] {
  const lines = error.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line) as Refusal);
}
