// The real disk, seen as if the laboratory's paths began at a folder of this computer; and the way back: what a real
// folder holds, as a simulated disk. It is how the same books are broken in memory and by killing real programs.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from '../../electron/ledger/disk.ts';
import { nodeDisk } from '../../electron/ledger/node-disk.ts';
import { SimulatedDisk } from './simulated-disk.ts';

/** The disk of this computer, each path taken under a folder. */
export function rootedDisk(root: string): Disk {
  const at = (path: string): string => join(root, path);
  return {
    ...nodeDisk,
    open: (path, mode) => nodeDisk.open(at(path), mode),
    syncFolder: (path) => nodeDisk.syncFolder(at(path)),
    rename: (from, to) => nodeDisk.rename(at(from), at(to)),
    unlink: (path) => nodeDisk.unlink(at(path)),
    makeFolder: (path) => nodeDisk.makeFolder(at(path)),
    removeFolder: (path) => nodeDisk.removeFolder(at(path)),
    list: (path) => nodeDisk.list(at(path)),
    facts: (path) => nodeDisk.facts(at(path)),
    lock: (path) => nodeDisk.lock(at(path)),
  };
}

/** Writes what stands on a simulated disk into a real folder. */
export function layOut(disk: SimulatedDisk, root: string): void {
  for (const [path, bytes] of [...disk.tree.contents()].sort(([one], [other]) => one.length - other.length)) {
    if (bytes) writeFileSync(join(root, path), bytes);
    else mkdirSync(join(root, path), { recursive: true });
  }
}

/** A simulated disk with the files of a real folder, all on stable storage. */
export function simulatedFrom(root: string): SimulatedDisk {
  const disk = new SimulatedDisk();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }).sort(byDepth)) {
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(root.length);
    if (entry.isDirectory()) disk.makeFolder(inside);
    else {
      const file = disk.open(inside, 'create');
      disk.write(file, readFileSync(path), 0);
      disk.close(file);
    }
  }
  return disk.fork();
}

function byDepth(one: { parentPath: string }, other: { parentPath: string }): number {
  return one.parentPath.length - other.parentPath.length;
}
