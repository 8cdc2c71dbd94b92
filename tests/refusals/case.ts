// A case of the refusals: a folder whose files are laid over the sound group, with expected.json beside them, which says
// what is refused, and call.json where the call is not the usual one. It runs the case and judges nothing.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Place, Refusal } from '../../shared/rules/refusal.ts';
import { type Called, purser } from '../command-line/purser.ts';

/** What a refusal says to a program: the condition, the rule of rules.md, and the place. */
export type Expected = Pick<Refusal, 'code' | 'rule'> & { readonly where?: Place };

/** One command, or one query, of the contract as it is given to a book. */
export interface Step {
  readonly command?: string;
  readonly query?: string;
  readonly input: unknown;
  readonly desk?: string;
  readonly key?: string;
}

/** How a case is called; all of it may be left out. */
export interface Call {
  readonly period?: string;
  readonly options?: readonly string[];
  /** Commands for the book that the month makes: all are carried out but the last, which is refused. */
  readonly do?: readonly Step[];
}

export interface Case {
  readonly name: string;
  readonly expected: readonly Expected[];
  readonly call: Call;
}

const soundGroup = join(import.meta.dirname, 'sound-group');

/** Every case of this folder, by name. */
export function allCases(): readonly Case[] {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .filter((name) => name !== basename(soundGroup))
    .map((name) => ({ name, expected: fileOf(name, 'expected.json') as readonly Expected[], call: callOf(name) }));
}

function callOf(name: string): Call {
  return existsSync(join(import.meta.dirname, name, 'call.json')) ? (fileOf(name, 'call.json') as Call) : {};
}

function fileOf(name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, name, file), 'utf8'));
}

/** A folder for one case; the setup in it is the sound group under the files of the case. */
export function layOut(name?: string): string {
  const work = mkdtempSync(join(tmpdir(), 'purser-refusal-'));
  cpSync(soundGroup, join(work, 'setup'), { recursive: true });
  if (name === undefined) return work;
  const own = (path: string): boolean => !['expected.json', 'call.json'].includes(basename(path));
  cpSync(join(import.meta.dirname, name), join(work, 'setup'), { recursive: true, filter: own });
  return work;
}

/** The words of the call of the month, with results and book in the work folder. */
export function monthCall(work: string, { period = '2026-10', options = [] }: Call): readonly string[] {
  const places = ['--out', join(work, 'out'), '--book', join(work, 'book')];
  return ['month', join(work, 'setup'), '--period', period, ...places, '--no-documents', ...options];
}

/** The words of a command or query on the book in the work folder. */
export function doCall(work: string, { command, query, input, desk, key }: Step): readonly string[] {
  const [call, name] = query === undefined ? ['do', command!] : ['ask', query];
  const given = [call, join(work, 'book'), name, '--input', JSON.stringify(input), '--by', 'clerk'];
  return [...given, ...(desk ? ['--desk', desk] : []), ...(key ? ['--key', key] : [])];
}

/** What a refusal says to a program. */
export function expectedOf({ code, rule, where }: Refusal): Expected {
  return { code, ...(rule !== undefined && { rule }), ...(where && { where }) };
}

/** Carries out steps that must succeed. */
export async function carryOut(work: string, steps: readonly Step[]): Promise<void> {
  for (const step of steps) orThrow(await purser(...doCall(work, step)), step.command ?? 'ask');
}

/** Throws what a call said where it failed. */
export function orThrow({ status, error }: Called, what: string): void {
  if (status !== 0) throw new Error(`${what} ended with ${status}: ${error}`);
}
