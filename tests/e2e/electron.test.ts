// The same program in Electron itself, where its binary is here: it starts, opens the sample book, shows its first
// screen, and answers over its bridge. Elsewhere it is skipped and says why: the stand-in speaks for Electron then.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { electronBinary } from '../../build/start-main.mjs';
import { builtProgram } from '../../build/launch-app.ts';

const binary = electronBinary();
const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const lacking = !binary ? 'its binary is not here' : !hasScreen ? 'there is no screen' : undefined;

test.skipIf(lacking)(`in Electron ${lacking ? `not run: ${lacking}` : 'the sample book opens'}`, async () => {
  builtProgram();
  const home = mkdtempSync(join(tmpdir(), 'purser-electron-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: binary!,
    args: [resolve(import.meta.dirname, '../..'), `--user-data-dir=${home}`, ...sandbox],
  });
  try {
    const page = await app.firstWindow();
    await page.keyboard.press('Enter');
    await page.getByText('Sample book').waitFor();
    const book = await page.evaluate(() => window.purser.query('openBook', {} as never));
    expect(book).toMatchObject({ name: 'Harbour Group', sample: true, readOnly: null });
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
});
