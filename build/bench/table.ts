// The results as a table for people, and as the JSON that other programs read.
import { cpus } from 'node:os';
import type { Result } from './contest.ts';

const hundredths = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const milliseconds = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A ratio as people read it. */
export function figureText(figure: number): string {
  return hundredths.format(figure);
}

/** A time as people read it: in milliseconds below a tenth of a second. */
function secondsText(seconds: number): string {
  return seconds < 0.1 ? `${milliseconds.format(seconds * 1000)} ms` : `${hundredths.format(seconds)} s`;
}

/** The machine and the program that runs the bench, on one line. */
export function machineText(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${process.platform}, Node ${process.versions.node}`;
}

/** The table, a line each. */
export function tableText(results: readonly Result[]): string {
  const head = ['', 'took', 'a second', 'peak MB', 'peer', 'took', 'ratio', 'mark', ''];
  const rows = [head, ...results.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const isText = (column: number): boolean => [0, 4, 8].includes(column);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

function cellsOf(result: Result): readonly string[] {
  const { name, peer, ratio, mark, limitSeconds, met, seconds, peerSeconds, peakBytes, items } = result;
  return [
    name,
    secondsText(seconds),
    items === undefined ? '' : whole.format(items / seconds),
    peakBytes === undefined ? '' : whole.format(peakBytes / 1e6),
    peer,
    secondsText(peerSeconds),
    figureText(ratio),
    limitSeconds !== undefined ? `≤ ${limitSeconds * 1000} ms` : mark === null ? 'report' : `≤ ${number.format(mark)}`,
    mark === null && limitSeconds === undefined ? '' : met ? 'met' : 'NOT MET',
  ];
}

/** The members that other programs read; a limit in seconds is said as the ratio that it is in this run. */
export function jsonText(results: readonly Result[]): string {
  return `${JSON.stringify(
    results.map((result) => ({
      name: result.name,
      peer: result.peer,
      ratio: result.ratio,
      mark: markOf(result),
      met: result.met,
    })),
    null,
    2,
  )}\n`;
}

function markOf({ mark, limitSeconds, peerSeconds }: Result): number | null {
  if (limitSeconds === undefined) return mark;
  return Math.min(mark ?? Infinity, limitSeconds / peerSeconds);
}
