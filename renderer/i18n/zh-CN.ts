// Every text of the window in Simplified Chinese; a missing one does not compile.
import { frame } from './zh-CN/frame.ts';
import { lists } from './zh-CN/lists.ts';
import { words } from './zh-CN/words.ts';
import { records } from './zh-CN/records.ts';
import { screens } from './zh-CN/screens.ts';
import { program } from './zh-CN/program.ts';
import type { en } from './en.ts';
import type { Translated } from './message.ts';

export const zhCN: Translated<typeof en> = { ...frame, ...lists, ...words, ...records, ...screens, ...program };
