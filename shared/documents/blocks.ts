// Builds the blocks of a page that are not tables, and knows how tall each is.
import { linesHeight, widthOf, wrap } from './measure.ts';
import { type Block, type Box, type Entry, type Figure, type FigureList, type Line, paper } from './page.ts';
import { type DocumentLanguage, type Label, type Words, say } from './words.ts';

/** Type sizes in points; print.css sets the same ones. */
const textSize = 9;
const smallSize = 7.5;
const afterBlock = 4;
const headingHeight = 8.5;
const figureLine = 5;

/** A heading, with a figure or a remark at its right. */
export function heading(language: DocumentLanguage, label: Label, note = ''): Block {
  return { kind: 'heading', height: headingHeight, text: say(language, label), note };
}

/** An amount in a list of figures. */
export function figure(
  language: DocumentLanguage,
  label: Label,
  amount: string,
  rule: Figure['rule'] = 'none',
): Figure {
  return { label: say(language, label), amount, rule };
}

/** Lists of figures beside each other. */
export function figures(lists: readonly FigureList[]): Block {
  const width = lists.length === 1 ? loneListWidth : (paper.width - listGap * (lists.length - 1)) / lists.length;
  const heights = lists.map((list) =>
    list.figures.reduce((sum, entry) => sum + figureHeight(entry, width), list.title ? 6 : 0),
  );
  return { kind: 'figures', height: Math.max(...heights) + afterBlock, lists };
}

/** Space between lists and the width of a list by itself, in millimetres; print.css has the same. */
const listGap = 8;
const loneListWidth = 100;

/** The second language of a label takes a line of its own where both do not fit beside the figure. */
function figureHeight(entry: Figure, width: number): number {
  const label = entry.label.map((saying) => saying.text).join(' ');
  const oneLine = widthOf(label, textSize) + widthOf(entry.amount, textSize) + 4 <= width;
  return figureLine * (oneLine ? 1 : entry.label.length) + (entry.rule === 'none' ? 0 : 1);
}

/** A label and the paragraphs beside it in a box; null: paragraphs over the whole width. */
export interface BoxEntry {
  readonly label: Label | null;
  readonly texts: readonly string[];
  readonly strong?: boolean;
}

const boxPadding = 5;
const boxGap = 4;

/** Titled boxes beside each other, such as the two parties. */
export function boxes(
  language: DocumentLanguage,
  given: readonly { readonly title: Label; readonly entries: readonly BoxEntry[] }[],
): Block {
  const width = (paper.width - boxGap * (given.length - 1)) / given.length - boxPadding;
  const set = given.map(({ title, entries }) => setBox(language, title, entries, width));
  return { kind: 'boxes', height: Math.max(...set.map(boxHeight)) + afterBlock, boxes: set };
}

function setBox(language: DocumentLanguage, title: Label, entries: readonly BoxEntry[], width: number): Box {
  const shown = entries.filter((entry) => entry.texts.some((text) => text !== ''));
  return {
    title: say(language, title),
    entries: shown.map((entry) => {
      const room = entry.label ? width - boxLabelWidth : width;
      const lines = entry.texts.flatMap((text) =>
        wrap(text, room, textSize).map((line): Line => ({ text: line, lang: 'en', ...(entry.strong && strong) })),
      );
      return { label: entry.label && boxLabel(language, entry.label), lines };
    }),
  };
}

const strong = { tone: 'strong' } as const;
/** The column of labels in a box, in millimetres; print.css has the same. */
const boxLabelWidth = 27;

/** Long labels break into sayings of one line each. */
function boxLabel(language: DocumentLanguage, label: Label): Words {
  return say(language, label).flatMap(({ lang, text }) =>
    wrap(text, boxLabelWidth - 2, smallSize).map((line) => ({ lang, text: line })),
  );
}

function boxHeight(box: Box): number {
  const entries = box.entries.map((entry) =>
    Math.max(linesHeight(entry.lines.length, textSize), linesHeight(entry.label?.length ?? 0, smallSize)),
  );
  return entries.reduce((sum, height) => sum + height + 0.6, 0) + 6 + 3;
}

/** Paragraphs in small type, over the whole width where none is named. */
export function notes(
  language: DocumentLanguage,
  paragraphs: readonly (string | Label)[],
  width: number = paper.width,
): Block {
  const sayings = paragraphs.flatMap((paragraph) =>
    typeof paragraph === 'string' ? [{ lang: 'en' as const, text: paragraph }] : say(language, paragraph),
  );
  const lines = sayings.flatMap(({ lang, text }) => wrap(text, width, 8.5).map((line): Line => ({ text: line, lang })));
  return { kind: 'notes', height: linesHeight(lines.length, 8.5) + afterBlock, lines };
}

/** The one line that names the sum to pay, in figures and capitals. */
export function totalLine(entries: readonly Entry[]): Block {
  return { kind: 'total', height: 11 + afterBlock, entries };
}

/** Lines to sign on, and a free square of 40 mm for a seal. */
export function signatures(
  language: DocumentLanguage,
  fields: readonly { readonly label: Label; readonly value: string }[],
  seal: Label,
): Block {
  const entries = fields.map(({ label, value }) => ({
    label: say(language, label),
    value: [{ lang: 'en' as const, text: value }],
  }));
  return { kind: 'signatures', height: 41, fields: entries, seal: say(language, seal) };
}

/** The tear-off slip at the foot of a statement. */
export function slip(language: DocumentLanguage, title: Label, entries: readonly Entry[]): Block {
  return { kind: 'slip', height: Math.max(60, 14 + entries.length * 6), title: say(language, title), entries };
}
