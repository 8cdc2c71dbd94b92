// Runs a scenario with one disk call failing, for every call in turn, and checks what is left: nothing is acknowledged
// that is not kept, the message is clear, and the book can be read at once and written once the disk works again.
import assert from 'node:assert/strict';
import { LedgerError } from '../../electron/ledger/ledger-error.ts';
import { readRecordsIfAny } from './check-book.ts';
import { onlySynced } from './crash-images.ts';
import { type Failure, failingDisk, type FailurePlan, shortDisk } from './failing-disk.ts';
import type { Scenario } from './scenario.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { Witness } from './witness.ts';

const shortLengths = [1, 7, 64];

/** Fails every call of a scenario once, or from there on; answers how many calls were failed. */
export async function runErrors(scenario: Scenario, failure: Failure, isForGood: boolean): Promise<number> {
  for (let call = 1; ; call += 1) {
    const plan = { failure, call, isForGood };
    try {
      if (!(await runWithFailure(scenario, plan))) return call - 1;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`${scenario.name}: ${failure} ${isForGood ? 'from' : 'at'} call ${call}: ${words}`, {
        cause: error,
      });
    }
  }
}

/** Runs a scenario on a disk whose writes and reads come in small pieces: nothing may be different. */
export async function runShort(scenario: Scenario): Promise<number> {
  for (const most of shortLengths) {
    const { disk, witness } = await prepared(scenario);
    try {
      await scenario.run(shortDisk(disk, most), witness);
      await scenario.check(disk.fork(), witness.promisedAt(Infinity));
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`${scenario.name}: in small pieces of ${most} bytes: ${words}`, { cause: error });
    }
  }
  return shortLengths.length;
}

const starts = new WeakMap<Scenario, SimulatedDisk>();

/** The disk at the beginning of a scenario, prepared once and copied for each run. */
async function prepared(scenario: Scenario): Promise<{ disk: SimulatedDisk; witness: Witness }> {
  let start = starts.get(scenario);
  if (!start) {
    start = new SimulatedDisk();
    await scenario.prepare(start);
    starts.set(scenario, start);
  }
  const disk = start.fork();
  return { disk, witness: new Witness(disk.log, readRecordsIfAny(disk)) };
}

/** False where the scenario ended before the call that was to fail. */
async function runWithFailure(scenario: Scenario, plan: FailurePlan): Promise<boolean> {
  const { disk, witness } = await prepared(scenario);
  const before = disk.tree.copy();
  const failing = failingDisk(disk, plan);
  const refusal = await errorOf(() => scenario.run(failing, witness));
  if (!failing.hasFailed()) {
    assert.equal(refusal, undefined, 'an error without a failure');
    return false;
  }
  if (refusal !== undefined) assertClear(refusal, plan.failure);
  assert.equal(disk.openFiles, 0, 'a file was left open');
  const promised = witness.promisedAt(Infinity);
  await scenario.check(disk.fork(), promised);
  await scenario.check(new SimulatedDisk(onlySynced(before, disk.log)), promised);
  return true;
}

async function errorOf(work: () => void | Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The system's own error, or a refusal that quotes it or says why nothing can be written since. */
function assertClear(error: unknown, failure: Failure): void {
  assert.ok(error instanceof Error, 'something else than an error was thrown');
  if (error instanceof LedgerError) {
    const { what, unchanged, next } = error.refusal;
    for (const words of [what, unchanged, next]) assert.ok(words.length > 20, `too short to be clear: ${words}`);
  }
  assert.ok(error.message.includes(failure), `the message does not name the failure: ${error.message}`);
}
