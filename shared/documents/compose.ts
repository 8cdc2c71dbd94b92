// Makes a document of its parts: the head and foot of every page around the blocks that the layout placed.
import { type FlowItem, layOut } from './layout.ts';
import { type Stamp, type TaxTitle, namesOf } from './facts.ts';
import { linesHeight, wrap } from './measure.ts';
import {
  type DocumentKind,
  type Entry,
  type Foot,
  type Head,
  type Line,
  type PrintableDocument,
  paper,
} from './page.ts';
import { type DocumentLanguage, type Label, type Words, say, sayOnLine } from './words.ts';
import { sayMonth } from './dates.ts';
import { wording } from './wording.ts';

export interface Composition {
  readonly kind: DocumentKind;
  readonly stamp: Stamp;
  readonly title: Label;
  readonly issuer: TaxTitle;
  /** The facts beside the title on the first page. */
  readonly entries: readonly Entry[];
  readonly items: readonly FlowItem[];
  readonly disclaimer?: Label;
}

const shortHeadHeight = 11;
const leastHeadHeight = 42;
const issuerWidth = 88;
const entryHeight = 4.6;

/** The finished document. Throws a RangeError where a block does not fit on a page. */
export function compose(given: Composition): PrintableDocument {
  const { stamp, kind } = given;
  const { language } = stamp;
  const head = fullHead(given);
  const room = paper.height - paper.foot;
  const pages = layOut(given.items, { first: room - head.height, next: room - shortHeadHeight });
  return {
    kind,
    language,
    title: [sayOnLine(language, given.title), stamp.number ?? draftName(language)].join(' · '),
    watermark: watermarkOf(stamp),
    pages: pages.map((blocks, index) => ({
      head: index === 0 ? head : shortHead(given),
      blocks,
      foot: footOf(given, index + 1, pages.length),
    })),
  };
}

function draftName(language: DocumentLanguage): string {
  return sayOnLine(language, wording.statusDraft);
}

function fullHead(given: Composition): Head {
  const { language } = given.stamp;
  const issuer = issuerLines(given.issuer, language);
  const titleHeight = language === 'both' ? 13 : 9;
  const entriesHeight = given.entries.reduce((sum, entry) => sum + Math.max(1, entry.value.length) * entryHeight, 0);
  const height = Math.max(leastHeadHeight, linesHeight(issuer.length, 9) + 12, titleHeight + entriesHeight + 8);
  return { kind: 'full', height, issuer, title: say(language, given.title), entries: given.entries };
}

function issuerLines(title: TaxTitle, language: DocumentLanguage): Line[] {
  const [name = '', second] = namesOf(title, language);
  const reach = [title.address, title.phone].filter(Boolean).join(' · ');
  const tax = title.taxId && `${sayOnLine(language === 'both' ? 'en' : language, taxLabel)} ${title.taxId}`;
  return [
    ...wrap(name, issuerWidth, 12).map((text): Line => ({
      text,
      lang: language === 'zh' ? 'zh' : 'en',
      tone: 'strong',
    })),
    ...(second ? wrap(second, issuerWidth, 9) : []).map((text): Line => ({ text, lang: 'zh' })),
    ...[reach, tax].filter(Boolean).flatMap((text) => wrap(text, issuerWidth, 8.5).map(softLine)),
  ];
}

const taxLabel: Label = { en: 'VAT no.', zh: '税号' };

function softLine(text: string): Line {
  return { text, lang: 'en', tone: 'soft' };
}

function shortHead(given: Composition): Head {
  const { stamp } = given;
  const period = lineOf(sayMonth(stamp.language, stamp.period));
  const left = `${sayOnLine(stamp.language, given.title)} · ${stamp.number ?? draftName(stamp.language)}`;
  const name = namesOf(given.issuer, stamp.language)[0] ?? '';
  const [shown = ''] = wrap(name, 80, 8);
  return { kind: 'short', height: shortHeadHeight, left, right: `${shown === name ? name : `${shown}…`} · ${period}` };
}

function lineOf(words: Words): string {
  return words.map((saying) => saying.text).join(' ');
}

function footOf(given: Composition, page: number, pages: number): Foot {
  const { stamp } = given;
  const { language } = stamp;
  const number = stamp.number ?? draftName(language);
  return {
    left: `${stamp.bookName} · ${number} · v${stamp.version}`,
    page: lineOf(say(language, { en: `Page ${page} of ${pages}`, zh: `第 ${page} 页 共 ${pages} 页` })),
    right: [stamp.printedAt, stamp.verification].filter(Boolean).join(' · '),
    disclaimer: given.disclaimer ? sayOnLine(language, given.disclaimer) : null,
  };
}

const marks = {
  draft: { en: 'DRAFT', zh: '草稿' },
  provisional: { en: 'PROVISIONAL', zh: '暂估' },
  superseded: { en: 'SUPERSEDED', zh: '已作废替换' },
  copy: { en: 'COPY', zh: '副本' },
  sample: { en: 'SAMPLE', zh: '示例' },
} as const satisfies Record<string, Label>;

function watermarkOf(stamp: Stamp): string | null {
  const mark = stamp.mark ?? (stamp.number === null ? 'draft' : null);
  return mark && `${marks[mark].en} ${marks[mark].zh}`;
}
