// Views come back from their file as they were; any other file is refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { SavedView } from '../../shared/contract/app.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { readViewsFile, viewsAsFile } from './view-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-views-'));
afterAll(() => rmSync(folder, { recursive: true }));

const view: SavedView = {
  name: '将用尽',
  screen: 'balances',
  tab: '',
  filter: 'runway<15',
  scope: { entity: 'HT', account: '' },
  grid: 'balances-ledger',
  layout: { shown: ['name'], widths: {}, frozen: 1, sort: [] },
};

function written(text: string | Uint8Array): string {
  const path = join(folder, 'views.json');
  writeFileSync(path, text);
  return path;
}

test('views come back as they were', () => {
  expect(readViewsFile(written(viewsAsFile([view])))).toEqual([view]);
});

test.each(['', '{}', '{"purser":"views","views":[{}]}', 'no JSON', ' '.repeat(1_000_001)])(
  '%.20j is refused',
  (text) => {
    const attempt = (): unknown => readViewsFile(written(text));
    expect(attempt).toThrow(Refused);
    expect(attempt).toThrow(
      expect.objectContaining({ refusals: [expect.objectContaining({ code: 'noViewsFile' })] }) as Error,
    );
  },
);
