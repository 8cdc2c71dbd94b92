// Files that the clerk chose or dropped: the window holds tokens for them, and a token is the only way to a path. Whatever
// a window says was dropped, only files with the name of a bill are ever opened.
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ChosenFile } from '../../shared/contract/app.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';

const nameOfBill = /[.](csv|gz|zip)$/i;

export class ChosenFiles {
  readonly #paths = new Map<string, string>();

  /** Gives out tokens; what is not a file is left out. */
  add(paths: readonly string[]): readonly ChosenFile[] {
    return paths.flatMap((path) => {
      const facts = statSync(path, { throwIfNoEntry: false });
      if (!facts?.isFile()) return [];
      const token = randomUUID();
      this.#paths.set(token, path);
      return [{ token, name: basename(path), bytes: facts.size }];
    });
  }

  /** The paths that tokens stand for; throws Refused for any other text, and for a file that is no bill by its name. */
  paths(tokens: readonly string[]): string[] {
    return tokens.map((token) => {
      const path = this.#paths.get(token);
      if (path === undefined) throw new Refused(notChosen);
      if (!nameOfBill.test(path)) throw new Refused(notABill(basename(path)));
      return path;
    });
  }
}

const notChosen = {
  code: 'fileNotChosen',
  what: 'A file was named that nobody chose.',
  unchanged: 'Nothing was read or changed.',
  next: 'Choose the bills again, or drop them on the window.',
};

const notABill = (file: string): Refusal => ({
  code: 'notABillFile',
  what: `${file} is not a bill by its name.`,
  unchanged: 'It was not opened, and nothing was imported.',
  next: 'Choose files that end in .csv, .csv.gz or .zip; save a workbook as CSV first.',
  where: { file },
});
