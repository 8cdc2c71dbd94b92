// Plays every story of this folder.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { play } from './play.ts';
import { readStory } from './story.ts';

const stories = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'story.md')),
);

test.each(stories)('%s', async (name) => {
  const blocks = readStory(readFileSync(join(import.meta.dirname, name, 'story.md'), 'utf8'));
  expect(new Set(blocks.map(({ part }) => part))).toEqual(new Set(['Given', 'When', 'Then']));
  const folder = mkdtempSync(join(tmpdir(), 'purser-story-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await play(blocks, folder);
});
