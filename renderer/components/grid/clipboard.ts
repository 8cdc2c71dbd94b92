// Puts a clip on the system's clipboard as text and as HTML, without asking for a permission.
import type { Clip } from './copy.ts';

/** Replaces what is on the clipboard. */
export function writeClip({ text, html }: Clip): void {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
}
