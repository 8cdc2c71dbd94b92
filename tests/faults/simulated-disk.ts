// A disk in memory with the ledger's interface: it records every operation, so that a test can work out everything
// that a crash at any moment may leave. Reads see the latest writes, as they do through a system's cache.
import type { Disk, DiskFile, FileFacts, OpenMode } from '../../electron/ledger/disk.ts';
import { type Change, DiskTree, type FileNode, type FolderNode, type Operation, rootNode } from './disk-tree.ts';

/** An error as the operating system gives it. */
export function systemError(code: string, call: string): Error {
  return Object.assign(new Error(`${code}: simulated, ${call}`), { code, syscall: call });
}

export class SimulatedDisk implements Disk {
  /** What was on stable storage when the log began. */
  readonly base: DiskTree;
  readonly log: Operation[] = [];
  /** What programs see: all that was done, synced or not. */
  readonly tree: DiskTree;
  readonly #locks = new Set<string>();
  readonly #open = new Map<DiskFile, number>();
  #nextFile = 1;
  #nextNode: number;

  /** Stands on a tree, all of it on stable storage. */
  constructor(tree: DiskTree = new DiskTree()) {
    this.base = tree;
    this.tree = tree.copy();
    this.#nextNode = this.tree.freeNumber;
  }

  /** The disk as the programs after a killed one find it: all is seen, but only what was synced is certain to stay. */
  static afterKill(base: DiskTree, log: readonly Operation[]): SimulatedDisk {
    const disk = new SimulatedDisk(base);
    for (const operation of log) {
      if (isChange(operation)) disk.tree.apply(operation);
      disk.log.push(operation);
    }
    disk.#nextNode = disk.tree.freeNumber;
    return disk;
  }

  /** Files that were opened and not closed. */
  get openFiles(): number {
    return this.#open.size;
  }

  /** The same content on a disk of its own, unlocked, its log empty. */
  fork(): SimulatedDisk {
    return new SimulatedDisk(this.tree);
  }

  open(path: string, mode: OpenMode): DiskFile {
    let node = this.#find(path);
    if (mode === 'create') {
      if (node !== undefined) throw systemError('EEXIST', 'open');
      node = this.#link(path, false);
    }
    if (node === undefined) throw systemError('ENOENT', 'open');
    if (this.tree.node(node)?.isFolder) throw systemError('EISDIR', 'open');
    const file = this.#nextFile;
    this.#nextFile += 1;
    this.#open.set(file, node);
    return file;
  }

  close(file: DiskFile): void {
    if (!this.#open.delete(file)) throw systemError('EBADF', 'close');
  }

  read(file: DiskFile, into: Uint8Array, position: number): number {
    const piece = this.#file(file).bytes.subarray(position, position + into.length);
    into.set(piece);
    return piece.length;
  }

  write(file: DiskFile, bytes: Uint8Array, position: number): number {
    this.#do({ type: 'write', node: this.#node(file), position, bytes: Uint8Array.from(bytes) });
    return bytes.length;
  }

  sync(file: DiskFile): void {
    this.log.push({ type: 'sync', node: this.#node(file) });
  }

  /** What a failed sync does: the writes before it are forgotten by the system, and no later sync carries them out. */
  failSync(file: DiskFile): void {
    this.log.push({ type: 'syncFailed', node: this.#node(file) });
  }

  syncFolder(path: string): void {
    this.log.push({ type: 'syncFolder', folder: this.#folder(path).number });
  }

  rename(from: string, to: string): void {
    const { parent, name } = split(from);
    const { parent: toParent, name: toName } = split(to);
    if (this.#find(from) === undefined) throw systemError('ENOENT', 'rename');
    const target = this.#find(to);
    const existing = target === undefined ? undefined : this.tree.node(target);
    if (existing?.isFolder && existing.entries.size > 0) throw systemError('ENOTEMPTY', 'rename');
    const [folder, toFolder] = [this.#folder(parent).number, this.#folder(toParent).number];
    this.#do({ type: 'rename', folder, name, to: toFolder, toName });
  }

  unlink(path: string): void {
    const { parent, name } = split(path);
    if (this.#find(path) === undefined) throw systemError('ENOENT', 'unlink');
    this.#do({ type: 'unlink', folder: this.#folder(parent).number, name });
  }

  makeFolder(path: string): void {
    if (this.#find(path) !== undefined) throw systemError('EEXIST', 'mkdir');
    this.#link(path, true);
  }

  removeFolder(path: string): void {
    if (this.#folder(path).entries.size > 0) throw systemError('ENOTEMPTY', 'rmdir');
    this.unlink(path);
  }

  list(path: string): string[] {
    return [...this.#folder(path).entries.keys()].sort();
  }

  facts(path: string): FileFacts | undefined {
    const number = this.#find(path);
    const node = number === undefined ? undefined : this.tree.node(number);
    return node && { size: node.isFolder ? 0 : node.bytes.length, isFolder: node.isFolder };
  }

  lock(path: string): (() => void) | undefined {
    if (this.#find(path) === undefined) this.#link(path, false);
    if (this.#locks.has(path)) return undefined;
    this.#locks.add(path);
    return () => void this.#locks.delete(path);
  }

  #do(change: Change): void {
    this.tree.apply(change);
    this.log.push(change);
  }

  #link(path: string, isFolder: boolean): number {
    const { parent, name } = split(path);
    const node = this.#nextNode;
    this.#nextNode += 1;
    this.#do({ type: 'link', folder: this.#folder(parent).number, name, node, isFolder });
    return node;
  }

  #find(path: string): number | undefined {
    let number: number | undefined = rootNode;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const node: FileNode | FolderNode | undefined = number === undefined ? undefined : this.tree.node(number);
      number = node?.isFolder ? node.entries.get(name) : undefined;
    }
    return number;
  }

  #folder(path: string): { number: number; entries: Map<string, number> } {
    const number = this.#find(path);
    const node = number === undefined ? undefined : this.tree.node(number);
    if (number === undefined || !node) throw systemError('ENOENT', 'scandir');
    if (!node.isFolder) throw systemError('ENOTDIR', 'scandir');
    return { number, entries: node.entries };
  }

  #node(file: DiskFile): number {
    const node = this.#open.get(file);
    if (node === undefined) throw systemError('EBADF', 'file');
    return node;
  }

  #file(file: DiskFile): FileNode {
    const node = this.tree.node(this.#node(file));
    if (!node || node.isFolder) throw systemError('EISDIR', 'read');
    return node;
  }
}

function isChange(operation: Operation): operation is Change {
  return !operation.type.startsWith('sync');
}

function split(path: string): { parent: string; name: string } {
  const cut = path.lastIndexOf('/');
  return { parent: path.slice(0, cut), name: path.slice(cut + 1) };
}
