// Runs in every page before the page's own scripts: the preload script with the part of `electron` that it may use, and
// the browser's questions for permissions, which Electron hands to the main process. The preload script shares the
// page's world here; that Electron keeps them apart is Electron's own work and not shown.
/** `preload` is the preload script as a function of its `require`. */
function runInPage({ preload, contextIsolation }) {
  const ask = window.__standIn;
  if (window !== window.top || !ask) return;
  const listeners = new Map();

  const ipcRenderer = {
    invoke: (channel, ...args) =>
      ask('invoke', channel, args).catch((error) => {
        throw new Error(`Error invoking remote method '${channel}': ${error}`);
      }),
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    off: (channel, listener) =>
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      ),
  };
  const contextBridge = {
    exposeInMainWorld(name, api) {
      if (!contextIsolation) throw new Error('contextBridge API can only be used when contextIsolation is enabled');
      Object.defineProperty(window, name, { value: Object.freeze(api), writable: false });
    },
  };
  const webUtils = { getPathForFile: (file) => window.__standInPaths?.[file.name] ?? '' };
  window.__standInReceive = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
  };

  const granted = async (kind, permission) => ((await ask(kind, permission)) ? 'granted' : 'denied');
  navigator.permissions.query = async ({ name }) => ({ name, state: await granted('permission check', name) });
  if (window.Notification) Notification.requestPermission = () => granted('permission', 'notifications');
  navigator.geolocation.getCurrentPosition = async (found, failed) => {
    if ((await granted('permission', 'geolocation')) === 'granted') found({ coords: { latitude: 0, longitude: 0 } });
    else failed?.({ code: 1, message: 'denied' });
  };

  preload(() => ({ ipcRenderer, contextBridge, webUtils }));
}
