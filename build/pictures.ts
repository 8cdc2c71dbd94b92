// Pictures of the window's stories: `tsx build/pictures.ts [SCREEN…]` writes out/pictures/*.png, each screen in both
// languages and both themes at two sizes. Those of docs/screens are the wide ones.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type StoryScreen, storyScreens } from '../renderer/stories/declared.ts';
import { narrow, openStories, showStory, wide } from './stories.ts';

const pictures = resolve(import.meta.dirname, '../out/pictures');
const languages = ['en', 'zh-CN'] as const;
const themes = ['light', 'dark'] as const;

async function takePictures(page: Page, screen: StoryScreen): Promise<void> {
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    for (const language of languages)
      for (const theme of themes) {
        await showStory(page, { screen, language, theme });
        await page.screenshot({ path: join(pictures, `${screen}-${language}-${theme}-${size.width}.png`) });
      }
  }
}

mkdirSync(pictures, { recursive: true });
const wanted = process.argv.slice(2);
const stories = await openStories();
try {
  const page = await stories.page();
  for (const screen of storyScreens)
    if (wanted.length === 0 || wanted.includes(screen)) await takePictures(page, screen);
} finally {
  await stories.close();
}
