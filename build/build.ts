// Builds what build/entries.ts lists into out/, and the sample group that ships with Purser. Progress goes to standard
// error: standard output belongs to the command that asked for the build.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { targets } from './entries.ts';
import { writeGroup } from './sample/group.ts';
import { demo } from './sample/sizes.ts';

const out = resolve(import.meta.dirname, '../out');

async function timed(name: string, work: () => unknown): Promise<void> {
  const start = performance.now();
  await work();
  console.error(`Built ${name} in ${Math.round(performance.now() - start)} ms.`);
}

async function buildAll(): Promise<void> {
  for (const folder of ['cli', 'main', 'renderer', 'sample'])
    rmSync(resolve(out, folder), { recursive: true, force: true });
  for (const target of targets)
    await timed(target, () =>
      build({ configFile: resolve(import.meta.dirname, `vite.${target}.config.ts`), logLevel: 'error' }),
    );
  await timed('sample', () => writeGroup(demo, 1, resolve(out, 'sample')));
}

try {
  await buildAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
