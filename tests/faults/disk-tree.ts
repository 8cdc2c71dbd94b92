// What stands on a simulated disk: folders, files and their bytes, and the operations that change them. It applies
// operations in whatever choice and order it is told, since after a crash that is what a disk may hold.
import { createHash } from 'node:crypto';

/** A change of the disk, or a promise that changes are on stable storage; nodes are named by number. */
export type Operation =
  | {
      readonly type: 'link';
      readonly folder: number;
      readonly name: string;
      readonly node: number;
      readonly isFolder: boolean;
    }
  | { readonly type: 'unlink'; readonly folder: number; readonly name: string }
  | {
      readonly type: 'rename';
      readonly folder: number;
      readonly name: string;
      readonly to: number;
      readonly toName: string;
    }
  | { readonly type: 'write'; readonly node: number; readonly position: number; readonly bytes: Uint8Array }
  | { readonly type: 'sync'; readonly node: number }
  | { readonly type: 'syncFailed'; readonly node: number }
  | { readonly type: 'syncFolder'; readonly folder: number };

export type Change = Extract<Operation, { type: 'link' | 'unlink' | 'rename' | 'write' }>;

export interface FileNode {
  readonly isFolder: false;
  bytes: Buffer;
}

export interface FolderNode {
  readonly isFolder: true;
  readonly entries: Map<string, number>;
}

export const rootNode = 0;
const uniquePart = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A tree of folders and files; node 0 is the root. */
export class DiskTree {
  readonly #nodes = new Map<number, FileNode | FolderNode>([[rootNode, { isFolder: true, entries: new Map() }]]);

  node(number: number): FileNode | FolderNode | undefined {
    return this.#nodes.get(number);
  }

  /** A number that no node has. */
  get freeNumber(): number {
    return Math.max(...this.#nodes.keys()) + 1;
  }

  /** A copy that shares no changeable part; bytes are shared, since a write replaces them. */
  copy(): DiskTree {
    const copy = new DiskTree();
    for (const [number, node] of this.#nodes) {
      copy.#nodes.set(number, node.isFolder ? { isFolder: true, entries: new Map(node.entries) } : { ...node });
    }
    return copy;
  }

  /** Does a change; one whose place was lost in the crash does nothing. */
  apply(change: Change): void {
    switch (change.type) {
      case 'link': {
        const node = change.isFolder
          ? { isFolder: true as const, entries: new Map() }
          : { isFolder: false as const, bytes: Buffer.alloc(0) };
        if (!this.#nodes.has(change.node)) this.#nodes.set(change.node, node);
        this.#entries(change.folder)?.set(change.name, change.node);
        return;
      }
      case 'unlink':
        this.#entries(change.folder)?.delete(change.name);
        return;
      case 'rename':
        return this.#rename(change);
      case 'write':
        return this.#write(change);
    }
  }

  /** Path → content of every file (`undefined` for folders), from the root. */
  contents(): Map<string, Buffer | undefined> {
    const found = new Map<string, Buffer | undefined>();
    const visit = (number: number, path: string): void => {
      const node = this.#nodes.get(number);
      if (node?.isFolder)
        for (const name of [...node.entries.keys()].sort()) visit(node.entries.get(name)!, `${path}/${name}`);
      found.set(path, node?.isFolder ? undefined : (node?.bytes ?? Buffer.alloc(0)));
    };
    visit(rootNode, '');
    return found;
  }

  /** Equal for equal contents, whatever the chance in the names of temporary files was. */
  digest(): string {
    const files = [...this.contents()].map(([path, bytes]) => {
      return `${path.replaceAll(uniquePart, '…')}\0${bytes ? createHash('sha256').update(bytes).digest('hex') : 'folder'}`;
    });
    return createHash('sha256').update(files.sort().join('\0')).digest('hex');
  }

  /** A change in a folder whose own name was lost is made all the same: the folder is there, only nobody can see it. */
  #entries(folder: number): Map<string, number> | undefined {
    const node = this.#nodes.get(folder) ?? { isFolder: true, entries: new Map() };
    this.#nodes.set(folder, node);
    return node.isFolder ? node.entries : undefined;
  }

  #rename({ folder, name, to, toName }: Extract<Change, { type: 'rename' }>): void {
    const node = this.#entries(folder)?.get(name);
    if (node === undefined) return;
    this.#entries(folder)?.delete(name);
    this.#entries(to)?.set(toName, node);
  }

  /** A write of which the file itself was lost has made the file's node, without a name: nobody can see it. */
  #write({ node: number, position, bytes }: Extract<Change, { type: 'write' }>): void {
    const node = this.#nodes.get(number) ?? { isFolder: false, bytes: Buffer.alloc(0) };
    if (node.isFolder) return;
    const longer = Buffer.alloc(Math.max(node.bytes.length, position + bytes.length));
    node.bytes.copy(longer);
    longer.set(bytes, position);
    node.bytes = longer;
    this.#nodes.set(number, node);
  }
}
