// What is told in the system's own dialogs is told in the language of the settings, down to what the core said.
import { expect, test } from 'vitest';
import { usualSettings } from '../../shared/contract/usual-settings.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { alreadyThere } from '../book/make-book.ts';
import type { ComputerFile } from './computer-file.ts';
import { Dialogs } from './dialogs.ts';
import type { SystemDialogs } from './system-dialogs.ts';

async function told(language: 'en' | 'zh-CN', problem: unknown): Promise<readonly (string | undefined)[]> {
  const said: (string | undefined)[] = [];
  const system = {
    ask: async ({ message, detail }: Electron.MessageBoxOptions) => said.push(message, detail),
  } as unknown as SystemDialogs;
  const computer = { facts: { settings: { ...usualSettings, language } } } as ComputerFile;
  await new Dialogs(computer, system, '').showProblem(problem, 'openFailed');
  return said;
}

test('a refusal is told whole, in either language', async () => {
  const refused = new Refused(alreadyThere('/books/Group'));
  expect(await told('en', refused)).toEqual([
    'The book was not opened.',
    [
      'There is something at /books/Group already.',
      'No book was made, and what is there was left alone.',
      'Choose a name that is free, or open the book that is there.',
    ].join('\n'),
  ]);
  const [message, detail] = await told('zh-CN', refused);
  expect(message).toBe('账簿未能打开。');
  expect(detail).toMatch(/\/books\/Group/);
  expect(detail!.replace('/books/Group', '')).not.toMatch(/[A-Za-z]/);
});

test('a defect is told without its inside', async () => {
  expect(await told('en', new TypeError('cannot read x of undefined'))).toEqual([
    'The book was not opened.',
    'Purser has met a defect of its own.\nNothing was acknowledged. Try again; what it was stands in the log.',
  ]);
});
