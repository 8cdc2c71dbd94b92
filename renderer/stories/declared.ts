// Which stories there are: every screen in every state that it can be in, with the sign by which a person sees that it is
// in it, and the parts of each screen. A screen or a state without its row does not compile.
import type { WorkKind } from '../screens/bills/work-kinds.ts';
import type { ScreenId } from '../state/view.ts';

/** The states of a screen (ux/screens.md §1.0). */
export const storyStates = ['full', 'empty-new', 'empty-filter', 'loading', 'error', 'read-only'] as const;
export type StoryState = (typeof storyStates)[number];

/** The screens, and the window before a book is open. */
export type StoryScreen = ScreenId | 'first-run';

/** The selector of what is seen in each state; null where the screen cannot be in it. */
type Signs = Readonly<Record<StoryState, string | null>>;

const list: Signs = {
  full: 'main [role=gridcell]',
  'empty-new': 'main .empty h2',
  'empty-filter': 'main .nothing button',
  loading: 'main .bones, main [aria-busy=true]',
  error: 'main [role=alert] .code',
  'read-only': '.banner.attention',
};

/** Every screen with its signs. */
export const signs: Readonly<Record<StoryScreen, Signs>> = {
  'first-run': {
    full: 'main .way',
    'empty-new': null,
    'empty-filter': null,
    loading: null,
    error: null,
    'read-only': null,
  },
  // Nothing is filtered on the overview.
  overview: { ...list, 'empty-filter': null },
  bills: list,
  balances: list,
  allocations: list,
  import: list,
  // The settings of a book are there from its beginning, and so are those of the computer.
  settings: { ...list, full: 'main dl', 'empty-new': 'main dl', 'empty-filter': 'main .none' },
};

/** The kinds of work whose columns or choices are like no other's. */
const lookedAt: readonly WorkKind['id'][] = [
  'currency-differs',
  'missing-bill',
  'discount-variance',
  'payer-differs',
  'blast-radius',
];

/** The parts of a screen beside the one that it begins with. */
export const parts: Readonly<Record<StoryScreen, readonly string[]>> = {
  'first-run': [],
  overview: [],
  bills: [...lookedAt.map((id) => `exceptions.${id}`), 'accounts', 'services', 'lines', 'imports'],
  balances: ['entities', 'vendor', 'difference'],
  allocations: ['plan', 'lots'],
  import: [],
  settings: [],
};

/** The screens that have stories. */
export const storyScreens = Object.keys(signs) as readonly StoryScreen[];

/** What can be the matter with a book as a whole. */
export const bookStories = [
  'verified',
  'verified-before',
  'anchored',
  'unverified',
  'verifying',
  'failed',
  'damaged',
  'evidence-lost',
  'not-the-newest',
  'opened-elsewhere',
  'disk-failed',
  'exposed',
] as const;
export type BookStory = (typeof bookStories)[number];

/** A story as its page is asked for it. */
export interface StoryAsked {
  readonly screen: StoryScreen;
  readonly state?: StoryState;
  readonly book?: BookStory;
  readonly tab?: string;
  readonly language?: 'en' | 'zh-CN';
  readonly theme?: 'light' | 'dark';
  readonly inspector?: '';
  /** How many bill lines there are. */
  readonly lines?: string;
}
