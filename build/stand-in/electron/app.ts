// `app`: readiness, paths, one instance at a time, quitting.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instance, takeInstance } from './instance.ts';
import { allWindows } from './window-list.ts';

type AppSurface = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'isPackaged'
  | 'name'
  | 'setName'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getLocale'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'addRecentDocument'
  | 'getRecentDocuments'
  | 'quit'
  | 'exit'
>;

class App extends EventEmitter implements AppSurface {
  readonly isPackaged = false;
  name = 'Electron';
  readonly #paths = new Map<string, string>();
  readonly #recent: string[] = [];
  readonly #ready: Promise<void>;
  #tellReady: () => void = () => {};
  #isReady = false;
  #instance: Instance | undefined;

  constructor() {
    super();
    this.#ready = new Promise((resolve) => (this.#tellReady = resolve));
  }

  /** To be called once the main module has been evaluated to its end: Electron is not ready before. */
  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready');
    this.#tellReady();
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  setName(name: string): void {
    this.name = name;
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

  requestSingleInstanceLock(): boolean {
    this.#instance ??= takeInstance(this.getPath('userData'), (args, folder) =>
      this.emit('second-instance', {}, args, folder),
    );
    return this.#instance.isFirst;
  }

  addRecentDocument(path: string): void {
    this.#recent.unshift(path);
  }

  getRecentDocuments(): string[] {
    return [...this.#recent];
  }

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
    // A second instance ends once the first has heard of it.
    if (this.#instance?.told) void this.#instance.told.then(() => process.exit(status));
    else process.exit(status);
  }
}

export const app = new App();
