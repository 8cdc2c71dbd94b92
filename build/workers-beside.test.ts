// Builds a small program with a worker thread and runs it: the worker lies beside it, and both speak.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { workersBeside } from './workers-beside.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-workers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = `
import { Worker } from 'node:worker_threads';
const worker = new Worker(new URL('./adder.worker.ts', import.meta.url), { workerData: [1n, 2n] });
worker.on('message', (sum: bigint) => console.log('sum', sum));
`;
const adder = `
import { parentPort, workerData } from 'node:worker_threads';
const [left, right] = workerData as bigint[];
parentPort!.postMessage(left + right);
`;

test('a worker named in the source is built beside its program', { timeout: 60_000 }, async () => {
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(join(folder, 'adder.worker.ts'), adder);
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    plugins: [workersBeside()],
    build: { ssr: join(folder, 'program.ts'), outDir: join(folder, 'out') },
  });
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['adder.worker.js', 'program.js']);
  expect(execFileSync(process.execPath, [join(folder, 'out/program.js')], { encoding: 'utf8' })).toBe('sum 3n\n');
});
