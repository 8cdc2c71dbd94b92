// A bridge without a program behind it: answers from the made-up group, in the state that a story asks for.
import type { CommandAnswer, Done } from '../../shared/contract/answer.ts';
import type { AppEvent, ChosenFile, Settings, Work } from '../../shared/contract/app.ts';
import type { OpenBook } from '../../shared/contract/open-book.ts';
import type { ListRow, Listing } from '../../shared/reports/listing.ts';
import type { Bridge } from '../bridge.ts';
import type { BookStory, StoryState } from './declared.ts';
import { chosenRows, grouped, pageOf, sumsOf } from './fake-lists.ts';
import { tablePage } from './fake-pages.ts';
import { policiesOf } from './fake-policies.ts';
import { explanationOf, nameChanged, runPreview, statisticsOf } from './fake-reports.ts';
import { accounts, adminOf, charges, entities, lineAt } from './harbour.ts';
import { backup, books } from './harbour-book.ts';
import { balances, lots, movements } from './harbour-funds.ts';
import { planOf } from './harbour-plans.ts';
import { findings } from './harbour-findings.ts';
import { exceptions, imports, monthRows, overviewOf } from './harbour-work.ts';

export interface Story {
  readonly state: StoryState;
  readonly settings: Settings;
  /** How many bill lines there are. */
  readonly lines: number;
  readonly isOpen: boolean;
  /** What is the matter with the book as a whole. */
  readonly book: BookStory;
}

interface Question extends Listing {
  readonly period?: string;
  readonly groupBy?: readonly string[];
  readonly query?: string;
  readonly input?: Listing;
  readonly columns?: readonly string[];
  readonly fromRow?: number;
  readonly toRow?: number;
  readonly figure?: string;
  readonly text?: string;
  readonly rows?: readonly { readonly account: string; readonly written: string }[];
}

const chargeAmounts = ['list', 'discount', 'amount', 'setOff', 'voucher', 'gift', 'cash', 'credit'];
const balanceAmounts = ['cash', 'frozen', 'gift', 'voucher', 'owed', 'available', 'balance', 'recoverable', 'consumed'];
const frameQueries = new Set(['settings', 'openBook', 'recentBooks', 'work', 'months', 'entities', 'accounts']);
const files: readonly ChosenFile[] = [
  { token: 't1', name: 'tencent-2026-10.csv', bytes: 1_204_233 },
  { token: 't2', name: 'aws-focus-2026-10.csv', bytes: 402_118 },
];

/** The commands that were given and not only tried, in their order. */
export const posted: string[] = [];

