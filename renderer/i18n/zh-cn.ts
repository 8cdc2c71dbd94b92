// Every text of the window in Simplified Chinese; a missing one does not compile.
import { decisions } from './zh-cn/decisions.ts';
import { frame } from './zh-cn/frame.ts';
import { funds } from './zh-cn/funds.ts';
import { ledger } from './zh-cn/ledger.ts';
import { lists } from './zh-cn/lists.ts';
import { words } from './zh-cn/words.ts';
import { records } from './zh-cn/records.ts';
import { screens } from './zh-cn/screens.ts';
import { paper } from './zh-cn/paper.ts';
import { policies } from './zh-cn/policies.ts';
import { program } from './zh-cn/program.ts';
import type { en } from './en.ts';
import type { Translated } from './message.ts';

export const zhCN: Translated<typeof en> = {
  ...frame,
  ...lists,
  ...words,
  ...records,
  ...screens,
  ...program,
  ...paper,
  ...funds,
  ...ledger,
  ...policies,
  ...decisions,
};
