// Plays a story (story.ts) in a folder of its own: writes what is given, makes the calls, and compares what is there with
// what the story tells.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { headOf } from '../command-line/head.ts';
import { type Called, purser } from '../command-line/purser.ts';
import { readTable } from '../model/table.ts';
import { type Block, wordsOf } from './story.ts';

interface Stage {
  /** Every path of the story lies under it. */
  readonly folder: string;
  /** What the last `purser` call left behind, and its line. */
  last: { readonly called: Called; readonly line: string } | undefined;
  /** Heads of the books before the last When. */
  heads: ReadonlyMap<string, string>;
}

/** Plays the blocks in order; throws, or fails an expectation, where the story does not come true. */
export async function play(blocks: readonly Block[], folder: string): Promise<void> {
  const stage: Stage = { folder, last: undefined, heads: new Map() };
  let before: Block | undefined;
  for (const [at, block] of blocks.entries()) {
    if (block.part === 'When' && before?.part !== 'When') stage.heads = headsUnder(folder);
    before = block;
    const mayFail = blocks.slice(at + 1).find((each) => each.words[0] === 'refused' || each.part === 'When');
    await playBlock(stage, block, mayFail?.words[0] === 'refused');
  }
}

async function playBlock(stage: Stage, block: Block, mayFail: boolean): Promise<void> {
  const [kind = '', ...words] = block.words;
  if (kind === 'sh') return carryOut(stage, block, mayFail);
  if (block.part === 'Given') return write(stage, words, block.text);
  if (block.part === 'Then') return compare(stage, kind, words, block.text);
  throw new Error(`line ${block.line}: what is ${kind}?`);
}

function write({ folder }: Stage, paths: readonly string[], text: string): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Each call must succeed, but the last where the story goes on to say how it is refused. */
async function carryOut(stage: Stage, block: Block, mayFail: boolean): Promise<void> {
  const lines = block.text.split('\n').filter((line) => line !== '');
  for (const [at, line] of lines.entries()) {
    const [name, ...words] = wordsOf(line);
    if (name === 'copy') cpSync(found(stage, words[0]!), join(stage.folder, words[1]!), { recursive: true });
    else if (name === 'remove') rmSync(join(stage.folder, words[0]!), { recursive: true });
    else if (name === 'purser') await call(stage, line, words, mayFail && at === lines.length - 1);
    else throw new Error(`line ${block.line}: what is ${name}?`);
  }
}

/** A path of the story, or of the groups that stories begin with. */
function found({ folder }: Stage, path: string): string {
  return existsSync(join(folder, path)) ? join(folder, path) : join(import.meta.dirname, path);
}

async function call(stage: Stage, line: string, words: readonly string[], mayFail: boolean): Promise<void> {
  const called = await purser(...words.map((word) => withPaths(stage, word)));
  stage.last = { called, line };
  expect(called.status, `${line}\n${called.error}`).toBe(mayFail ? 1 : 0);
}

/** A word that is a path of the story, or JSON that names files under other/, with the paths whole. */
function withPaths({ folder }: Stage, word: string): string {
  if (/^(given|other|book|out|again|tables|copy)\b/.test(word)) return join(folder, word);
  return word.replace(/"(other\/[^"]+)"/g, (_text, path: string) => JSON.stringify(join(folder, path)));
}

function compare(stage: Stage, kind: string, words: readonly string[], text: string): void {
  const lines = text.split('\n').filter((line) => line !== '');
  const pathOf = (path: string): string => join(stage.folder, path);
  switch (kind) {
    case 'csv':
      return compareTable(pathOf(words[0]!), text, words[1] === 'some');
    case 'refused':
      return expect(stage.last!.called.refusals.map(({ code, rule, what }) => `${code} (${rule}): ${what}`)).toEqual(
        lines,
      );
    case 'answer':
      return expect(JSON.parse(stage.last!.called.out), stage.last!.line).toMatchObject(JSON.parse(text) as object);
    case 'same':
      for (const [one, other] of lines.map((line) => line.split(' = ')))
        expect(tablesUnder(pathOf(other!)), `${other} against ${one}`).toEqual(tablesUnder(pathOf(one!)));
      return;
    case 'unchanged':
      for (const book of lines) expect(headOf(pathOf(book)), `the head of ${book}`).toBe(stage.heads.get(book));
      return;
    default:
      throw new Error(`what is ${kind}?`);
  }
}

function compareTable(path: string, text: string, some: boolean): void {
  const columns = text.slice(0, text.indexOf('\n')).split(',');
  const cells = (row: Readonly<Record<string, string>>): string =>
    columns.map((name) => row[name] ?? `no ${name}`).join();
  const actual = readTable(readFileSync(path, 'utf8')).map(cells);
  const expected = readTable(text).map(cells);
  if (some) expect(actual, path).toEqual(expect.arrayContaining(expected));
  else expect(actual, path).toEqual(expected);
}

/** The texts of all tables under a folder by path. */
function tablesUnder(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.csv'));
  expect(paths.length, `tables under ${folder}`).toBeGreaterThan(0);
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function headsUnder(folder: string): ReadonlyMap<string, string> {
  const books = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'journal')));
  return new Map(books.map((name) => [name, headOf(join(folder, name))]));
}
