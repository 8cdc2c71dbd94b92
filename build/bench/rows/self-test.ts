// The bench's own test: the same work with 30 % more of it must show as about 1.3, or no figure of this run is worth much.
import { createHash } from 'node:crypto';
import type { Contest, Run } from '../contest.ts';
import { figureText } from '../table.ts';

const block = new Uint8Array(1 << 20);

function hashing(blocks: number): Run {
  return () => {
    const began = performance.now();
    const hash = createHash('sha256');
    for (let done = 0; done < blocks; done++) hash.update(block);
    const answer = hash.digest('hex') === '' ? 'nothing' : 'hashed';
    return Promise.resolve({ seconds: (performance.now() - began) / 1000, answer });
  };
}

export const plantedSlowdown: Contest = {
  name: 'self-test: a planted slowdown of 30 %',
  peer: 'the same work without it',
  mark: null,
  prepare: () => Promise.resolve({ subject: hashing(260), peer: hashing(200) }),
  objection: () => undefined,
};

/** What is wrong with the ratio that the bench gives for the planted slowdown; undefined where it sees it. */
export function unseenSlowdown(ratio: number): string | undefined {
  if (ratio > 1.2 && ratio < 1.4) return undefined;
  return `A slowdown of 30 % shows as ${figureText(ratio)}: this machine is too busy to measure on.`;
}
