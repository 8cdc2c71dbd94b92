// A copy of the built program in which one guard is missing: a small patch of its text that fails if its place is not
// there exactly once.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Planted {
  /** A file of out/main. */
  readonly file: 'main.js' | 'preload.cjs';
  readonly find: string;
  readonly replace: string;
}

/** Makes the copy in a folder that does not exist yet. */
export function plant({ file, find, replace }: Planted, program: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(join(program, 'main'), join(folder, 'main'), { recursive: true });
  for (const beside of ['renderer', 'sample']) symlinkSync(join(program, beside), join(folder, beside));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  const path = join(folder, 'main', file);
  const parts = readFileSync(path, 'utf8').split(find);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times, not once: ${find}`);
  writeFileSync(path, parts.join(replace));
}
