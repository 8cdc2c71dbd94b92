// A disk that says no: it passes every call on until the one that is to fail. A write that fails has done half of its
// work, and a sync that fails has lost what it was to keep, as on real systems.
import type { Disk } from '../../electron/ledger/disk.ts';
import { type SimulatedDisk, systemError } from './simulated-disk.ts';

/** The errors that the laboratory injects, and the calls that can give them. */
export const failures = {
  EIO: [
    'open',
    'read',
    'write',
    'sync',
    'syncFolder',
    'rename',
    'unlink',
    'makeFolder',
    'removeFolder',
    'list',
    'facts',
  ],
  ENOSPC: ['create', 'write', 'sync', 'syncFolder', 'rename', 'makeFolder', 'lock'],
  EROFS: ['create', 'openToWrite', 'rename', 'unlink', 'makeFolder', 'removeFolder', 'lock'],
  EACCES: ['create', 'openToWrite', 'rename', 'unlink', 'makeFolder', 'removeFolder', 'lock'],
  EMFILE: ['open', 'create', 'openToWrite', 'syncFolder', 'list', 'lock'],
} as const satisfies Record<string, readonly string[]>;
export type Failure = keyof typeof failures;

export interface FailingDisk extends Disk {
  /** Whether the call that was to fail has come. */
  readonly hasFailed: () => boolean;
}

export interface FailurePlan {
  readonly failure: Failure;
  /** Which of the calls that can fail so is the first to fail, counted from 1. */
  readonly call: number;
  /** All such calls fail from there on, not the one alone. */
  readonly isForGood: boolean;
}

/** A disk over another, failing as planned. */
export function failingDisk(disk: SimulatedDisk, plan: FailurePlan): FailingDisk {
  let calls = 0;
  const canFail: readonly string[] = failures[plan.failure];
  const fails = (call: string): boolean => {
    if (!canFail.includes(call)) return false;
    calls += 1;
    return plan.isForGood ? calls >= plan.call : calls === plan.call;
  };
  const guard = (call: string, before: () => void = () => undefined): void => {
    if (!fails(call)) return;
    before();
    throw systemError(plan.failure, call);
  };
  return {
    hasFailed: () => calls >= plan.call,
    open(path, mode) {
      guard(mode === 'create' ? 'create' : mode === 'write' ? 'openToWrite' : 'open');
      return disk.open(path, mode);
    },
    close: (file) => disk.close(file),
    read(file, into, position) {
      guard('read');
      return disk.read(file, into, position);
    },
    write(file, bytes, position) {
      guard('write', () => disk.write(file, bytes.subarray(0, bytes.length >> 1), position));
      return disk.write(file, bytes, position);
    },
    sync(file) {
      guard('sync', () => disk.failSync(file));
      disk.sync(file);
    },
    syncFolder(path) {
      guard('syncFolder');
      disk.syncFolder(path);
    },
    rename(from, to) {
      guard('rename');
      disk.rename(from, to);
    },
    unlink(path) {
      guard('unlink');
      disk.unlink(path);
    },
    makeFolder(path) {
      guard('makeFolder');
      disk.makeFolder(path);
    },
    removeFolder(path) {
      guard('removeFolder');
      disk.removeFolder(path);
    },
    list(path) {
      guard('list');
      return disk.list(path);
    },
    facts(path) {
      guard('facts');
      return disk.facts(path);
    },
    lock(path) {
      guard('lock');
      return disk.lock(path);
    },
  };
}

/** A disk that takes at most so many bytes of a write at once, and gives as few of a read. */
export function shortDisk(disk: SimulatedDisk, most: number): Disk {
  const short = failingDisk(disk, { failure: 'EIO', call: Infinity, isForGood: false });
  return {
    ...short,
    write: (file, bytes, position) => disk.write(file, bytes.subarray(0, most), position),
    read: (file, into, position) => disk.read(file, into.subarray(0, most), position),
  };
}
