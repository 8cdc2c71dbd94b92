// Builds worker threads beside the program that starts them. In the source a worker is named where it is started:
// `new Worker(new URL('./read-lines.worker.ts', import.meta.url))`; in the built program that file is a .js.
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const workerName = /new URL\(\s*(['"])([^'"]+[.]worker)[.]ts\1\s*,\s*import[.]meta[.]url\s*\)/g;

/** A vite plugin that turns every worker named in the source into an entry of its own. */
export function workersBeside(): Plugin {
  return {
    name: 'purser:workers-beside',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('.worker.ts')) return null;
      return code.replace(workerName, (whole, quote: string, path: string, at: number) => {
        if (isInComment(code, at)) return whole;
        const name = basename(path);
        this.emitFile({ type: 'chunk', id: resolve(dirname(id), `${path}.ts`), name, fileName: `${name}.js` });
        return `new URL(${quote}./${name}.js${quote}, import.meta.url)`;
      });
    },
  };
}

function isInComment(code: string, at: number): boolean {
  return /^\s*(\/\/|\/?\*)/.test(code.slice(code.lastIndexOf('\n', at) + 1, at));
}
