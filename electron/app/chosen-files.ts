// Files that the clerk chose or dropped: the window holds tokens for them, and a token is the only way to a path.
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ChosenFile } from '../../shared/contract/app.ts';
import { Refused } from '../../shared/rules/refusal.ts';

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

  /** The paths that tokens stand for; throws Refused for any other text. */
  paths(tokens: readonly string[]): string[] {
    return tokens.map((token) => {
      const path = this.#paths.get(token);
      if (path === undefined) throw new Refused(notChosen);
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
