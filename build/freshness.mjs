// Whether out/ is newer than what it is built from, and a build that two callers at once do only once.
// Plain JavaScript: it runs before anything is built, and costs a few milliseconds where nothing is to be done.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = ['shared', 'electron', 'renderer', 'build', 'package-lock.json'];
const notBuilt = /[.]test[.]ts$|^stand-in$|^bench$|^tidy/;

/** The latest change in milliseconds of a file, or of anything under a folder, removals included. */
function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).filter((name) => !notBuilt.test(name));
  return Math.max(stats.mtimeMs, ...inside.map((name) => newestChange(join(path, name))));
}

function isFresh(root, stamp) {
  if (!existsSync(stamp)) return false;
  const builtMs = statSync(stamp).mtimeMs;
  return sources.every((source) => newestChange(join(root, source)) <= builtMs);
}

function isRunning(processId) {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes the lock file, or waits until its holder is done or dead. */
function takeLock(lock) {
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readLock(lock);
    if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

/** The process that holds the lock; 0 where it is just being taken or given back. */
function readLock(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

/** Builds out/ of the checkout `root` where it is missing or stale; false where the build failed and has said why. */
export function ensureBuilt(root) {
  const stamp = join(root, 'out/built');
  if (isFresh(root, stamp)) return true;
  mkdirSync(join(root, 'out'), { recursive: true });
  const lock = join(root, 'out/building');
  takeLock(lock);
  try {
    return isFresh(root, stamp) || build(root, stamp);
  } finally {
    rmSync(lock, { force: true });
  }
}

function build(root, stamp) {
  const started = new Date();
  rmSync(stamp, { force: true });
  const args = ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('build.ts', import.meta.url))];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) return false;
  writeFileSync(stamp, '');
  // A change made while the build ran is not in it.
  utimesSync(stamp, started, started);
  return true;
}
