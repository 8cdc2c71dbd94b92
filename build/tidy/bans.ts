// The banned words of the house, each with where it is banned and what stands in its place. Adding a ban adds a row.
import ts from 'typescript';

/** A construct that must not appear in files whose path matches `where` and does not match `except`. */
export interface Ban {
  readonly word: string;
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly instead: string;
  readonly bites: (node: ts.Node) => boolean;
}

const everywhere = /./;
const shared = /^shared\//;
const outsideMoney = /^(?!shared\/money\/)/;

function isName(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isMember(node: ts.Node, owner: string, name: string): boolean {
  return ts.isPropertyAccessExpression(node) && isName(node.expression, owner) && node.name.text === name;
}

function isFreeName(node: ts.Node, name: string): boolean {
  if (!isName(node, name)) return false;
  const { parent } = node;
  return !(ts.isPropertyAccessExpression(parent) && parent.name === node) && !ts.isPropertyAssignment(parent);
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  return (
    ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function isAwaitAtTop(node: ts.Node): boolean {
  if (!ts.isAwaitExpression(node)) return false;
  return !ts.findAncestor(node, (outer) => ts.isFunctionLike(outer));
}

function isMutedTest(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node) || !['only', 'skip', 'todo'].includes(node.name.text)) return false;
  return ts.isIdentifier(node.expression) && ['test', 'it', 'describe'].includes(node.expression.text);
}

export const bans: readonly Ban[] = [
  {
    word: 'Date.now',
    where: shared,
    instead: 'take `now` as an argument: a pure function has no clock',
    bites: (node) => isMember(node, 'Date', 'now'),
  },
  {
    word: 'new Date()',
    where: shared,
    instead: 'take `now` as an argument: a pure function has no clock',
    bites: (node) => ts.isNewExpression(node) && isName(node.expression, 'Date') && !node.arguments?.length,
  },
  {
    word: 'Math.random',
    where: shared,
    instead: 'take the value as an argument: the same input gives the same answer',
    bites: (node) => isMember(node, 'Math', 'random'),
  },
  {
    word: 'process',
    where: shared,
    except: /[.]test[.]ts$/,
    instead: 'take the value as an argument: shared/ also runs in the window',
    bites: (node) => isFreeName(node, 'process'),
  },
  {
    word: 'parseFloat',
    where: outsideMoney,
    instead: 'parseDecimal or parseMinor of shared/money: amounts are never binary floats',
    bites: (node) => isName(node, 'parseFloat'),
  },
  {
    word: 'toFixed',
    where: outsideMoney,
    // The independent model counts in exact fractions of its own, whose text this is.
    except: /^tests\/model\//,
    instead: 'formatMinor or formatDecimal of shared/money: amounts are never binary floats',
    bites: (node) => isName(node, 'toFixed'),
  },
  {
    word: 'await at the top of a module',
    where: /^electron\//,
    except: /^electron\/cli[.]ts$|[.](test|worker)[.]ts$/,
    instead: 'a function that is not waited for: Electron is ready only once its main module has been evaluated',
    bites: isAwaitAtTop,
  },
  {
    word: 'any',
    where: everywhere,
    instead: 'the real type, or `unknown` and a check',
    bites: (node) => node.kind === ts.SyntaxKind.AnyKeyword,
  },
  {
    word: 'enum',
    where: everywhere,
    instead: 'a union of literals, with an `as const` list where the values are needed',
    bites: (node) => ts.isEnumDeclaration(node),
  },
  {
    word: 'export default',
    where: everywhere,
    except: /[.]config[.](js|ts)$|^build\/layers[.]mjs$/,
    instead: 'a named export, so that a thing has one name everywhere',
    bites: isDefaultExport,
  },
  {
    word: 'innerHTML',
    where: /^(renderer|shared)\//,
    instead: 'text in a Svelte template: what was imported is data, never HTML',
    bites: (node) => ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].some((name) => isName(node, name)),
  },
  {
    word: 'test.only, test.skip, test.todo',
    where: /[.]test[.]ts$/,
    instead: '`test.runIf(condition)`, and one printed line that says SKIPPED and why',
    bites: isMutedTest,
  },
];

/** Phrases that must not stand anywhere in a text file, comments included. */
export const phrases: readonly { readonly phrase: RegExp; readonly word: string; readonly instead: string }[] = [
  {
    phrase: /(^|[\s'"`(=:])\/(work|tmp|root)\//,
    word: 'a path of one machine',
    instead: 'a path relative to the repository, or os.tmpdir()',
  },
  {
    phrase: /^\s*(\/\/|\/\*|<!--|#)\s*[-=*#~_]{4,}/,
    word: 'a banner comment',
    instead: 'a file of its own, or nothing',
  },
  {
    phrase: /@ts-(ignore|nocheck)\b/,
    word: '@ts-ignore, @ts-nocheck',
    instead: 'the right type, or `@ts-expect-error` with its reason',
  },
  {
    phrase: /\b(TODO|FIXME)\b/,
    word: 'TODO, FIXME',
    instead: 'the thing done, or an issue',
  },
];
