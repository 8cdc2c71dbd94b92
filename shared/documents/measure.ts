// How wide a text is on paper, and where it breaks into lines, without a browser: documents are set in the fonts that
// ship with Purser, so their widths are known. Widths are those of the semibold weight: never too narrow.

/** Millimetres in a typographic point. */
export const point = 25.4 / 72;

/** Line height as a multiple of the type size. */
export const leading = 1.4;

// Inter semibold with tabular figures, thousandths of the type size, from U+0020 to U+007E.
const latin = [
  269, 321, 523, 644, 650, 1004, 663, 326, 391, 391, 647, 647, 269, 647, 269, 379, 647, 647, 647, 647, 647, 647, 647,
  647, 647, 647, 269, 269, 647, 647, 647, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277, 580, 703, 565, 922,
  759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720, 713, 652, 391, 379, 391, 481, 469, 351, 574, 624, 583, 624,
  591, 389, 625, 612, 262, 262, 569, 262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 391,
  359, 391, 647,
];
const accentedLatin = 800;
const fullWidth = 1000;
const pictograph = 1400;

function thousandths(codePoint: number): number {
  if (codePoint <= 0x7e) return latin[codePoint - 0x20] ?? 0;
  if (codePoint < 0x590) return accentedLatin;
  return codePoint >= 0x1f000 && codePoint < 0x20000 ? pictograph : fullWidth;
}

/** The width of a text in millimetres at a type size in points. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += thousandths(character.codePointAt(0)!);
  return (sum / 1000) * size * point;
}

/** The height of lines of a type size in points, in millimetres. */
export function linesHeight(lines: number, size: number): number {
  return lines * size * point * leading;
}

const tolerance = 0.01;
const neverFirst = '，。、；：！？）》」』”’%),.;:!?';
const breaksAfter = /[ \-/·,_]/;

function isFullWidth(character: string): boolean {
  return character.codePointAt(0)! >= 0x2e80;
}

/** Whether a line may end between two characters. */
function mayBreak(left: string, right: string): boolean {
  if (neverFirst.includes(right)) return false;
  return breaksAfter.test(left) || isFullWidth(left) || isFullWidth(right);
}

/** Breaks a text into lines no wider than `width` millimetres; a word that is wider than a line is cut. Never empty. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let rest = [...text.trim()];
  while (rest.length > 0) {
    const end = lineEnd(rest, width, size);
    const line = rest.slice(0, end).join('');
    // A separator beside a break has nothing to separate.
    lines.push(end < rest.length ? line.replace(/\s*·?\s*$/, '') : line);
    rest = [
      ...rest
        .slice(end)
        .join('')
        .replace(/^\s*(·\s*)?/, ''),
    ];
  }
  return lines.length > 0 ? lines : [''];
}

/** How many of the characters stand on the next line; at least one. */
function lineEnd(characters: readonly string[], width: number, size: number): number {
  let used = 0;
  let lastBreak = 0;
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index]!;
    if (index > 0 && mayBreak(characters[index - 1]!, character)) lastBreak = index;
    used += widthOf(character, size);
    if (used > width + tolerance && character.trim() !== '') return lastBreak > 0 ? lastBreak : Math.max(index, 1);
  }
  return characters.length;
}
