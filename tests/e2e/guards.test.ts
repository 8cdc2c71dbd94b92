// The guards of the shell hold, and each of them is needed: with one taken away its check fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { guards } from './guards/guards.ts';
import { plant } from './guards/plant.ts';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-guards-'));
let browser: Browser;
let program: string;
let shipped: RunningApp;

beforeAll(async () => {
  program = builtProgram();
  browser = await startChromium();
  shipped = await launchApp({ browser, home: join(folder, 'home') });
}, 120_000);
afterAll(async () => {
  await shipped.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(guards)('$name', (guard) => {
  test('it holds', () => guard.check(shipped));

  test('without its guard the check fails', async () => {
    const place = join(folder, String(guards.indexOf(guard)));
    const planted = join(place, 'program');
    plant(guard, program, planted);
    const app = await launchApp({ browser, home: join(place, 'home'), program: planted });
    try {
      await expect(guard.check(app)).rejects.toThrow();
    } finally {
      await app.kill();
    }
  });
});
