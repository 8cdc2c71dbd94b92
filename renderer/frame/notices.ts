// What lasts and concerns the whole book, as lines over everything: the worst first, each with its way out. It decides
// what is said, not how it looks.
import type { ActionId } from '../../shared/contract/actions.ts';
import type { Damage, OpenBook } from '../../shared/contract/open-book.ts';
import { said, t, word } from '../i18n/translate.svelte.ts';
import { wallInstant } from '../state/instant.ts';

export interface Notice {
  readonly id: string;
  readonly tone: 'attention' | 'blocked' | 'neutral';
  readonly text: string;
  /** What can be done about it, by what the window carries out. */
  readonly actions: readonly ActionId[];
  readonly canBeDismissed: boolean;
}

const lasting = (id: string, tone: Notice['tone'], text: string, ...actions: ActionId[]): Notice => ({
  id,
  tone,
  text,
  actions,
  canBeDismissed: false,
});
const passing = (id: string, text: string): Notice => ({
  id,
  tone: 'attention',
  text,
  actions: [],
  canBeDismissed: true,
});

/** The lines about a book. */
export function noticesOf(book: OpenBook): readonly Notice[] {
  return [...damageOf(book), ...reasonOf(book), ...warningsOf(book)];
}

/** Where damage stands, in words; '' where it is no single record. */
export function placeOfDamage({ segment, line, record }: Damage): string {
  if (line === 0) return segment === '' ? '' : `journal/${segment}.jsonl`;
  return t('place.line', { file: `journal/${segment}.jsonl`, line, record });
}

/** What does not hold, as opening or verifying the book has found it. */
export function damageOfBook({ damage, verification }: OpenBook): Damage | null {
  return verification.state === 'fails' ? verification.damage : damage;
}

function damageOf(book: OpenBook): readonly Notice[] {
  const damage = damageOfBook(book);
  if (!damage) return [];
  const what = said(damage.what);
  if (book.damage === null && book.verification.state === 'fails' && book.verification.isEvidenceAlone)
    return [lasting('damage', 'blocked', t('damage.evidence', { what }), 'verification', 'restore')];
  const place = placeOfDamage(damage);
  const placed = place === '' ? what : t('place.of', { what, place });
  const text = t('damage.banner', { what: placed, records: book.records });
  return [lasting('damage', 'blocked', text, 'verification', 'restore', 'salvage')];
}

function reasonOf({ readOnly, lost, records, holder, since, diskSaid }: OpenBook): readonly Notice[] {
  switch (readOnly) {
    case 'not-the-newest': {
      const text = t('notice.lost', { records: lost!.records, at: wallInstant(lost!.at), now: records });
      return [lasting('lost', 'blocked', text, 'restore', 'acceptBook')];
    }
    case 'opened-elsewhere': {
      const text = since ? t('notice.elsewhere', { holder, since: wallInstant(since) }) : t('notice.elsewhereNameless');
      return [lasting('elsewhere', 'attention', text, 'openCopy', 'reopenBook')];
    }
    case 'no-permission':
      return [lasting('permission', 'attention', t('readOnly.no-permission'), 'openCopy', 'reopenBook')];
    case 'disk-failed':
      return [lasting('disk', 'blocked', t('notice.diskFailed', { said: said(diskSaid) }), 'reopenBook')];
    default:
      return diskSaid === ''
        ? []
        : [{ ...passing('disk', t('notice.diskSaid', { said: said(diskSaid) })), tone: 'blocked' }];
  }
}

function warningsOf({ exposure, setAsideBytes }: OpenBook): readonly Notice[] {
  const { by, conflictCopies } = exposure;
  const name = word('exposure', by || 'none');
  const [first = ''] = conflictCopies;
  const copies = t('notice.copies', { count: conflictCopies.length, by: name, first });
  return [
    ...(conflictCopies.length > 0 ? [passing('copies', copies)] : []),
    ...(by === '' ? [] : [passing('exposed', t('notice.exposed', { by: name }))]),
    ...(setAsideBytes === 0 ? [] : [passing('aside', t('notice.aside', { count: setAsideBytes }))]),
  ];
}
