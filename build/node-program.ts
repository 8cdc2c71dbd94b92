// How a program for Node or Electron's main process is built: one entry with its libraries inside, so that it starts in
// a blink, and with what it imports lazily in files beside it. Worker threads need no list: see workersBeside.
import { basename, resolve } from 'node:path';
import type { UserConfig } from 'vite';
import { foldDigest } from './fold-digest.ts';
import { workersBeside } from './workers-beside.ts';

const root = resolve(import.meta.dirname, '..');

/** A program of `electron/`, by its file there, the folder in out/ that takes it, and its form. */
export interface NodeProgram {
  readonly entry: string;
  readonly folder: string;
  /** A sandboxed preload must be one CommonJS file. */
  readonly form: 'modules' | 'one CommonJS file';
}

/** The vite configuration of a program; everything but Node's own modules and `electron` goes into it. */
export function nodeProgram({ entry, folder, form }: NodeProgram): UserConfig {
  const name = basename(entry, '.ts');
  const single = form === 'one CommonJS file';
  return {
    root,
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    plugins: [workersBeside()],
    define: { purserFoldDigest: JSON.stringify(foldDigest()) },
    build: {
      ssr: resolve(root, 'electron', entry),
      outDir: resolve(root, 'out', folder),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: {
          format: single ? 'cjs' : 'es',
          entryFileNames: single ? `${name}.cjs` : '[name].js',
          chunkFileNames: `${name}-[name]-[hash].js`,
          ...(single && { codeSplitting: false }),
        },
      },
    },
  };
}
