// Unpacks the Chromium that comes with the npm package @sparticuz/chromium, once per checkout, safely for several
// processes at once. It never downloads anything.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const chromiumPackage = join(modules, '@sparticuz/chromium');

/** A program that can be started, and what its environment needs. */
export interface ChromiumProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The packaged Chromium, unpacked into `node_modules/.cache`; undefined where the package is not installed. */
export async function packagedChromium(): Promise<ChromiumProgram | undefined> {
  if (!existsSync(join(chromiumPackage, 'bin/chromium.br'))) return undefined;
  const { version } = JSON.parse(await readFile(join(chromiumPackage, 'package.json'), 'utf8')) as { version: string };
  const folder = join(modules, '.cache', `purser-chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'purser-fonts.conf') };
  return { path: join(folder, 'chromium'), env };
}

/** The folder appears whole or not at all: everything is unpacked beside it and renamed; the first one wins. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true });
  const draft = await mkdtemp(`${folder}.`);
  try {
    await Promise.all([unpackProgram(draft), unpackArchive('al2023', draft), unpackArchive('fonts', draft)]);
    await writeFile(join(draft, 'purser-fonts.conf'), fontConfiguration(folder));
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function unpackProgram(folder: string): Promise<void> {
  const target = createWriteStream(join(folder, 'chromium'), { mode: 0o755 });
  return pipeline(readPacked('chromium.br'), createBrotliDecompress({ chunkSize: 2 ** 21 }), target);
}

function unpackArchive(name: string, folder: string): Promise<void> {
  return pipeline(readPacked(`${name}.tar.br`), createBrotliDecompress(), extract({ cwd: folder }));
}

function readPacked(name: string) {
  return createReadStream(join(chromiumPackage, 'bin', name), { highWaterMark: 2 ** 20 });
}

// The packaged font alone, so that what is printed does not depend on the fonts of the machine.
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}
