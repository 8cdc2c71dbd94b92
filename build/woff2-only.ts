// The font packages name each font twice, as woff2 and as older woff. Every Chromium reads woff2, so the copies that
// nobody would load are left out of the program.
import type { Plugin } from 'vite';

/** A vite plugin that takes the woff copies out of style sheets. */
export function woff2Only(): Plugin {
  return {
    name: 'purser:woff2-only',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('@fontsource') && id.endsWith('.css') ? withoutWoff(code) : null;
    },
  };
}

function withoutWoff(css: string): string {
  return css.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '');
}
