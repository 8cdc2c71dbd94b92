// The real disk, over node:fs; synchronous, because the promises of node:fs cost 1.6 times as much per durable command.
// It knows what the systems do differently (locks, folder sync, rename on Windows) and nothing of journals.
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import type { Disk, OpenMode } from './disk.ts';

const openFlags: Record<OpenMode, string> = { read: 'r', write: 'r+', create: 'wx+' };

/** The disk of this computer. */
export const nodeDisk: Disk = {
  open: (path, mode) => fs.openSync(path, openFlags[mode]),
  close: (file) => fs.closeSync(file),
  read: (file, into, position) => fs.readSync(file, into, 0, into.length, position),
  write: (file, bytes, position) => fs.writeSync(file, bytes, 0, bytes.length, position),
  sync: (file) => fs.fdatasyncSync(file),
  syncFolder,
  rename: process.platform === 'win32' ? renameOnWindows : fs.renameSync,
  unlink: (path) => fs.unlinkSync(path),
  makeFolder: (path) => fs.mkdirSync(path),
  removeFolder: (path) => fs.rmdirSync(path),
  list: (path) => fs.readdirSync(path).sort(),
  facts(path) {
    const found = fs.statSync(path, { throwIfNoEntry: false });
    return found && { size: found.size, isFolder: found.isDirectory() };
  },
  lock: process.platform === 'linux' ? lockBySocket : lockByOpenFile,
};

function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(folder);
  } finally {
    fs.closeSync(folder);
  }
}

const renamePausesMs = [5, 10, 20, 40, 80, 160, 320];

/** Virus scanners and indexers hold files open for moments, during which Windows refuses to rename over them. */
function renameOnWindows(from: string, to: string): void {
  for (const pauseMs of renamePausesMs) {
    try {
      return fs.renameSync(from, to);
    } catch (error) {
      if (!isErrorCode(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
  fs.renameSync(from, to);
}

/** An abstract socket named for the file's inode: the kernel frees the name when the process ends, however it ends. */
function lockBySocket(path: string): (() => void) | undefined {
  fs.closeSync(fs.openSync(path, 'a'));
  const { dev, ino } = fs.statSync(path, { bigint: true });
  const server = createServer((visitor) => visitor.destroy());
  server.on('error', () => undefined);
  server.listen({ path: `\0purser-lock-${dev}-${ino}`, exclusive: true });
  // Binding a socket to a path happens inside listen(): a name that is taken leaves the server not listening.
  if (!server.listening) return undefined;
  server.unref();
  return () => server.close();
}

// libuv's UV_FS_O_EXLOCK, which node:fs does not name: O_EXLOCK on macOS, a share mode of none on Windows.
const exclusiveFlag = process.platform === 'win32' ? 0x10000000 : 0x20;

function lockByOpenFile(path: string): (() => void) | undefined {
  const { O_RDWR, O_CREAT } = fs.constants;
  const doNotWait = process.platform === 'win32' ? 0 : fs.constants.O_NONBLOCK;
  try {
    const file = fs.openSync(path, O_RDWR | O_CREAT | doNotWait | exclusiveFlag);
    return () => fs.closeSync(file);
  } catch (error) {
    if (isErrorCode(error, 'EAGAIN', 'EBUSY', 'EWOULDBLOCK')) return undefined;
    throw error;
  }
}

function isErrorCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
