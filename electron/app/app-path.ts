// Which file an `app://purser/…` address names: always one inside the built renderer, or none.
import { join, normalize, sep } from 'node:path';

/** The file that an address names inside the folder; undefined where it leads out of it. */
export function pathInside(address: string, folder: string): string | undefined {
  let url: URL;
  let asked: string;
  try {
    url = new URL(address);
    asked = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'app:' || url.host !== 'purser' || /[\\\0]|(^|\/)\.\.(\/|$)/.test(asked)) return undefined;
  const path = normalize(join(folder, asked));
  return path.startsWith(normalize(folder) + sep) && !path.endsWith(sep) ? path : undefined;
}
