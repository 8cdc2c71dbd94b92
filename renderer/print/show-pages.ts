// The pages of a document inside the window, as they will be printed: the same components and the same styles, kept apart
// from the window's own in a shadow tree.
import { mount, unmount } from 'svelte';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import DocumentPages from './DocumentPages.svelte';
import printStyles from './print.css?inline';

/** The window's own fonts stand in for those of the printed page: the same faces, one file for all weights. */
const inWindow = `.paper { font-family: 'Inter Variable', 'Noto Sans SC', sans-serif; }
.page { background: #fff; box-shadow: 0 0 0 1px #c9ced6; margin-bottom: 6mm; }`;

/** Shows a document's pages in an element until the function that it answers with is called. */
export function showPages(element: HTMLElement, printable: PrintableDocument): () => void {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const styles = new CSSStyleSheet();
  styles.replaceSync(`${printStyles}\n${inWindow}`);
  root.adoptedStyleSheets = [styles];
  const paper = document.createElement('div');
  paper.className = 'paper';
  root.append(paper);
  const pages = mount(DocumentPages, { target: paper, props: { printable } });
  return () => {
    void unmount(pages);
    paper.remove();
  };
}
