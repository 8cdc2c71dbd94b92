// Finds a Chromium and starts it over playwright-core's pipe: no TCP port, an empty profile, nothing fetched.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { type ChromiumProgram, packagedChromium } from './unpack.ts';

// Debian's /usr/bin/chromium is a wrapper that adds flags of its own; this is the program itself.
const debianChromium = '/usr/lib/chromium/chromium';

const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/**
 * The Chromium to use: the one that PURSER_CHROMIUM names, else the packaged one, which has no windows, else Debian's.
 * Throws where there is none, and says what to install.
 */
export async function findChromium({ headless }: { readonly headless: boolean }): Promise<ChromiumProgram> {
  if (!headless && process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    throw new Error(
      'There is no screen to show a window on (DISPLAY is not set), so nothing was started. Start it on a desktop, or on ' +
        'a screen in memory: `xvfb-run npm start` (Debian: `apt-get install xvfb xauth`).',
    );
  const named = process.env['PURSER_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { path: named, env: {} };
    throw new Error(`PURSER_CHROMIUM names ${named}, which does not exist. Nothing was started. Correct or unset it.`);
  }
  const packaged = headless ? await packagedChromium() : undefined;
  if (packaged) return packaged;
  if (existsSync(debianChromium)) return { path: debianChromium, env: {} };
  throw new Error(
    headless
      ? 'No Chromium was found, so nothing was started. Run `npm ci`, or name a Chromium in PURSER_CHROMIUM.'
      : 'Nothing was started: a window needs Electron’s binary (`npx install-electron`), or a Chromium that can show ' +
          'windows (Debian: `apt-get install chromium`, or name one in PURSER_CHROMIUM).',
  );
}

/** Starts Chromium; the caller closes it. */
export async function startChromium({ headless = true }: { readonly headless?: boolean } = {}): Promise<Browser> {
  const program = await findChromium({ headless });
  const environment = Object.entries({ ...process.env, ...program.env });
  return chromium.launch({
    executablePath: program.path,
    headless,
    args: quietArguments,
    env: Object.fromEntries(environment.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });
}
