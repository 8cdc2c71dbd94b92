// The stories of the window as a page that any browser shows: for pictures and tests, never part of the program.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { woff2Only } from './woff2-only.ts';

const root = resolve(import.meta.dirname, '../renderer');

export default defineConfig({
  root,
  base: './',
  plugins: [svelte(), woff2Only()],
  build: {
    outDir: resolve(root, '../out/stories'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: resolve(root, 'stories.html') },
  },
});
