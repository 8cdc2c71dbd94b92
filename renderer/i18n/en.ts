// Every text of the window in English. These keys are the type of all other languages.
import { decisions } from './en/decisions.ts';
import { frame } from './en/frame.ts';
import { funds } from './en/funds.ts';
import { ledger } from './en/ledger.ts';
import { lists } from './en/lists.ts';
import { words } from './en/words.ts';
import { records } from './en/records.ts';
import { screens } from './en/screens.ts';
import { paper } from './en/paper.ts';
import { policies } from './en/policies.ts';
import { program } from './en/program.ts';

export const en = {
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
} as const;
