// Values kept as files that are named after the digest of their content, so that one proves itself and what stayed the
// same is not written again. They are not synced: a part that a crash took away or tore is missed when it is read, and
// made anew. It never holds the only copy of anything.
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type Disk, readFile, withFile, writeAll } from '../ledger/disk.ts';
import { temporaryBeside } from '../ledger/durable-file.ts';
import { sha256 } from '../ledger/sha256.ts';

export class KeptParts {
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  /** The value of a part; undefined where it is missing or not as it was written. */
  read(name: string): unknown {
    const bytes = readFile(this.#disk, this.#pathOf(name));
    return bytes && sha256(bytes) === name ? deserialize(bytes) : undefined;
  }

  /** Whether a part is there; it may be damaged. */
  has(name: string): boolean {
    return this.#disk.facts(this.#pathOf(name)) !== undefined;
  }

  /** Keeps a value and answers the name of its part. */
  write(value: unknown): string {
    const bytes = serialize(value);
    const name = sha256(bytes);
    if (!this.#disk.facts(this.#folder)) this.#disk.makeFolder(this.#folder);
    const path = this.#pathOf(name);
    const temporary = temporaryBeside(path);
    withFile(this.#disk, temporary, 'create', (file) => writeAll(this.#disk, file, bytes, 0));
    this.#disk.rename(temporary, path);
    return name;
  }

  /** Removes all parts but those named. */
  keepOnly(names: ReadonlySet<string>): void {
    if (!this.#disk.facts(this.#folder)) return;
    for (const file of this.#disk.list(this.#folder)) if (!names.has(file)) this.#disk.unlink(join(this.#folder, file));
  }

  #pathOf(name: string): string {
    return join(this.#folder, name);
  }
}
