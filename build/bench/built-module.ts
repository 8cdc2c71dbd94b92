// Parts of the product that are measured inside the bench, in the form that ships: built as the programs are, with the
// worker threads beside them.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nodeProgram } from '../node-program.ts';

const root = resolve(import.meta.dirname, '../..');

/** Builds a file of `electron/` into `out/bench` and answers where it stands, to be imported by a program of its own. */
export async function builtProgram(file: string): Promise<string> {
  await build({
    ...nodeProgram({ entry: file, folder: 'bench', form: 'modules' }),
    configFile: false,
    logLevel: 'error',
  });
  const built = resolve(root, 'out/bench', file.replace(/^.*\//, '').replace(/[.]ts$/, '.js'));
  return pathToFileURL(built).href;
}

/** Builds a file of `electron/` into `out/bench` and answers what it exports. */
export async function builtModule(file: string): Promise<unknown> {
  return import(await builtProgram(file));
}
