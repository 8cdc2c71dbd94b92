// What the window has of the program: three functions. It knows no command and no query, so it never changes with them.
// Files that the clerk drops on the window go to the main process from here: pages never see a path.
import { contextBridge, ipcRenderer, webUtils } from 'electron';

interface Asked {
  readonly id?: string;
  readonly dryRun?: boolean;
}

/** The part of a DOM event and its window that is used here; the main process's code knows no DOM. */
interface Drop {
  readonly isTrusted: boolean;
  readonly dataTransfer: { readonly files: Iterable<File>; readonly types: readonly string[] } | null;
  preventDefault(): void;
}
const page = globalThis as unknown as {
  addEventListener(type: 'dragover' | 'drop', listener: (event: Drop) => void): void;
};

contextBridge.exposeInMainWorld('purser', {
  command: (name: unknown, input: unknown, { id, dryRun }: Asked = {}): Promise<unknown> =>
    ipcRenderer.invoke('purser:command', { name, input, id, dryRun }),
  query: async (name: unknown, input: unknown): Promise<unknown> => {
    const reply = await ipcRenderer.invoke('purser:query', { name, input });
    return reply.done ? reply.answer : Promise.reject(reply);
  },
  onChanged: (listener: (event: unknown) => void): (() => void) => {
    const hear = (_event: unknown, change: unknown): void => listener(change);
    ipcRenderer.on('purser:changed', hear);
    return () => void ipcRenderer.off('purser:changed', hear);
  },
});

page.addEventListener('dragover', (event) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
});
page.addEventListener('drop', (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!event.isTrusted || files.length === 0) return;
  event.preventDefault();
  void ipcRenderer.invoke('purser:command', { dropped: files.map((file) => webUtils.getPathForFile(file)) });
});
