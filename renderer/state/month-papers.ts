// The papers of a month: its drafts, to look at, save and print one by one, and the month brief.
import { bridge } from '../bridge.ts';
import { amountText } from '../components/grid/cell-text.ts';
import { shortLanguage, t } from '../i18n/translate.svelte.ts';
import { preview } from './preview.svelte.ts';
import { printedNow } from './printed-now.ts';
import { problems } from './problems.svelte.ts';
import { session } from './session.svelte.ts';

export type DraftKind = 'consolidated-bill' | 'invoice-request' | 'fapiao-request' | 'charge-note' | 'statement';

/** Whether a month has drafts that this desk may look at. */
export function hasDrafts(period: string): boolean {
  const state = session.months.find(({ id }) => id === period)?.['state'] ?? 'to-run';
  return session.book?.desk === '' && state !== 'to-run';
}

/** The draft documents of a month, all or those of some kinds, to look at, save and print one by one. */
export async function previewDrafts(period: string, kinds?: readonly DraftKind[]): Promise<void> {
  try {
    const { rows } = await bridge.query('drafts', { period });
    const { scope } = session.view;
    const own = rows.filter(
      (row) =>
        (scope.entity === '' || row['entity'] === scope.entity) &&
        (kinds === undefined || kinds.includes(row['kind'] as DraftKind)),
    );
    if (own.length === 0) return problems.show([noDrafts(period)]);
    preview.show(
      t('paper.drafts', { period }),
      own.map((row) => ({
        id: row.id,
        text: t(`paper.${row['kind'] as 'statement'}`),
        detail: `${row['entity']} · ${row['number']} · ${row['currency']} ${amountText(row['amount'] ?? '', row['currency'] ?? '').trim()}`,
        request: { query: 'draftDocument', input: { period, draft: row.id, printedAt: printedNow() } },
      })),
    );
  } catch (problem) {
    problems.tell(problem);
  }
}

function noDrafts(period: string): Parameters<typeof problems.show>[0][number] {
  return {
    code: 'noDrafts',
    what: t('paper.noDrafts', { period }),
    unchanged: t('problem.unchanged'),
    next: t('paper.noDraftsNext'),
  };
}

/** The month on one page, in the language of the window, then in the other. */
export function previewBrief(period: string): void {
  const languages = shortLanguage() === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  preview.show(
    t('paper.brief', { period }),
    languages.map((language) => ({
      id: language,
      text: t('paper.briefName'),
      detail: t(`paper.in.${language}`),
      request: { query: 'monthBrief', input: { period, language, printedAt: printedNow() } },
    })),
  );
}
