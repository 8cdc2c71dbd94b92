// Starts the built main process: in Electron where its binary is here, else in the stand-in, and says which.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Electron's program, or undefined where only its npm package is there.
 * @returns {string | undefined} */
export function electronBinary() {
  const folder = join(root, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** Starts it with the arguments of a call, or none; `withWindow`: to be seen on the screen. */
export function startMain(args, { withWindow }) {
  const binary = electronBinary();
  if (binary) return spawn(binary, [root, ...args], { stdio: 'inherit' });
  console.error("Electron's binary is not here: running in the stand-in.");
  const standIn = join(root, 'build/stand-in/run-main.ts');
  const main = join(root, 'out/main/main.js');
  const command = ['--import', import.meta.resolve('tsx'), standIn, ...(withWindow ? ['--window'] : []), main, ...args];
  return spawn(process.execPath, command, { stdio: 'inherit' });
}
