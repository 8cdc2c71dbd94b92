// `app`: readiness, paths, quitting.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allWindows } from './window-list.ts';

type AppSurface = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'isPackaged'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getLocale'
  | 'enableSandbox'
  | 'quit'
  | 'exit'
>;

class App extends EventEmitter implements AppSurface {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();
  readonly #ready: Promise<void>;
  #isReady = false;

  constructor() {
    super();
    this.#ready = new Promise((resolve) => {
      setImmediate(() => {
        this.#isReady = true;
        this.emit('ready');
        resolve();
      });
    });
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  /** Under PURSER_HOME where it is set, so that a run touches nothing of the computer's user. */
  getPath(name: string): string {
    const path = this.#paths.get(name) ?? join(process.env['PURSER_HOME'] ?? join(tmpdir(), 'purser-stand-in'), name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getAppPath(): string {
    return process.cwd();
  }

  getVersion(): string {
    return process.env['npm_package_version'] ?? '0.0.0';
  }

  getLocale(): string {
    return process.env['PURSER_LOCALE'] ?? 'en-US';
  }

  enableSandbox(): void {}

  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    for (const window of allWindows()) {
      window.close();
      if (!window.isDestroyed()) return;
    }
    this.exit(0);
  }

  exit(status = 0): void {
    this.emit('will-quit', { preventDefault: () => {} });
    this.emit('quit', {}, status);
    process.exit(status);
  }
}

export const app = new App();
