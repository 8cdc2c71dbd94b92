// The three channels of the window, and the only user of ipcMain: who sends is checked, what is sent is read by its
// schema, and only then asked. Refusals go back as data, defects without anything of the inside.
import { type IpcMainInvokeEvent, type WebContents, ipcMain } from 'electron';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { AppEvent } from '../../shared/contract/app.ts';
import {
  type WindowCommand,
  type WindowQuery,
  readWindowCommand,
  readWindowQuery,
} from '../../shared/contract/window-messages.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import { appOrigin } from '../app/app-files.ts';

export interface Served {
  /** Whether contents are those of one of the program's own windows: nobody else is answered. */
  readonly isOwn: (contents: WebContents) => boolean;
  readonly command: (command: WindowCommand, from: WebContents) => Promise<CommandAnswer>;
  readonly query: (query: WindowQuery) => Promise<unknown>;
  /** Takes a defect into the log. */
  readonly report: (defect: unknown) => void;
}

/** Answers the channels until the program ends. */
export function serve({ isOwn, command, query, report }: Served): void {
  ipcMain.handle('purser:command', (event, message: unknown) => {
    checkSender(event, isOwn);
    const read = readWindowCommand(message);
    return read.ok ? refusalsAsData(() => command(read.input, event.sender), report) : refused(read.refusals);
  });
  ipcMain.handle('purser:query', (event, message: unknown) => {
    checkSender(event, isOwn);
    const read = readWindowQuery(message);
    if (!read.ok) return refused(read.refusals);
    return refusalsAsData(async () => ({ done: true, answer: await query(read.input) }), report);
  });
}

/** Tells a window what has changed. */
export function tell(window: WebContents, event: AppEvent): void {
  window.send('purser:changed', event);
}

function checkSender({ sender, senderFrame }: IpcMainInvokeEvent, isOwn: Served['isOwn']): void {
  const isMain = senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${appOrigin}/`);
  if (!isOwn(sender) || !isMain) throw new Error('Only the window of Purser is answered.');
}

async function refusalsAsData(answer: () => Promise<unknown>, report: (defect: unknown) => void): Promise<unknown> {
  return answer().catch((error: unknown) => {
    if (error instanceof Refused) return refused(error.refusals);
    report(error);
    return Promise.reject(new Error(defectMessage));
  });
}

const defectMessage = 'Purser has met a defect of its own. Nothing was acknowledged; what it was stands in the log.';

function refused(refusals: readonly Refusal[]): CommandAnswer {
  return { done: false, refusals };
}
