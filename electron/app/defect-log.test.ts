// The log keeps what happened and when, does not grow for ever, and bears a disk that takes nothing.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { logDefect } from './defect-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-log-'));
const log = join(folder, 'logs/defects.log');
afterAll(() => rmSync(folder, { recursive: true }));

test('defects stand one after the other, each with its instant and where it came from', () => {
  logDefect(log, new TypeError('no purse'), '2026-11-23T02:00:00.000Z');
  logDefect(log, 'a text that was thrown', '2026-11-23T03:00:00.000Z');
  const written = readFileSync(log, 'utf8');
  expect(written).toMatch(/^2026-11-23T02:00:00.000Z TypeError: no purse\n +at .*defect-log\.test\.ts/);
  expect(written).toMatch(/\n2026-11-23T03:00:00.000Z a text that was thrown\n$/);
});

test('a log that has grown long is put aside', () => {
  writeFileSync(log, 'x'.repeat((1 << 20) + 1));
  logDefect(log, 'afresh', '2026-11-23T04:00:00.000Z');
  expect(readFileSync(log, 'utf8')).toBe('2026-11-23T04:00:00.000Z afresh\n');
  expect(statSync(`${log}.former`).size).toBe((1 << 20) + 1);
});

test('where no log can be written nothing else fails', () => {
  const nowhere = join(log, 'beneath a file.log');
  logDefect(nowhere, 'lost', '2026-11-23T05:00:00.000Z');
  expect(existsSync(nowhere)).toBe(false);
});
