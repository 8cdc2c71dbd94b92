// The laboratory is shown to bite: with each planted fault it goes red, and without any it is green.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bundle, type Patch } from './bundle.ts';
import { plantedFaults } from './planted-faults.ts';
import { scenarios } from './scenarios.ts';

async function runLab(name: string, patches: readonly Patch[], values: readonly string[]) {
  const program = await bundle('lab.ts', `lab-${name.replaceAll(/\W/g, '-')}`, patches);
  return spawnSync(process.execPath, [program, '--cuts', '3', ...values], { encoding: 'utf8' });
}

test.each(plantedFaults)('$name is found', async (fault) => {
  const place = fault.scenario === undefined ? [] : ['--scenario', fault.scenario];
  const { status, stderr } = await runLab(fault.name, [fault], ['--part', fault.part, ...place]);
  expect(stderr).toMatch(/after a crash|call \d+|flipped|small pieces|disk that works|damaged book/);
  expect(status).toBe(1);
});

test('without a planted fault the same runs are green', async () => {
  const { status, stderr } = await runLab('as shipped', [], ['--part', 'crashes']);
  expect(stderr).not.toMatch(/after a crash/);
  expect(status).toBe(0);
  expect(new Set(plantedFaults.flatMap(({ scenario }) => scenario ?? []))).toSatisfy((used: Set<string>) =>
    [...used].every((name) => scenarios.some((scenario) => scenario.name === name)),
  );
});

test('a patch whose place is gone is an error', async () => {
  const patch = { file: 'electron/ledger/journal.ts', find: 'no such line', replace: '' };
  await expect(bundle('lab.ts', 'lab-misplaced', [patch])).rejects.toThrow('does not hold exactly once');
});
