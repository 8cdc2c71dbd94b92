// DuckDB as a peer: installed from npm into the system's temporary folder when it is first asked for, never into this
// project, and always of the same version.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const version = '1.5.6-r.1';

/** How DuckDB is named in the table. */
export const duckdbName = `DuckDB ${version.replace(/-.*/, '')}`;

/** The folder in which DuckDB's package for Node is installed. */
export async function duckdbFolder(): Promise<string> {
  const folder = join(tmpdir(), `purser-bench-duckdb-${version}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  await promisify(execFile)('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefix',
    making,
    `@duckdb/node-api@${version}`,
  ]);
  renameSync(making, folder);
  return folder;
}
