// The made-up group's book in each state that a whole book can be in, for stories.
import type { BookStory } from './declared.ts';
import type { BackupFacts, OpenBook, Verification } from '../../shared/contract/open-book.ts';

const head = '5f2b7c1e9a4d803f6b1ce57d2a90f4c83e6d1b7a5c2f9e0d4b8a7c6f1e3d5b29';
const checked = ['chain', 'seals', 'postings', 'facts against postings', 'balances', 'dues in pairs', 'evidence'];
const verified = { at: '2026-11-22T06:02:00Z', records: 1842, head, checked, anchor: null };
const damage = {
  segment: '2026-10',
  line: 212,
  record: 1388,
  what: 'the line does not have the hash that it states: its bytes were changed',
};
const holds: Verification = { state: 'holds', ...verified };
const fails: Verification = { state: 'fails', ...verified, records: 1387, damage, isEvidenceAlone: false };

const sound: OpenBook = {
  id: '6f1c-2b90',
  name: 'Harbour Group',
  nameZh: '港湾集团',
  folder: '~/Documents/Harbour Group 2026',
  sample: false,
  desk: '',
  records: 1842,
  readOnly: null,
  holder: '',
  since: '',
  diskSaid: '',
  damage: null,
  lost: null,
  exposure: { by: '', conflictCopies: [] },
  setAsideBytes: 0,
  verification: holds,
};

/** A backup that lacks what was entered after it. */
export const backup: BackupFacts = {
  token: 'backup-1',
  file: 'purser-2026-11-20T101502Z-1800.zip',
  made: '2026-11-20T10:15:02Z',
  records: 1800,
  head,
  lacking: {
    count: 42,
    first: 'record 1801 (fundsMoved, 2026-11-20T11:02:00.000Z)',
    last: 'record 1842 (billsImported, 2026-11-21T09:40:00.000Z)',
  },
};

/** A book by the name of its state. */
export const books = {
  verified: sound,
  'verified-before': { ...sound, records: 1845 },
  anchored: { ...sound, verification: { ...holds, anchor: { head, record: 1700 } } },
  unverified: { ...sound, verification: { state: 'unverified', because: null } },
  verifying: { ...sound, verification: { state: 'running' } },
  failed: { ...sound, records: 1387, readOnly: 'damaged', damage, verification: fails },
  damaged: { ...sound, records: 1387, readOnly: 'damaged', damage, verification: { state: 'running' } },
  'evidence-lost': {
    ...sound,
    verification: {
      ...fails,
      damage: { segment: '', line: 0, record: 0, what: 'the evidence of tencent-2026-10.csv is missing' },
      isEvidenceAlone: true,
    },
  },
  'not-the-newest': {
    ...sound,
    records: 1700,
    readOnly: 'not-the-newest',
    lost: { records: 1842, head, at: '2026-11-21T09:40:00Z' },
  },
  'opened-elsewhere': {
    ...sound,
    readOnly: 'opened-elsewhere',
    holder: 'finance-02',
    since: '2026-11-22T01:12:00Z',
  },
  'disk-failed': {
    ...sound,
    readOnly: 'disk-failed',
    diskSaid: 'The disk is full: ENOSPC write.',
  },
  exposed: {
    ...sound,
    exposure: { by: 'OneDrive', conflictCopies: ['2026-10-LAPTOP-7.jsonl'] },
    setAsideBytes: 211,
  },
} as const satisfies Readonly<Record<BookStory, OpenBook>>;
