// A book at risk is warned about by a line, whatever is called; one that is not, by none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { CommandLineOptions } from './call.ts';
import { runCommandLine } from './command-line.ts';

const parent = mkdtempSync(join(tmpdir(), 'purser-place-'));
afterAll(() => rmSync(parent, { recursive: true }));

async function said(...args: readonly string[]): Promise<string> {
  let text = '';
  const options: CommandLineOptions = {
    streams: { out: () => {}, error: (line) => void (text += line), isTerminal: false },
    sampleGroup: '',
    clock: () => '2026-11-22T09:00:00.000Z',
    environment: {},
  };
  await runCommandLine(args, options);
  return text;
}

test('a book in a folder that is synchronised, and its conflict copies', async () => {
  const folder = join(parent, 'Dropbox', 'Group');
  mkdirSync(join(parent, 'Dropbox'));
  const input = JSON.stringify({ name: 'Group', baseCurrency: 'CNY' });
  expect(await said('do', folder, 'createBook', '--input', input)).toMatch(/^Warning: .* is kept by Dropbox, /);
  writeFileSync(join(folder, 'journal', '2026-11 (1).jsonl'), '');
  const lines = (await said('verify', folder)).split('\n');
  expect(lines.filter((line) => line.startsWith('Warning:'))).toHaveLength(2);
  expect(lines[1]).toContain('2026-11 (1).jsonl');
  expect(await said('backup', folder, join(parent, 'copy.zip'))).toContain('is kept by Dropbox');
});

test('a book on this computer', async () => {
  const folder = join(parent, 'Group');
  const input = JSON.stringify({ name: 'Group', baseCurrency: 'CNY' });
  expect(await said('do', folder, 'createBook', '--input', input)).toBe('');
});
