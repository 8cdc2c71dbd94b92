// `app://purser/x` has no meaning for a Chromium that is not Electron's: in pages it reads `https://purser.app.standin/x`,
// a secure origin of its own whose every request the main process answers. Nothing outside this folder sees that name.

/** The address as Chromium knows it; http(s), about, data and blob addresses stay as they are. */
export function toPageAddress(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i, (whole, scheme: string, host: string) =>
    /^(https?|about|data|blob)$/i.test(scheme) ? whole : `https://${host}.${scheme}.standin`,
  );
}

/** The address as the main process knows it. */
export function fromPageAddress(url: string): string {
  return url.replace(
    /^https:\/\/([^/?#]*)\.([a-z]+)\.standin/i,
    (_whole, host: string, scheme: string) => `${scheme}://${host}`,
  );
}
