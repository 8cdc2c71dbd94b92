// Builds a program of the laboratory into one file that plain Node runs, with changes planted in the shipped source
// where asked. A change whose place is not found is an error: it would plant nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A small change of one source file: a text that stands there exactly once, and what takes its place. */
export interface Patch {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Builds `tests/faults/<entry>` and answers the path of the built program. */
export async function bundle(entry: string, name: string, patches: readonly Patch[] = []): Promise<string> {
  // Among the modules, so that the libraries that stay outside are found from there.
  const outfile = join(repository, 'node_modules/.cache/purser-faults', `${name}.mjs`);
  await build({
    entryPoints: [join(repository, 'tests/faults', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
    plugins: [apart, planting(patches)],
  });
  return outfile;
}

/** The second reader stays a program of its own. */
const apart: Plugin = {
  name: 'apart',
  setup(building) {
    const path = pathToFileURL(join(repository, 'tests/second-reader/read-book.mjs')).href;
    building.onResolve({ filter: /read-book\.mjs$/ }, () => ({ path, external: true }));
  },
};

function planting(patches: readonly Patch[]): Plugin {
  return {
    name: 'plant',
    setup(building) {
      for (const { file, find, replace } of patches) {
        const path = join(repository, file);
        const source = readFileSync(path, 'utf8');
        if (source.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
        building.onLoad({ filter: new RegExp(`${escaped(path)}$`) }, () => ({
          contents: source.replace(find, () => replace),
          loader: 'ts',
        }));
      }
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
