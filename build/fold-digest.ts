// The version of the fold that a build contains: a digest of every source that turns records into a state, sums it up or
// keeps it. A state kept by another build is then never taken for this one's.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folding = ['shared/money', 'shared/calendar', 'shared/rules', 'shared/book', 'shared/reports', 'electron/book'];

/** 64 hexadecimal digits over the names and texts of the sources, tests left out. */
export function foldDigest(): string {
  const digest = createHash('sha256');
  for (const folder of folding) {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names.sort()) {
      const text = readFileSync(join(root, folder, name));
      digest.update(`${folder}/${name} ${text.length}\n`).update(text);
    }
  }
  return digest.digest('hex');
}