/** The bridge of a story. */
export function fakeBridge(story: Story): Bridge {
  const listeners = new Set<(event: AppEvent) => void>();
  const tell = (event: AppEvent): void => listeners.forEach((listener) => listener(event));
  let book: OpenBook | null = story.isOpen ? bookOf(story) : null;
  const bridge = {
    command: async (name: string, input: unknown, { dryRun = false } = {}): Promise<CommandAnswer> => {
      if (!dryRun) posted.push(name);
      if (name === 'openSample') {
        book = { ...bookOf(story), sample: true };
        tell({ topic: 'window', change: 'book-opened', book });
      }
      if (name === 'takeDesk' && book) {
        book = { ...book, desk: (input as { desk: string }).desk };
        tell({ topic: 'window', change: 'book-opened', book });
      }
      const result = results[name]?.(story) ?? {};
      return Promise.resolve({ done: true, seq: 0, head: '', key: '', kind: '', result });
    },
    query: async (name: string, question: Question): Promise<unknown> => {
      if (!frameQueries.has(name === 'wholeList' ? (question.query ?? '') : name)) {
        if (story.state === 'loading') return new Promise(() => undefined);
        if (story.state === 'error') return Promise.reject(failure);
      }
      if (name === 'openBook') {
        // As a book that is being verified, it is told of before the question for it is answered.
        await Promise.resolve();
        if (book) tell({ topic: 'window', change: 'book-state', book });
        return book;
      }
      return Promise.resolve(answer(story, name, question));
    },
    onChanged: (listener: (event: AppEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return bridge as unknown as Bridge;
}

/** What commands answer that tell more than that they were done. */
const results: Readonly<Record<string, (story: Story) => Done['result']>> = {
  chooseBills: () => ({ files }),
  importBills: () => ({ imports: trialOf(), unknownOwners: { 'trial-0': 3 }, zones: { tencent: 480, aws: 0 } }),
  chooseBackup: (story) => ({ backup: story.book === 'not-the-newest' ? { ...backup, lacking: null } : backup }),
};

const verifying: Work = {
  id: 'work-1',
  kind: 'verify',
  done: 40,
  total: 100,
  rows: 0,
  rowsPerSecond: 0,
  secondsLeft: 3,
  state: 'running',
  onCancel: 'nothing-happened',
};

/** As preload rejects: what the program answered. */
const failure = {
  done: false,
  refusals: [
    {
      code: 'systemError',
      what: 'The system reports an error: EIO.',
      unchanged: 'Nothing was read or changed.',
      next: 'Check the disk and its connection, then try again.',
      rule: 'L4',
    },
  ],
};

function bookOf(story: Story): OpenBook {
  return books[story.state === 'read-only' ? 'opened-elsewhere' : story.book];
}

function answer(story: Story, name: string, question: Question): unknown {
  switch (name) {
    case 'settings':
      return story.settings;
    case 'recentBooks':
      return [
        {
          token: 'r1',
          name: 'Harbour Group 2026',
          folder: '~/Documents/Harbour Group 2026.purser',
          opened: '2026-11-03T09:12:00Z',
          missing: false,
        },
        {
          token: 'r2',
          name: 'Northwind',
          folder: '~/Archive/Northwind.purser',
          opened: '2026-08-14T15:40:00Z',
          missing: true,
        },
      ];
    case 'work':
      return books[story.book].verification.state === 'running' ? [verifying] : [];
    case 'book':
      return {
        id: '6f1c-2b90',
        name: 'Harbour Group',
        nameZh: '港湾集团',
        baseCurrency: 'CNY',
        records: 1842,
        desk: '',
        firstRun: '2026-08',
        lastRun: '2026-09',
      };
    case 'policies':
      return policiesOf();
    case 'overview':
      return story.state === 'empty-new'
        ? { ...overviewOf(question.period ?? ''), figures: [], entities: [], work: [] }
        : overviewOf(question.period ?? '');
    case 'allocationPlan':
    case 'recoveryPlan':
      return planOf(name === 'allocationPlan' ? 'allocation' : 'recovery', question.rows ?? []);
    case 'tableReport':
      return tablePage(question as object);
    case 'chargesPreview':
      return runPreview(question.period ?? '');
    case 'explain':
      return explanationOf(question.figure ?? '');
    case 'wholeList':
      return answer(story, question.query ?? '', { ...question.input, offset: question.offset, limit: 10_000 });
    case 'selectionSum': {
      const { query = '', input = {}, columns = [], fromRow = 0, toRow = 0 } = question;
      return statisticsOf(chosenRows(rowsOf(story, query, input).rows, input).slice(fromRow, toRow + 1), columns);
    }
    case 'search':
      return { rows: found(question.text ?? '') };
    case 'history':
      return { rows: nameChanged, total: nameChanged.length };
    case 'billLines':
      return longPage(story, question);
    default: {
      const { rows, amounts } = rowsOf(story, name, question);
      return pageOf(rows, question, amounts);
    }
  }
}

interface FakeList {
  readonly rows: readonly ListRow[];
  readonly amounts: readonly string[];
}

function rowsOf(story: Story, name: string, { groupBy }: Question): FakeList {
  if (story.state === 'empty-new' && name !== 'entities' && name !== 'accounts' && name !== 'months')
    return { rows: [], amounts: [] };
  switch (name) {
    case 'months':
      return { rows: story.state === 'empty-new' ? [] : monthRows, amounts: [] };
    case 'entities':
      return { rows: entities, amounts: [] };
    case 'accounts':
      return { rows: accounts, amounts: [] };
    case 'charges':
      return { rows: groupBy ? grouped(charges, groupBy, chargeAmounts) : charges, amounts: chargeAmounts };
    case 'balances':
      return { rows: balances, amounts: balanceAmounts };
    case 'movements':
      return { rows: movements, amounts: ['amount'] };
    case 'lots':
      return { rows: lots, amounts: ['remaining'] };
    case 'exceptions':
      return { rows: exceptions, amounts: ['billed'] };
    case 'relations':
      return {
        rows: accounts.map((row) => ({ ...row, admin: adminOf(row['entity']!).id, allocateFunds: 'yes' })),
        amounts: [],
      };
    case 'findings':
      return { rows: findings, amounts: ['amount'] };
    case 'imports':
      return { rows: imports, amounts: ['inFile', 'keptSum', 'difference'] };
    case 'billLines':
      return {
        rows: Array.from({ length: Math.min(story.lines, 2000) }, (_, place) => lineAt(place)),
        amounts: ['list', 'billed', 'effective'],
      };
    default:
      return { rows: [], amounts: [] };
  }
}

/** Lines are made for the page alone, so that a story may have hundreds of thousands. */
function longPage(story: Story, question: Question): unknown {
  if (story.state === 'empty-new') return { rows: [], total: 0, sums: {} };
  if ((question.filter ?? []).length > 0 || (question.sort ?? []).length > 0) {
    const { rows, amounts } = rowsOf(story, 'billLines', question);
    return pageOf(rows, question, amounts);
  }
  const { offset = 0, limit = 200 } = question;
  const size = Math.max(0, Math.min(limit, story.lines - offset));
  const rows = Array.from({ length: size }, (_, place) => lineAt(offset + place));
  return { rows, total: story.lines, sums: sumsOf(rows, ['list', 'billed', 'effective']) };
}

function found(text: string): readonly unknown[] {
  const wanted = text.toLowerCase();
  const rows = [...entities, ...accounts].filter((row) =>
    `${row['name']} ${row['nameZh']} ${row.id}`.toLowerCase().includes(wanted),
  );
  return rows.slice(0, 20).map((row) => {
    const type = row['role'] ? 'account' : 'entity';
    return {
      type,
      object: row.id,
      title: row['name'],
      titleZh: row['nameZh'] ?? '',
      detail: row.id,
      amount: '',
      currency: '',
      figure: '',
    };
  });
}

function trialOf(): readonly unknown[] {
  return files.map(({ name }, place) => {
    const [currency, sum] = place === 0 ? ['CNY', '412904.19301200'] : ['USD', '18220.41850000'];
    return {
      id: `trial-${place}`,
      name,
      final: place === 1,
      months: [{ provider: place === 0 ? 'tencent' : 'aws', month: '2026-10', lines: 8412 }],
      vendorPayers: [{ provider: 'tencent', id: '100011115017', month: '2026-10' }],
      shared: place === 0 ? [{ import: 'tencent-2026-10', lines: 25, overlap: true }] : [],
      skips: [],
      sha256: `${place}8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c9`,
      format: place === 0 ? 'Tencent L3' : 'FOCUS 1.0',
      rows: 8412,
      kept: 8412,
      setAside: [],
      sums: [{ currency, inFile: sum, kept: sum }],
    };
  });
}
