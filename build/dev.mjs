// `npm run dev`: the window, built anew and started again with every change of its sources, until it is closed.
// `npm run dev -- Book.purser` begins with a book each time.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { targets } from './entries.ts';
import { ensureBuilt } from './freshness.mjs';
import { startMain } from './start-main.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const calmMs = 300;
const args = process.argv.slice(2);
let running;
let timer;

function start() {
  const program = startMain(args, { withWindow: true });
  running = program;
  // Ended by a person, not by a change.
  program.on('exit', (status) => running === program && process.exit(status ?? 1));
}

function startAgain() {
  const former = running;
  running = undefined;
  if (!former) return start();
  former.once('exit', start);
  former.kill();
}

if (!ensureBuilt(root)) process.exit(1);
const watched = targets.filter((each) => each !== 'cli');
let notYetBuilt = watched.length;
for (const target of watched) {
  const configFile = fileURLToPath(new URL(`vite.${target}.config.ts`, import.meta.url));
  const watcher = await build({ configFile, logLevel: 'warn', build: { watch: {} } });
  watcher.on('event', ({ code }) => {
    if (code !== 'END') return;
    notYetBuilt -= 1;
    if (notYetBuilt > 0) return;
    clearTimeout(timer);
    timer = setTimeout(startAgain, calmMs);
  });
}
