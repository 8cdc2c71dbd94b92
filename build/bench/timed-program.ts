// Runs a Node program as a process of its own, with its wall-clock time from start to end and its peak memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const probe = new URL('./usage-probe.mjs', import.meta.url).href;

/** Runs `node` with these arguments; throws what the program said where it does not end with 0. */
export async function timedProgram(
  args: readonly string[],
): Promise<{ readonly seconds: number; readonly peakBytes: number; readonly out: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'purser-bench-'));
  const usage = join(folder, 'usage.json');
  try {
    const began = performance.now();
    const { status, out, error } = await ended(args, usage);
    const seconds = (performance.now() - began) / 1000;
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${error}`);
    // maxRSS is in kilobytes on every system.
    const { maxRSS } = JSON.parse(readFileSync(usage, 'utf8')) as { maxRSS: number };
    return { seconds, peakBytes: maxRSS * 1024, out };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ended(args: readonly string[], usage: string): Promise<{ status: number | null; out: string; error: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PURSER_USAGE_FILE: usage };
    const child = spawn(process.execPath, ['--import', probe, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', error: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.error += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });
}
