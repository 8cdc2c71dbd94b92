// Parts of the product that are measured by themselves, in the form that ships: built as the programs are, with the
// worker threads beside them.
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nodeProgram } from '../node-program.ts';

const folder = resolve(import.meta.dirname, '../../out/bench');

/** Builds a file of `electron/` into `out/bench`; answers the path of the module. */
export async function builtProgram(file: string): Promise<string> {
  await build({ ...nodeProgram({ entry: file, folder, form: 'modules' }), configFile: false, logLevel: 'error' });
  return resolve(folder, `${basename(file, '.ts')}.js`);
}

/** Builds a file of `electron/` and answers what it exports. */
export async function builtModule(file: string): Promise<unknown> {
  return import(pathToFileURL(await builtProgram(file)).href);
}
