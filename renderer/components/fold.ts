// How many of a row's buttons must fold into its menu, from their widths. It measures nothing itself.

/** A row of buttons: their natural widths in order, the last one never folds. */
interface Row {
  readonly widths: readonly number[];
  readonly gap: number;
  readonly available: number;
  /** The width of the menu's own button. */
  readonly menuWidth: number;
  /** Whether the menu stands there in any case. */
  readonly hasMenu: boolean;
}

/** How many buttons, counted from the left, have no room. */
export function foldedCount({ widths, gap, available, menuWidth, hasMenu }: Row): number {
  for (let folded = 0; folded < widths.length; folded += 1) {
    const parts = [...(hasMenu || folded > 0 ? [menuWidth] : []), ...widths.slice(folded)];
    const needed = parts.reduce((sum, width) => sum + width, 0) + gap * (parts.length - 1);
    if (needed <= available) return folded;
  }
  return Math.max(0, widths.length - 1);
}
