// The pages of the window and of paper. Nothing is inlined as a data address: the content policy takes only files.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { pages } from './entries.ts';
import { woff2Only } from './woff2-only.ts';

const root = resolve(import.meta.dirname, '../renderer');

export default defineConfig({
  root,
  base: './',
  plugins: [svelte(), woff2Only()],
  build: {
    outDir: resolve(root, '../out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((page) => resolve(root, `${page}.html`)) },
  },
});
