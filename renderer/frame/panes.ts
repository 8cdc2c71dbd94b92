// F6 moves the focus from pane to pane: sidebar, screen, inspector, status bar.

/** Puts the focus into the next (1) or previous (−1) pane: on what a Tab would reach first in it. */
export function movePane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let tried = 1; tried <= panes.length; tried++) {
    const pane = panes[(here + step * tried + panes.length * tried) % panes.length];
    const first = pane?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]') ?? firstFocusable(pane);
    if (first) {
      first.focus();
      return;
    }
  }
}

function firstFocusable(pane: HTMLElement | undefined): HTMLElement | null {
  return (
    pane?.querySelector<HTMLElement>('button:not([tabindex="-1"]), input, select, textarea, [tabindex="0"]') ?? null
  );
}
