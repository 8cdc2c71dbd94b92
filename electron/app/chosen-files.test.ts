// Tokens are the only way from the window to a file: another text, or a folder, leads nowhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refused } from '../../shared/rules/refusal.ts';
import { ChosenFiles } from './chosen-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-chosen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a chosen file is reached by its token alone', () => {
  const path = join(folder, 'bill.csv');
  writeFileSync(path, 'a,b\n');
  const files = new ChosenFiles();
  const chosen = files.add([path, folder, join(folder, 'nothing.csv')]);
  expect(chosen).toMatchObject([{ name: 'bill.csv', bytes: 4 }]);
  expect(files.paths([chosen[0]!.token])).toEqual([path]);
  for (const text of [path, '../bill.csv', '']) expect(codeOf(() => files.paths([text]))).toBe('fileNotChosen');
});

test('a file that is no bill by its name is not opened, however it came here', () => {
  const path = join(folder, 'secrets.txt');
  writeFileSync(path, 'a,b\n');
  const files = new ChosenFiles();
  const [chosen] = files.add([path]);
  expect(codeOf(() => files.paths([chosen!.token]))).toBe('notABillFile');
  writeFileSync(join(folder, 'BILL.CSV.GZ'), '');
  const [other] = files.add([join(folder, 'BILL.CSV.GZ')]);
  expect(files.paths([other!.token])).toHaveLength(1);
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Refused ? error.refusals[0]?.code : undefined;
  }
}
