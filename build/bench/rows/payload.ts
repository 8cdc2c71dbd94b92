// What is delivered: the packaged program's archive without fonts, against the size that is promised. The check of the
// package looks into it: no native module, nothing but what is meant to be there.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contest, Sample } from '../contest.ts';

const check = fileURLToPath(new URL('../../package-check.ts', import.meta.url));
const megabyte = 1e6;
const largest: Sample = { seconds: 0, peakBytes: 6 * megabyte, answer: '' };

function packaged(): Promise<Sample> {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', check], { encoding: 'utf8' });
  const size = /([\d.]+) MB without fonts/.exec(stdout)?.[1];
  if (size === undefined) throw new Error(`The program could not be packaged:\n${stderr}`);
  const answer = status === 0 ? 'as promised' : stderr.trim();
  return Promise.resolve({ seconds: (performance.now() - began) / 1000, peakBytes: Number(size) * megabyte, answer });
}

/** The figure is of bytes; the seconds are those of packaging. */
export const payload: Contest = {
  name: 'app.asar without fonts, no native module',
  peer: '6 MB',
  mark: 1,
  compared: 'peakBytes',
  rounds: 1,
  prepare: () => Promise.resolve({ subject: packaged, peer: () => Promise.resolve(largest) }),
  objection: (subject) => (subject === 'as promised' ? undefined : subject),
};
