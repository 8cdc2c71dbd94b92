// `protocol` and `session`: every request of every page comes here, is allowed or refused by the product's own
// listener, and is answered by its protocol handler. What the product does not refuse and has no handler for fails as
// it does offline.
import type { PageRequest, PageResponse } from '../wire.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: Pick<Electron.OnBeforeRequestListenerDetails, 'url' | 'method' | 'webContentsId'> & { resourceType: string },
  answer: (response: Electron.CallbackResponse) => void,
) => void;

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

const defaultSession = { protocol, webRequest };
export const session = { defaultSession };

/** Answers a page's request; null where it is refused or nobody handles it. */
export async function answerRequest(asked: { window: number; request: PageRequest }): Promise<PageResponse | null> {
  const { url, method, headers, body, resourceType } = asked.request;
  const details = { url, method, resourceType: electronResourceType(resourceType), webContentsId: asked.window };
  if (beforeRequest) {
    const listener = beforeRequest;
    const verdict = await new Promise<Electron.CallbackResponse>((resolve) => listener(details, resolve));
    if (verdict.cancel) return null;
  }
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return null;
  const response = await handler(
    new Request(url, { method, headers: { ...headers }, body: body && Buffer.from(body) }),
  );
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

function electronResourceType(type: string): string {
  return type === 'document' ? 'mainFrame' : type === 'fetch' ? 'xhr' : type;
}
