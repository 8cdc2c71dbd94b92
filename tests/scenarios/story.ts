// A story as text: headings Given, When and Then, in any order and as often as it takes, each with fenced blocks. It is
// read here and played in play.ts; a new story is a new folder with a story.md and takes no code.
//
// Given: a block named by one or more paths is written there; a `sh` block is carried out.
// When: `sh` blocks, one call a line: `purser …`, `copy FROM TO`, `remove PATH`.
// Then: `csv PATH` has exactly these rows, in the columns named (`csv PATH some`: these are among its rows);
//       `refused` is what the last call said, a line each: code (rule): what;
//       `answer` is part of the JSON of the last call; `same` names folders with equal tables, `unchanged` books that the
//       last When left as they were.

export type Part = 'Given' | 'When' | 'Then';

/** One fenced block: the words after the fence, and its lines. */
export interface Block {
  readonly part: Part;
  readonly words: readonly string[];
  readonly text: string;
  /** The line of the story on which it begins. */
  readonly line: number;
}

/** The blocks of a story in their order; throws where one stands outside Given, When and Then. */
export function readStory(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let part: Part | undefined;
  let open: { words: readonly string[]; line: number; lines: string[] } | undefined;
  text.split('\n').forEach((line, at) => {
    if (open && line.startsWith('```')) {
      if (!part) throw new Error(`line ${open.line}: a block outside of Given, When and Then`);
      blocks.push({ part, words: open.words, text: open.lines.map((each) => `${each}\n`).join(''), line: open.line });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (line.startsWith('```')) open = { words: line.slice(3).trim().split(/\s+/), line: at + 1, lines: [] };
    else part = partOf(line) ?? part;
  });
  if (open) throw new Error(`line ${open.line}: a block that is never closed`);
  return blocks;
}

function partOf(line: string): Part | undefined {
  return (['Given', 'When', 'Then'] as const).find((part) => line.startsWith(`## ${part}`));
}

/** The words of a command line; single quotes keep blanks together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}
