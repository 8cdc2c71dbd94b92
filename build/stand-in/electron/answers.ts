// What the main process answers its parent: the pages' wishes and messages, and what a test does in a person's place.
import type { Answers, MainCalls } from '../wire.ts';
import { answerDialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { answerRequest } from './session.ts';
import type { WebContents } from './web-contents.ts';
import { allWindows, windowClosed, windowOf } from './window-list.ts';

function contentsOf(window: number): WebContents {
  const found = windowOf(window) as { readonly webContents: WebContents } | undefined;
  if (!found) throw new Error(`stand-in: window ${window} is closed`);
  return found.webContents;
}

/** The answers; `electron` is what `evaluate` hands to the code of a test. */
export function mainAnswers(electron: object): Answers<MainCalls> {
  return {
    fetch: answerRequest,
    mayHave: ({ window, wish }) => contentsOf(window).mayHave(wish),
    invoke: ({ window, frame, channel, args }) => {
      const sender = contentsOf(window);
      if (frame.isMain) sender.mainFrame.url = frame.url;
      const senderFrame = frame.isMain ? sender.mainFrame : { url: frame.url };
      return ipcMain.invoke({ sender, senderFrame, type: 'frame' }, channel, args);
    },
    windowClosed: ({ window }) => windowClosed(window),
    answerDialog: ({ answer }) => answerDialog(answer),
    clickMenu: ({ id }) => Menu.click(id, allWindows()[0]),
    evaluate: ({ code, argument }) =>
      (
        new Function('electron', 'argument', `return (${code})(electron, argument)`) as (...given: unknown[]) => unknown
      )(electron, argument),
  };
}
