// `protocol` and `session`: every request of every page comes here, is allowed or refused by the product's own
// listener, and is answered by its protocol handler. What the product does not refuse and has no handler for fails as
// it does offline; what it has no word about is allowed.
import { EventEmitter } from 'node:events';
import type { MainCalls, PageRequest, PageResponse, Wish } from '../wire.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: Pick<Electron.OnBeforeRequestListenerDetails, 'url' | 'method' | 'webContentsId'> & { resourceType: string },
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;

const handlers = new Map<string, Handler>();
let beforeRequest: BeforeRequest | null = null;

export const protocol = {
  /** The parent gives every scheme a secure origin of its own. */
  registerSchemesAsPrivileged(_schemes: readonly Electron.CustomScheme[]): void {},
  handle(scheme: string, handler: Handler): void {
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme);
  },
};

const webRequest = {
  onBeforeRequest(...given: [listener: BeforeRequest | null] | [filter: unknown, listener: BeforeRequest]): void {
    beforeRequest = given.length === 2 ? given[1] : given[0];
  },
};

class Session extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = webRequest;
  #permissionRequest: PermissionRequest | null = null;
  #permissionCheck: PermissionCheck | null = null;

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#permissionCheck = handler;
  }

  /** No device can be reached from here. */
  setDevicePermissionHandler(_handler: unknown): void {}

  /** What Electron asks a session about: permissions and downloads. */
  async mayHave(contents: unknown, wish: Exclude<Wish, { kind: 'navigation' | 'window' }>): Promise<boolean> {
    if (wish.kind !== 'download') {
      const { kind, permission } = wish;
      if (kind === 'permission check') return this.#permissionCheck?.(contents, permission, '') ?? true;
      const handler = this.#permissionRequest;
      return !handler || new Promise((resolve) => handler(contents, permission, resolve));
    }
    const { url, name } = wish;
    let prevented = false;
    const item = { getURL: () => url, getFilename: () => name, setSavePath() {}, cancel: () => (prevented = true) };
    this.emit('will-download', { preventDefault: () => (prevented = true) }, item, contents);
    return !prevented;
  }
}

const defaultSession = new Session();
export const session = { defaultSession };

/** Answers a page's request. */
export async function answerRequest(asked: {
  window: number;
  request: PageRequest;
}): Promise<ReturnType<MainCalls['fetch']>> {
  const { url, method, headers, body, resourceType } = asked.request;
  const details = { url, method, resourceType: electronResourceType(resourceType), webContentsId: asked.window };
  if (beforeRequest) {
    const listener = beforeRequest;
    const verdict = await new Promise<Electron.CallbackResponse>((resolve) => listener(details, resolve));
    if (verdict.cancel) return { allowed: false, response: null };
  }
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return { allowed: true, response: null };
  const answer = await handler(new Request(url, { method, headers: { ...headers }, body: body && Buffer.from(body) }));
  const response: PageResponse = {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
  return { allowed: true, response };
}

function electronResourceType(type: string): string {
  return type === 'document' ? 'mainFrame' : type === 'fetch' ? 'xhr' : type;
}
