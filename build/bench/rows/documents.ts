// One-page invoices with Chinese text through the program's own printer: all in one job against one job each. The texts
// must be the same and extractable, and every font embedded.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { StandIn } from '../../stand-in/launch.ts';
import type { Contest, Run } from '../contest.ts';
import { invoiceNumber } from '../sample-invoices.ts';

const count = 500;
/** So many pages lie between those that are read back. */
const stride = 25;
const main = fileURLToPath(new URL('../programs/print-invoices.ts', import.meta.url));
const renderer = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

function printing(jobs: 'one' | 'each'): Run {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'purser-bench-print-'));
    try {
      const status = await new StandIn({ main, args: [renderer, folder, String(count), jobs] }).ended;
      if (status !== 0) throw new Error(`printing ended with ${status}`);
      const seconds = Number(readFileSync(join(folder, 'seconds'), 'utf8'));
      return { seconds, answer: await answerOf(folder) };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

/** How many pages there are, and what some of them say, one a line. */
async function answerOf(folder: string): Promise<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  let page = 0;
  const texts: string[] = [];
  for (const file of files.sort()) {
    if (files.length > 1 && page % stride !== 0 && page !== count - 1) {
      page += 1;
      continue;
    }
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, file))));
    for (let number = 1; number <= pdf.numPages; number += 1, page += 1)
      if (page % stride === 0) texts.push(await pageText(await pdf.getPage(number)));
  }
  return [`${page} pages`, ...texts].join('\n');
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function pageText(page: PdfPage): Promise<string> {
  // Fonts are known once the page's drawing is read.
  await page.getOperatorList();
  const loaded = [...(page.commonObjs as Iterable<[string, { name?: string; missingFile?: boolean }]>)];
  const missing = loaded.filter(([, font]) => font?.missingFile).map(([, font]) => ` without ${font.name}`);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  return text.normalize('NFKC').replace(/\s/g, '') + missing.join('');
}

function objectionTo(answer: string): string | undefined {
  const [pages, ...texts] = answer.split('\n');
  if (pages !== `${count} pages`) return `${pages} were printed`;
  const wrong = texts.findIndex(
    (text, at) =>
      !text.includes(invoiceNumber(at * stride)) || !text.includes('龑骉港湾零售') || / without /.test(text),
  );
  return wrong < 0 ? undefined : `page ${wrong * stride + 1} says ${texts[wrong]}`;
}

/** One round: each side prints five hundred. */
export const invoicesPrinted: Contest = {
  name: `${count} one-page invoices in one job`,
  peer: 'one job each',
  mark: 1 / 3,
  rounds: 1,
  items: count,
  prepare: () => Promise.resolve({ subject: printing('one'), peer: printing('each') }),
  objection: (subject, peer) =>
    objectionTo(subject) ?? (subject === peer ? undefined : 'the two ways print different texts'),
};
