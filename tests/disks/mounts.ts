// Real disks for tests: a small one in memory that can be full, read-only or taken away. They are mounted by the system's
// own command, which takes an administrator; where that cannot be, the tests say loudly that they were not run, and why.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a disk of its own. */
export class SmallDisk {
  readonly path = mkdtempSync(join(tmpdir(), 'purser-disk-'));

  constructor(kilobytes: number) {
    run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'purser-test', this.path);
  }

  /** Lets nobody write, or everybody again. */
  remount(how: 'ro' | 'rw'): void {
    run('mount', '-o', `remount,${how}`, this.path);
  }

  remove(): void {
    run('umount', '-l', this.path);
    rmSync(this.path, { recursive: true });
  }
}

/** A folder shown at a second place, which can be taken away and put back while files in it are open. */
export class TakenFolder {
  readonly place = mkdtempSync(join(tmpdir(), 'purser-place-'));
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.putBack();
  }

  takeAway(): void {
    run('umount', '-l', this.place);
  }

  putBack(): void {
    run('mount', '--bind', this.#folder, this.place);
  }

  remove(): void {
    this.takeAway();
    rmSync(this.place, { recursive: true });
  }
}

function run(command: string, ...values: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, values, { encoding: 'utf8' });
  if (status !== 0) throw new Error(error ? error.message : `${command} ${values.join(' ')}: ${stderr.trim()}`);
}

/** Why no disk can be mounted here; undefined where it can. */
function whyNot(): string | undefined {
  try {
    new SmallDisk(64).remove();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether disks can be mounted; where not, a line that nobody overlooks says so. */
export const canMount: boolean = ((reason) => {
  if (reason !== undefined)
    console.error(`SKIPPED: no real disk was broken, since none can be mounted here (${reason}).`);
  return reason === undefined;
})(whyNot());
