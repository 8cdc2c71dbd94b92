// What is measured on: made from a seed when it is first asked for, and kept in the system's temporary folder between
// runs. It is there whole or not at all.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The path of an input; `make` writes it, a file or a folder, at the path that it is given. The name says all that the
 * content depends on, the generation of its generator too.
 */
export async function keptInput(name: string, make: (path: string) => void | Promise<void>): Promise<string> {
  const kept = join(tmpdir(), 'purser-bench-inputs');
  const path = join(kept, name);
  if (existsSync(path)) return path;
  mkdirSync(kept, { recursive: true });
  const making = `${path}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  await make(making);
  renameSync(making, path);
  return path;
}
