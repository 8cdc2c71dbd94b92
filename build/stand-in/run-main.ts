// Runs a built main process without Electron's binary, to its end:
// `node --import tsx build/stand-in/run-main.ts out/main/main.js month …`.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StandIn } from './launch.ts';

export interface RunOptions {
  /** The built main process, a file. */
  readonly main: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the main process with the caller's standard streams; answers its exit status. */
export function runMain(options: RunOptions): Promise<number> {
  return new StandIn(options).ended;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [main, ...args] = process.argv.slice(2);
  if (main === undefined) {
    console.error('usage: run-main.ts MAIN [ARGUMENT…]');
    process.exitCode = 2;
  } else {
    process.exitCode = await runMain({ main, args });
  }
}
