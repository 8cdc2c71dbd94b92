// Runs a scenario once on a recording disk, then checks every disk that a crash at any moment of it can leave. It
// counts what it checked; the first disk that is not as promised ends it, with the words to repeat it.
import { crashImages, type CrashKind, type CrashOptions } from './crash-images.ts';
import { readRecordsIfAny } from './check-book.ts';
import type { Scenario } from './scenario.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { Witness } from './witness.ts';

export interface CrashRunOptions extends CrashOptions {
  /** Only this image is checked: `moment/kind/detail` as a failure names it. */
  readonly only?: string | undefined;
}

/** Distinct disks checked, by kind of crash. */
export type CrashCounts = ReadonlyMap<CrashKind, number>;

/** Checks every image of a scenario once (`seen` are those of earlier runs); throws with the image's name where one is not as promised. */
export async function runCrashes(
  scenario: Scenario,
  options: CrashRunOptions,
  seen = new Set<string>(),
): Promise<CrashCounts> {
  const disk = new SimulatedDisk();
  await scenario.prepare(disk);
  const before = disk.tree.copy();
  disk.log.length = 0;
  const witness = new Witness(disk.log, readRecordsIfAny(disk));
  await runUndisturbed(scenario, disk, witness);
  const counts = new Map<CrashKind, number>();
  const cuts = Math.max(1, Math.round(options.cuts * scenario.fineness));
  for (const { moment, kind, name, disk: crashed } of crashImages(before, disk.log, { ...options, cuts })) {
    if (options.only !== undefined && options.only !== name) continue;
    const promised = witness.promisedAt(moment);
    const key = `${kind === 'killed'} ${crashed.tree.digest()} ${promised.acknowledged.length} ${promised.attempted?.seq} ${[...promised.done].join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    try {
      await scenario.check(crashed, promised);
    } catch (error) {
      throw new Error(replayHint(scenario, name, options, error), { cause: error });
    }
  }
  return counts;
}

async function runUndisturbed(scenario: Scenario, disk: SimulatedDisk, witness: Witness): Promise<void> {
  try {
    await scenario.run(disk, witness);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${scenario.name}: on a disk that works: ${words}`, { cause: error });
  }
}

function replayHint({ name }: Scenario, image: string, { seed, cuts }: CrashOptions, error: unknown): string {
  const words = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const repeat = `--part crashes --scenario '${name}' --seed ${seed} --cuts ${cuts} --only '${image}'`;
  return `${name}: after a crash (${image}) ${words}\n  repeat: npm run faults -- ${repeat}`;
}
