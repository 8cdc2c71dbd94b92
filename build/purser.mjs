// Starts Purser in a checkout: `npm run --silent purser -- …`, `npm run demo`, `npm start`. Builds what is missing or
// stale, then runs the command line in this process, or, where a window is needed (to show, or to print documents),
// the main process in Electron, and without Electron's binary in the stand-in.
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './freshness.mjs';
import { startMain } from './start-main.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const mainProcess = join(root, 'out/main/main.js');
const printing = new Set(['month', 'demo', 'documents']);
/** Not one of the command line's own statuses: a failed build is not a refusal. */
const notBuilt = 4;

const [first, ...rest] = process.argv.slice(2);
const args = first === 'window' ? rest : process.argv.slice(2);

function needsWindow() {
  if (first === 'window') return true;
  return printing.has(first) && !rest.includes('--no-documents') && !rest.includes('--help') && existsSync(mainProcess);
}

/** Gives signals to the child, and its end to whoever waits for us. */
function passOn(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => process.exit(status ?? 128 + constants.signals[signal]));
}

// npm runs scripts in the checkout; paths are meant from where npm was called.
const calledByNpm = ['purser', 'demo'].includes(process.env.npm_lifecycle_event ?? '');
if (calledByNpm && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

if (!ensureBuilt(root)) {
  console.error('Purser could not be built, see above; nothing was run.');
  process.exitCode = notBuilt;
} else if (first !== 'build') {
  if (needsWindow()) passOn(startMain(args, { withWindow: first === 'window' }));
  else await import('../out/cli/cli.js');
}
