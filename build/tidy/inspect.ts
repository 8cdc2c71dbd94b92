// Looks at one file: names, words, sizes, opening comment. Pure: text in, findings and measures out; reads no disk.
import ts from 'typescript';
import { bans, phrases } from './bans.ts';

/** What is wrong, and what to do instead. `line` counts from 1. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly instead: string;
}

/** A length in lines, and whose it is. */
export interface Measure {
  readonly path: string;
  readonly name: string;
  readonly lines: number;
}

export interface Inspection {
  readonly findings: readonly Finding[];
  readonly functions: readonly Measure[];
}

/** Lines above which a file, a component or a function fails (architecture.md). */
export const limits = { file: 500, component: 250, function: 70 };

const codeFile = /[.](ts|svelte|mjs|cjs|js)$/;
const emptyHolders = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'managers', 'misc']);

/** Inspects a file of the repository by its path (with `/`) and its text. */
export function inspect(path: string, text: string): Inspection {
  const lines = text.split('\n');
  const findings = [...namesOf(path), ...phrasesIn(path, lines)];
  if (!codeFile.test(path)) return { findings, functions: [] };
  const source = parse(path, text);
  const functions = functionsOf(path, source);
  return {
    findings: [
      ...findings,
      ...openingOf(path, lines),
      ...sizesOf(path, text, functions),
      ...bansIn(path, source),
      ...wordsInMarkup(path, lines),
      ...barrelOf(path, source),
    ],
    functions,
  };
}

/** The number of lines of a text; a line break at the end starts no further line. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function finding(path: string, line: number, what: string, instead: string): Finding {
  return { path, line, what, instead };
}

function namesOf(path: string): Finding[] {
  const folders = path.split('/');
  const file = folders.pop()!;
  const findings = folders
    .filter((folder) => emptyHolders.has(folder))
    .map((folder) => finding(path, 1, `a folder named ${folder}`, 'a folder named for what it holds'));
  if (/[.]svelte$/.test(file) && !/^[A-Z][A-Za-z0-9]*[.]svelte$/.test(file))
    findings.push(finding(path, 1, 'the name of a component', 'PascalCase.svelte'));
  if (/[.](ts|mjs|cjs|js)$/.test(file) && !/^[.]?[a-z0-9]+([-.][a-z0-9]+)*$/.test(file))
    findings.push(finding(path, 1, 'the name of a file', 'kebab-case.ts'));
  return findings;
}

function phrasesIn(path: string, lines: readonly string[]): Finding[] {
  if (/^build\/tidy([.]test[.]ts|\/)/.test(path)) return [];
  return lines.flatMap((line, index) =>
    phrases
      .filter(({ phrase }) => phrase.test(line))
      .map(({ word, instead }) => finding(path, index + 1, word, instead)),
  );
}

function openingOf(path: string, lines: readonly string[]): Finding[] {
  const start = lines[0]!.startsWith('#!') ? 1 : 0;
  const [first = '', second = ''] = lines.slice(start);
  const isSentence = (line: string) => /^\s*\/\/ \S/.test(line);
  const opens = path.endsWith('.svelte')
    ? /^<!--/.test(first) || (/^<script/.test(first) && isSentence(second))
    : isSentence(first);
  return opens ? [] : [finding(path, 1, 'no opening comment', 'a first line that says what the file is for')];
}

function sizesOf(path: string, text: string, functions: readonly Measure[]): Finding[] {
  const limit = path.endsWith('.svelte') ? limits.component : limits.file;
  const count = lineCount(text);
  const long = functions.filter(({ lines }) => lines > limits.function);
  return [
    ...(count > limit ? [finding(path, 1, `${count} lines`, `at most ${limit}: split by what each part is for`)] : []),
    ...long.map(({ name, lines }) =>
      finding(path, 1, `${name} has ${lines} lines`, `at most ${limits.function}: name its steps`),
    ),
  ];
}

function bansIn(path: string, source: ts.SourceFile): Finding[] {
  const active = bans.filter(({ where, except }) => where.test(path) && !except?.test(path));
  const findings: Finding[] = [];
  walk(source, (node) => {
    for (const { bites, word, instead } of active)
      if (bites(node)) findings.push(finding(path, lineOf(source, node), word, instead));
  });
  return findings;
}

function wordsInMarkup(path: string, lines: readonly string[]): Finding[] {
  if (!path.endsWith('.svelte')) return [];
  const markup = outsideScripts(lines.join('\n')).split('\n');
  return markup.flatMap((line, index) =>
    /\b(toFixed|parseFloat)\b/.test(line)
      ? [finding(path, index + 1, 'toFixed, parseFloat', 'an amount that shared/money has written')]
      : [],
  );
}

function barrelOf(path: string, source: ts.SourceFile): Finding[] {
  // The stand-in's module has the shape of Electron's, which is one.
  if (path === 'build/stand-in/electron/electron.ts') return [];
  const isReexport = (node: ts.Node) => ts.isExportDeclaration(node) && !!node.moduleSpecifier;
  const isBarrel = source.statements.length > 0 && source.statements.every(isReexport);
  return isBarrel ? [finding(path, 1, 'a barrel file', 'imports from the file that has the thing')] : [];
}

function functionsOf(path: string, source: ts.SourceFile): Measure[] {
  const found: Measure[] = [];
  walk(source, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isSuite(node)) return;
    const lines = lineOf(source, node, node.end) - lineOf(source, node) + 1;
    found.push({ path, name: nameOf(node, source), lines });
  });
  return found;
}

/** The callback of `describe` is a folder of tests, not a function to be read at once. */
function isSuite({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && parent.expression.getText().startsWith('describe');
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source);
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source) : 'a function without a name';
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function lineOf(source: ts.SourceFile, node: ts.Node, position = node.getStart(source)): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function parse(path: string, text: string): ts.SourceFile {
  const code = path.endsWith('.svelte') ? insideScripts(text) : text;
  const kind = /[.](ts|svelte)$/.test(path) ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  return ts.createSourceFile(path, code, ts.ScriptTarget.ES2023, true, kind);
}

const script = /(<script[^>]*>)([\s\S]*?)(<\/script>)/g;

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function insideScripts(text: string): string {
  let code = '';
  let end = 0;
  for (const match of text.matchAll(script)) {
    const start = match.index + match[1]!.length;
    code += blank(text.slice(end, start)) + match[2]!;
    end = start + match[2]!.length;
  }
  return code + blank(text.slice(end));
}

function outsideScripts(text: string): string {
  return text.replaceAll(script, blank);
}
