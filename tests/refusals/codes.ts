// Finds every code with which the source can refuse: each text that stands where something named `code` is given, as a
// property or as a parameter. It reads the source as a tree and runs none of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The codes in the files of some folders (tests left out), each with a file that gives it. */
export function codesIn(folders: readonly string[]): ReadonlyMap<string, string> {
  const trees = folders.flatMap(sourcesUnder).map(parsed);
  const everywhere = new Map(trees.flatMap((tree) => [...codeParameters(tree)]));
  const codes = new Map<string, string>();
  for (const tree of trees) {
    const places = new Map([...everywhere, ...codeParameters(tree)]);
    for (const node of nodesOf(tree))
      for (const text of givenCodes(node, places)) if (isCode(text)) codes.set(text, tree.fileName);
  }
  return codes;
}

/** The texts of all files that are tests or say what tests expect. */
export function testedTexts(folders: readonly string[], isTest: (path: string) => boolean): string {
  return folders
    .flatMap((folder) => filesUnder(folder).filter(isTest))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function sourcesUnder(folder: string): string[] {
  return filesUnder(folder).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
}

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
}

function* nodesOf(root: ts.Node): Generator<ts.Node> {
  yield root;
  const children: ts.Node[] = [];
  ts.forEachChild(root, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** For each function of a file with a parameter named `code`: which one it is. */
function codeParameters(tree: ts.SourceFile): Map<string, number> {
  const places = new Map<string, number>();
  for (const node of nodesOf(tree)) {
    const name = functionName(node);
    if (name === undefined || !ts.isFunctionLike(functionOf(node))) continue;
    const { parameters } = functionOf(node) as ts.SignatureDeclaration;
    const place = parameters.findIndex(
      (parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === 'code',
    );
    if (place >= 0) places.set(name, place);
  }
  return places;
}

function functionOf(node: ts.Node): ts.Node {
  return ts.isVariableDeclaration(node) && node.initializer ? node.initializer : node;
}

function functionName(node: ts.Node): string | undefined {
  const isMethod = ts.isMethodSignature(node) || ts.isMethodDeclaration(node);
  const isNamed = isMethod || ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node);
  return isNamed && node.name && isPlainName(node.name) ? node.name.text : undefined;
}

function isPlainName(name: ts.Node): name is ts.MemberName {
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name);
}

function givenCodes(node: ts.Node, places: ReadonlyMap<string, number>): string[] {
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'code')
    return textsIn(node.initializer);
  if (!ts.isCallExpression(node)) return [];
  const place = places.get(calledName(node.expression) ?? '');
  const given = place === undefined ? undefined : node.arguments[place];
  return given ? textsIn(given) : [];
}

function calledName(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

/** Texts that an expression may become: itself, or the branches of a condition. */
function textsIn(expression: ts.Expression): string[] {
  if (ts.isStringLiteral(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression))
    return [...textsIn(expression.whenTrue), ...textsIn(expression.whenFalse)];
  return [];
}

function isCode(text: string): boolean {
  return /^[a-z]+([A-Z][a-z]*)*$/.test(text);
}
