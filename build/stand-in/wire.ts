// The messages between the two halves of the stand-in: the parent, which owns Chromium, and the main process, its
// child. Each half may call the other; an answer carries the call's number. They travel by structured clone.
import type { ChildProcess } from 'node:child_process';
import type { PrintToPDFOptions } from 'electron';

/** What the main process asks of the parent. `window` is the number of a BrowserWindow. */
export interface ParentCalls {
  createWindow: (input: NewWindow) => void;
  resizeWindow: (input: { window: number; width: number; height: number }) => void;
  loadURL: (input: { window: number; url: string }) => void;
  closeWindow: (input: { window: number }) => void;
  executeJavaScript: (input: { window: number; code: string }) => unknown;
  printToPDF: (input: { window: number; options: PrintToPDFOptions }) => Uint8Array;
  /** A message of the main process to the page. */
  send: (input: { window: number; channel: string; args: readonly unknown[] }) => void;
  /** Whether pages are dark; null where the system decides. */
  setColorScheme: (input: { scheme: 'dark' | 'light' | null }) => void;
  /** A dialog that no test has answered: a person at the terminal may name paths, else there are none. */
  askForPaths: (input: { question: string }) => readonly string[];
}

export interface NewWindow {
  readonly window: number;
  readonly width: number;
  readonly height: number;
  /** The text of the preload script. */
  readonly preload: string | null;
  readonly contextIsolation: boolean;
}

/** A request that a page makes, as the main process sees it. */
export interface PageRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly resourceType: string;
}

/** What a protocol handler of the main process answers. */
export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a page wants that Electron lets the main process refuse. */
export type Wish =
  | { readonly kind: 'navigation'; readonly url: string }
  | { readonly kind: 'window'; readonly url: string }
  | { readonly kind: 'download'; readonly url: string; readonly name: string }
  | { readonly kind: 'permission' | 'permission check'; readonly permission: string };

/** A message that a page sends through ipcRenderer.invoke, and the frame that sends it. */
export interface Invocation {
  readonly window: number;
  readonly frame: { readonly url: string; readonly isMain: boolean };
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** What the parent asks of the main process. */
export interface MainCalls {
  /** `allowed`: the main process let it pass; `response`: it has a handler that answered. */
  fetch: (input: { window: number; request: PageRequest }) => { allowed: boolean; response: PageResponse | null };
  /** Whether the main process allows it, as it does where it has no word about it. */
  mayHave: (input: { window: number; wish: Wish }) => boolean;
  invoke: (input: Invocation) => unknown;
  /** The page was closed from outside. */
  windowClosed: (input: { window: number }) => void;
  /** What the next dialog answers: paths, or the number of a button. */
  answerDialog: (input: { answer: readonly string[] | number }) => void;
  clickMenu: (input: { id: string }) => void;
  /** Runs `(electron, argument) => …`, given as text, in the main process. */
  evaluate: (input: { code: string; argument: unknown }) => unknown;
}

type Input<C, K extends keyof C> = C[K] extends (input: infer I) => unknown ? I : never;
type Output<C, K extends keyof C> = C[K] extends (input: never) => infer O ? O : never;

/** How one half answers the calls of the other. */
export type Answers<C> = { readonly [K in keyof C]: (input: Input<C, K>) => Promise<Output<C, K>> | Output<C, K> };
/** How one half calls the other. */
export type Call<C> = <K extends keyof C & string>(name: K, input: Input<C, K>) => Promise<Output<C, K>>;

type Message =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string };

/** One end of the line: a child process seen from its parent, or `process` seen from the child. */
export type LineEnd = ChildProcess | NodeJS.Process;

/** Connects one end: answers the other half's calls and returns the function that calls it. Calls fail once it is gone. */
export function connect<Theirs extends object, Ours extends object>(
  end: LineEnd,
  answers: Answers<Ours>,
): Call<Theirs> {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let calls = 0;
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const send = (message: Message) => {
    // A child that has just exited cannot be told anything; its calls fail on 'disconnect'.
    if (end.connected) end.send?.(message, undefined, {}, () => {});
  };
  const answer = async (id: number, name: string, input: unknown) => {
    try {
      const value: unknown = await (answers as Record<string, (input: unknown) => unknown>)[name]!(input);
      send({ type: 'answer', id, value });
    } catch (error) {
      send({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
  end.on('message', (message: Message) => {
    if (message.type === 'call') return void answer(message.id, message.name, message.input);
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'failure') call?.reject(new Error(message.message));
    else call?.resolve(message.value as never);
  });
  end.on('disconnect', () => fail(new Error('stand-in: the other half is gone')));
  return (name, input) =>
    new Promise((resolve, reject) => {
      if (!end.connected) return reject(new Error('stand-in: the other half is gone'));
      calls += 1;
      waiting.set(calls, { resolve, reject });
      send({ type: 'call', id: calls, name, input });
    });
}
