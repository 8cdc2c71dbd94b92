// Runs the checks that need no test runner, two at a time, each printed whole when it ends; all run, also after one has
// failed, so that one look shows everything. `npm run check` runs the quick tests after it.
import { spawn } from 'node:child_process';

/** Scripts of package.json, the longest first. */
const waiting = ['lint', 'types', 'format:check', 'layers', 'tidy'];
const failed: string[] = [];

function runScript(script: string): Promise<void> {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${script}  ${seconds} s`);
      if (output.trim() !== '') console.log(output.trimEnd());
      if (status !== 0) failed.push(script);
      resolve();
    }),
  );
}

async function work(): Promise<void> {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) await runScript(script);
}

await Promise.all([work(), work()]);
if (failed.length > 0) {
  console.error(`Not in order: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
