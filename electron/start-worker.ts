// Starts worker threads. Built, a worker is a JavaScript file beside its program (build/workers-beside.ts); run from
// the source, as tests do, its thread first needs a loader for TypeScript.
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts the worker at `new URL('./name.worker.ts', import.meta.url)`. */
export function startWorker(url: URL, options: WorkerOptions): Worker {
  if (!url.pathname.endsWith('.ts')) return new Worker(url, options);
  const loader = import.meta.resolve('tsx/esm/api');
  const program = `import('${loader}').then(({ register }) => (register(), import('${url}')))`;
  return new Worker(program, { ...options, eval: true });
}
