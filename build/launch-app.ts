// Starts the built program with its window, in the stand-in, on a Chromium that others may share, as tests and
// benchmarks do, and does what a person would do outside the page: answer dialogs, click menus, drop files, kill it.
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from './freshness.mjs';
import { StandIn } from './stand-in/launch.ts';
import type { Asked } from './stand-in/pages.ts';
import type { Bridge } from '../renderer/bridge.ts';
import type { AppEvent } from '../shared/contract/app.ts';

const root = resolve(import.meta.dirname, '..');

let isBuilt = false;

/** The folder of the built program, built first where it is stale when a file of tests first asks. */
export function builtProgram(): string {
  isBuilt ||= ensureBuilt(root);
  if (!isBuilt) throw new Error('The program could not be built, see above.');
  return join(root, 'out');
}

export interface AppOptions {
  readonly browser: Browser;
  /** The user's folders: a temporary one, so that nothing of the computer's user is touched. */
  readonly home: string;
  /** The folder of the program, out/ by default. */
  readonly program?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A running program with one window. */
export class RunningApp {
  readonly page: Page;
  readonly #standIn: StandIn;
  readonly #output: string[];

  constructor(standIn: StandIn, page: Page, output: string[]) {
    this.#standIn = standIn;
    this.page = page;
    this.#output = output;
  }

  /** What pages asked for and whether the program let them have it. */
  get asked(): readonly Asked[] {
    return this.#standIn.asked;
  }

  /** What the program wrote to its standard streams. */
  get output(): string {
    return this.#output.join('');
  }

  /** Runs a function in the main process; it sees nothing of the test but its argument. */
  evaluate<T, A = undefined>(work: (electron: typeof Electron, argument: A) => T, argument?: A): Promise<Awaited<T>> {
    return this.#standIn.call('evaluate', { code: work.toString(), argument }) as Promise<Awaited<T>>;
  }

  /** A message as a page would send it that knows no bridge; `frame` is the main frame of the window by default. */
  send(channel: string, message: unknown, frame = { url: 'app://purser/index.html', isMain: true }, window = 1) {
    return this.#standIn.call('invoke', { window, frame, channel, args: [message] });
  }

  answerDialog(answer: readonly string[] | number): Promise<void> {
    return this.#standIn.call('answerDialog', { answer });
  }

  clickMenu(id: string): Promise<void> {
    return this.#standIn.call('clickMenu', { id });
  }

  drop(files: readonly string[]): Promise<void> {
    return this.#standIn.drop(this.page, files);
  }

  /** Keeps what the window is told from now on; `toldEvents` answers it. Again it begins anew. */
  async listen(): Promise<void> {
    await this.page.evaluate(() => {
      const told: AppEvent[] = [];
      Object.assign(window, { told });
      (window.purser satisfies Bridge).onChanged((event) => void told.push(event));
    });
  }

  toldEvents(): Promise<readonly AppEvent[]> {
    return this.page.evaluate(() => (window as unknown as { told: AppEvent[] }).told);
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    this.#standIn.process.kill('SIGKILL');
    await this.#standIn.ended;
  }

  /** Ends it as a person would; answers the exit status. */
  async quit(): Promise<number> {
    // The answer may be lost with the process.
    await this.evaluate(({ app }) => app.quit()).catch(() => {});
    return this.#standIn.ended;
  }
}

/** Starts the program and waits for its first page. */
export async function launchApp({
  browser,
  home,
  program = builtProgram(),
  args,
  env,
}: AppOptions): Promise<RunningApp> {
  const standIn = new StandIn({
    main: join(program, 'main/main.js'),
    env: { PURSER_HOME: home, ...env },
    browser,
    stdio: 'pipe',
    ...(args && { args }),
  });
  const output: string[] = [];
  for (const stream of [standIn.process.stdout!, standIn.process.stderr!])
    stream.on('data', (chunk) => output.push(String(chunk)));
  const page = await Promise.race([
    standIn.firstWindow(),
    once(standIn.process, 'exit').then(() => Promise.reject(new Error(`The program ended: ${output.join('')}`))),
  ]);
  return new RunningApp(standIn, page, output);
}

/** Starts the program where another instance runs already: it ends by itself; answers its exit status. */
export async function launchSecond({
  browser,
  home,
  program = builtProgram(),
  args = [],
}: AppOptions): Promise<number> {
  const main = join(program, 'main/main.js');
  return new StandIn({ main, args, env: { PURSER_HOME: home }, browser, stdio: 'pipe' }).ended;
}
