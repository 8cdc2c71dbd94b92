// Faults that a careless change could bring into the program, as patches of its source. The laboratory is shown to find
// each of them; a patch whose place is gone is an error, so this list follows the source.
import type { Patch } from './bundle.ts';

export interface PlantedFault extends Patch {
  readonly name: string;
  /** The part of the laboratory, and the scenario, that find it. */
  readonly part: 'crashes' | 'errors' | 'flips';
  readonly scenario?: string;
}

const ledger = 'electron/ledger';

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'no sync',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/journal.ts`,
    find: '    disk.sync(this.#file);\n',
    replace: '',
  },
  {
    name: 'acknowledge before sync',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/journal.ts`,
    find: '    writeAll(disk, this.#file, bytes, isNew ? 0 : this.position.end);\n    disk.sync(this.#file);\n',
    replace: '    disk.sync(this.#file);\n    writeAll(disk, this.#file, bytes, isNew ? 0 : this.position.end);\n',
  },
  {
    name: 'retry after a failed sync',
    part: 'errors',
    scenario: 'append',
    file: `${ledger}/journal.ts`,
    find: '    disk.sync(this.#file);\n',
    replace: '    try { disk.sync(this.#file); } catch { disk.sync(this.#file); }\n',
  },
  {
    name: 'writing on after a failure',
    part: 'errors',
    scenario: 'append',
    file: `${ledger}/journal.ts`,
    find: 'throw notWritable(this.readOnlyBecause, error);',
    replace:
      'const because = this.readOnlyBecause; this.readOnlyBecause = undefined; throw notWritable(because, error);',
  },
  {
    name: 'no directory sync of a new segment',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/journal.ts`,
    find: 'if (isNew) disk.syncFolder(journalFolder(this.#book));',
    replace: '',
  },
  {
    name: 'rename without sync',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/durable-file.ts`,
    find: '      disk.sync(file);\n',
    replace: '',
  },
  {
    name: 'no directory sync after a rename',
    part: 'crashes',
    scenario: 'snapshot',
    file: `${ledger}/durable-file.ts`,
    find: '  disk.syncFolder(dirname(path));\n',
    replace: '',
  },
  {
    name: 'shared temporary name',
    part: 'crashes',
    scenario: 'snapshot',
    file: `${ledger}/durable-file.ts`,
    find: '`${path}.${randomUUID()}${temporarySuffix}`',
    replace: '`${path}${temporarySuffix}`',
  },
  {
    name: 'writing in place',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/durable-file.ts`,
    find: '  const temporary = temporaryBeside(path);\n',
    replace:
      '  if (disk.facts(path)) return withFile(disk, path, "write", (file) => { write(file); disk.sync(file); });\n  const temporary = temporaryBeside(path);\n',
  },
  {
    name: 'ignored short write',
    part: 'errors',
    scenario: 'append',
    file: `${ledger}/disk.ts`,
    find: 'while (written < bytes.length) {',
    replace: 'if (written < bytes.length) {',
  },
  {
    name: 'snapshot newer than the journal',
    part: 'crashes',
    scenario: 'snapshot',
    file: `${ledger}/snapshot.ts`,
    find: 'positionHolds(disk, book, position) ?',
    replace: 'position ?',
  },
  {
    name: 'truncation of a good tail',
    part: 'flips',
    file: `${ledger}/scan.ts`,
    find: 'if (reading.isLast && mayBeTorn(tail.bytes, seq + 1, acknowledged))',
    replace: 'if (reading.isLast)',
  },
  {
    name: 'damage taken for a torn tail where a later record follows',
    part: 'flips',
    file: `${ledger}/scan.ts`,
    find: '  if (bytes.includes(recordHead(seq + 1))) return false;\n',
    replace: '',
  },
  {
    name: 'torn tail dropped',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/recover.ts`,
    find: '  writeDurably(disk, file, tail.bytes);\n',
    replace: '',
  },
  {
    name: 'recovery trusts what only the cache holds',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/recover.ts`,
    find: 'if (!isClosedInOrder && position.seq > 0) rewriteLast(disk, book, position);',
    replace: 'if (setAside) rewriteLast(disk, book, position);',
  },
  {
    name: 'mark set before the journal is in order',
    part: 'crashes',
    scenario: 'recovery of a torn tail',
    file: `${ledger}/recover.ts`,
    find: '  removeTemporaryFiles(disk, journalFolder(book));\n  const setAside',
    replace:
      '  removeTemporaryFiles(disk, journalFolder(book));\n  writeAcknowledged(disk, book, { seq: position.seq + (tail ? 1 : 0), head: position.head });\n  const setAside',
  },
  {
    name: 'lock not released',
    part: 'crashes',
    scenario: 'append',
    file: `${ledger}/lock.ts`,
    find: '    return { book, release };\n',
    replace: '    return { book, release: () => undefined };\n',
  },
  {
    name: 'restored book put in place before it is synced',
    part: 'crashes',
    scenario: 'restore',
    file: `${ledger}/restore.ts`,
    find: '    syncTree(disk, temporary);\n',
    replace: '',
  },
  {
    name: 'evidence not synced before the record',
    part: 'crashes',
    scenario: 'import of bills',
    file: 'electron/bills/durable-stream.ts',
    find: '    approve?.(written);\n    disk.sync(file);\n',
    replace: '    approve?.(written);\n',
  },
  {
    name: 'no directory sync of a new evidence folder',
    part: 'crashes',
    scenario: 'import of bills',
    file: 'electron/bills/evidence.ts',
    find: '  disk.syncFolder(book);\n',
    replace: '',
  },
  {
    name: 'evidence of a killed import trusted as it is',
    part: 'crashes',
    scenario: 'import of bills',
    file: 'electron/bills/evidence.ts',
    find: ' disk.syncFolder(dirname(path));\n',
    replace: ' return;\n',
  },
  {
    name: 'leftovers of imports kept',
    part: 'crashes',
    scenario: 'import of bills',
    file: 'electron/book/book-folder.ts',
    find: '    if (!journal.readOnlyBecause) tidyUp(disk, folder);\n',
    replace: '',
  },
  {
    name: 'parts of a kept state trusted without their digest',
    part: 'crashes',
    scenario: 'state kept',
    file: 'electron/book/kept-parts.ts',
    find: 'bytes && sha256(bytes) === name ?',
    replace: 'bytes ?',
  },
  {
    name: 'separate number counter',
    part: 'crashes',
    scenario: 'run of charges',
    file: 'electron/book/open-book.ts',
    find: 'const seq = this.book.seq + 1;',
    replace:
      'const counter = this as unknown as { numbers?: number }; const seq = (counter.numbers = (counter.numbers ?? this.book.seq) + 1);',
  },
  {
    name: 'lost rounding',
    part: 'crashes',
    scenario: 'run of charges',
    file: 'shared/rules/charge.ts',
    find: 'if (rounded !== sum) charges.push',
    replace: 'if (false) charges.push',
  },
];
