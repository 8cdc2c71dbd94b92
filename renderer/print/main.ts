// The page that becomes PDF and paper: it shows one document after the other, exactly as its view model says. Data
// reaches it as JSON and is shown as text; nothing is ever made HTML of it.
// Static weights: Chromium embeds those as real fonts, a variable one only as drawings of glyphs (Type 3).
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './print.css';
import { flushSync, mount, unmount } from 'svelte';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import DocumentPages from './DocumentPages.svelte';

declare global {
  interface Window {
    /** Shows a document, given as JSON text; settled once its fonts are there. Rejects where something overflows. */
    showDocument?: (json: string) => Promise<void>;
  }
}

let shown: object | undefined;

window.showDocument = async (json) => {
  const printable = JSON.parse(json) as PrintableDocument;
  if (shown) await unmount(shown);
  document.title = printable.title;
  document.documentElement.lang = printable.language === 'zh' ? 'zh-CN' : 'en';
  shown = mount(DocumentPages, { target: document.body, props: { printable } });
  flushSync();
  // Laying the text out asks for the fonts it needs; without a layout none would be loaded.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  refuseOverflow();
};

/** The view model decided every height; a page whose content is taller would lose it under the footer. */
function refuseOverflow(): void {
  for (const [index, page] of [...document.querySelectorAll('.page')].entries()) {
    const last = page.querySelector('.body')?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
    const foot = page.querySelector('.foot')!.getBoundingClientRect().top;
    if (last > foot + 1) throw new Error(`page ${index + 1} overflows by ${Math.ceil(last - foot)} pixels`);
  }
}
