// Faults that a careless change could bring into the ledger, as patches of its source. The laboratory is shown to find
// each of them; a patch whose place is gone is an error, so this list follows the source.
import type { Patch } from './bundle.ts';

export interface PlantedFault extends Patch {
  readonly name: string;
}

const ledger = 'electron/ledger';

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'no sync',
    file: `${ledger}/journal.ts`,
    find: '    disk.sync(this.#file);\n',
    replace: '',
  },
  {
    name: 'acknowledge before sync',
    file: `${ledger}/journal.ts`,
    find: '    disk.sync(this.#file);\n',
    replace: '    const file = this.#file;\n    queueMicrotask(() => disk.sync(file));\n',
  },
  {
    name: 'retry after a failed sync',
    file: `${ledger}/journal.ts`,
    find: '    disk.sync(this.#file);\n',
    replace: '    try { disk.sync(this.#file); } catch { disk.sync(this.#file); }\n',
  },
  {
    name: 'writing on after a failure',
    file: `${ledger}/journal.ts`,
    find: 'throw notWritable(this.readOnlyBecause, error);',
    replace:
      'const because = this.readOnlyBecause; this.readOnlyBecause = undefined; throw notWritable(because, error);',
  },
  {
    name: 'no directory sync of a new segment',
    file: `${ledger}/journal.ts`,
    find: 'if (isNew) disk.syncFolder(journalFolder(this.#book));',
    replace: '',
  },
  {
    name: 'rename without sync',
    file: `${ledger}/durable-file.ts`,
    find: '      disk.sync(file);\n',
    replace: '',
  },
  {
    name: 'no directory sync after a rename',
    file: `${ledger}/durable-file.ts`,
    find: '  disk.syncFolder(dirname(path));\n',
    replace: '',
  },
  {
    name: 'shared temporary name',
    file: `${ledger}/durable-file.ts`,
    find: '`${path}.${randomUUID()}${temporarySuffix}`',
    replace: '`${path}${temporarySuffix}`',
  },
  {
    name: 'writing in place',
    file: `${ledger}/durable-file.ts`,
    find: '  const temporary = temporaryBeside(path);\n',
    replace:
      '  if (disk.facts(path)) return withFile(disk, path, "write", (file) => { write(file); disk.sync(file); });\n  const temporary = temporaryBeside(path);\n',
  },
  {
    name: 'ignored short write',
    file: `${ledger}/disk.ts`,
    find: 'while (written < bytes.length) {',
    replace: 'if (written < bytes.length) {',
  },
  {
    name: 'short read taken for the end',
    file: `${ledger}/disk.ts`,
    find: 'while (filled < length) {',
    replace: 'if (filled < length) for (let once = true; once; once = false) {',
  },
  {
    name: 'snapshot newer than the journal',
    file: `${ledger}/snapshot.ts`,
    find: 'positionHolds(disk, book, position) ?',
    replace: 'position ?',
  },
  {
    name: 'truncation of a good tail',
    file: `${ledger}/scan.ts`,
    find: 'if (reading.isLast && mayBeTorn(tail.bytes, seq + 1, acknowledged))',
    replace: 'if (reading.isLast)',
  },
  {
    name: 'damage taken for a torn tail where a later record follows',
    file: `${ledger}/scan.ts`,
    find: '  if (bytes.includes(recordHead(seq + 1))) return false;\n',
    replace: '',
  },
  {
    name: 'torn tail dropped',
    file: `${ledger}/recover.ts`,
    find: '  writeDurably(disk, file, tail.bytes);\n',
    replace: '',
  },
  {
    name: 'recovery trusts what only the cache holds',
    file: `${ledger}/recover.ts`,
    find: 'if (!isClosedInOrder && position.seq > 0) rewriteLast(disk, book, position);',
    replace: 'if (setAside) rewriteLast(disk, book, position);',
  },
  {
    name: 'mark set before the journal is in order',
    file: `${ledger}/recover.ts`,
    find: '  removeTemporaryFiles(disk, book);\n  const setAside',
    replace:
      '  removeTemporaryFiles(disk, book);\n  writeAcknowledged(disk, book, { seq: position.seq + (tail ? 1 : 0), head: position.head });\n  const setAside',
  },
  {
    name: 'lock not released',
    file: `${ledger}/lock.ts`,
    find: '    return { book, release };\n',
    replace: '    return { book, release: () => undefined };\n',
  },
  {
    name: 'hash of the former record not compared',
    file: `${ledger}/line.ts`,
    find: "if (bytes.toString('latin1', end - chainLength, end) !== chain)",
    replace: "if (bytes.toString('latin1', end - tailLength, end) !== chain.slice(-tailLength))",
  },
  {
    name: 'restored book put in place before it is synced',
    file: `${ledger}/restore.ts`,
    find: '    syncTree(disk, temporary);\n',
    replace: '',
  },
];
