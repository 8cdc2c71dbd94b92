// Measures every pair of text and ground, and of mark and ground, in both themes, from the tokens as they are shipped.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const themes = {
  light: new Map(pairs.map(([, token, light]) => [token!, light!])),
  dark: new Map(pairs.map(([, token, , dark]) => [token!, dark!])),
};

const grounds = ['bg', 'subtle', 'sunken', 'selected', 'hover', 'raised'];
const inks = ['text', 'text-2', 'text-3', 'accent', 'negative', 'positive', 'warning'];
const onOwnGround = ['negative', 'positive', 'warning'];
const series = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6', 'series-other'];

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(left: string, right: string): number {
  const [dark, light] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function tooFaint(theme: ReadonlyMap<string, string>, ink: string, ground: string, least: number): string[] {
  const ratio = contrast(theme.get(ink)!, theme.get(ground)!);
  return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio}`];
}

test.each(Object.entries(themes))('%s: text of every kind is read on every ground (4.5)', (_, theme) => {
  const plain = inks.flatMap((ink) => grounds.flatMap((ground) => tooFaint(theme, ink, ground, 4.5)));
  const own = onOwnGround.flatMap((ink) => tooFaint(theme, ink, `${ink}-bg`, 4.5));
  const filled = ['accent-fill', 'accent-fill-hover'].flatMap((fill) => tooFaint(theme, 'on-accent', fill, 4.5));
  expect([...plain, ...own, ...filled]).toEqual([]);
});

test.each(Object.entries(themes))('%s: borders, focus and chart marks stand out from the ground (3)', (_, theme) => {
  const borders = ['bg', 'subtle', 'raised'].flatMap((ground) => tooFaint(theme, 'control-border', ground, 3));
  const charts = series.flatMap((mark) => tooFaint(theme, mark, 'bg', 3));
  const focus = grounds.flatMap((ground) => tooFaint(theme, 'accent', ground, 3));
  expect([...borders, ...charts, ...focus]).toEqual([]);
});

test('the measure is the one of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
