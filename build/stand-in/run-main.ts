// Runs a built main process without Electron's binary, to its end:
// `node --import tsx build/stand-in/run-main.ts out/main/main.js month …`, with `--window` first to be seen on the screen.
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { StandIn } from './launch.ts';

const [first, ...rest] = process.argv.slice(2);
const withWindow = first === '--window';
const [main, ...args] = withWindow ? rest : process.argv.slice(2);
if (main === undefined) {
  console.error('usage: run-main.ts [--window] MAIN [ARGUMENT…]');
  process.exitCode = 2;
} else {
  process.exitCode = await (withWindow ? runOnScreen(main, args) : new StandIn({ main, args }).ended);
}

/** Where nothing can be shown, nothing is started, and it is said why. */
async function runOnScreen(program: string, given: readonly string[]): Promise<number> {
  let browser: Browser;
  try {
    browser = await startChromium({ headless: false });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  const status = await new StandIn({ main: program, args: given, browser, onScreen: true }).ended;
  await browser.close();
  return status;
}
