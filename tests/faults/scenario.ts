// What a scenario of the fault laboratory is: work on a book that can be cut off, refused or killed at any call.
import type { Disk } from '../../electron/ledger/disk.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import type { Promised, Told } from './witness.ts';

export interface Scenario {
  readonly name: string;
  /** Makes the book that the work begins with; what it leaves counts as acknowledged. */
  prepare(disk: Disk): void | Promise<void>;
  run(disk: Disk, witness: Told): void | Promise<void>;
  /** What a user does next where the work was cut off; it may be cut off too. */
  recover(disk: Disk): void | Promise<void>;
  /** Throws where a disk after the work was cut off is not as promised. */
  check(disk: SimulatedDisk, promised: Promised): void | Promise<void>;
  /** How much finer than others its writes are cut, as its check is quick; below 1: coarser. */
  readonly fineness: number;
}
