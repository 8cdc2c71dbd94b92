// Pictures of the window's stories: `tsx build/pictures.ts [SCREEN…]` writes out/pictures/*.png, each screen in both
// languages and both themes at two sizes, and prints what is cut off.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Stories, clipped, openStories, screenNames } from './stories.ts';

const pictures = resolve(import.meta.dirname, '../out/pictures');
const languages = ['en', 'zh-CN'];
const themes = ['light', 'dark'];
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
];

async function takePictures(stories: Stories, screen: string): Promise<void> {
  for (const language of languages)
    for (const theme of themes)
      for (const size of sizes) {
        const page = await stories.open({ screen, language, theme }, size);
        const name = `${screen}-${language}-${theme}-${size.width}`;
        await page.screenshot({ path: join(pictures, `${name}.png`) });
        const cut = await clipped(page);
        console.log(name, cut.length > 0 ? `cut off: ${cut.join(', ')}` : '');
        await page.context().close();
      }
}

mkdirSync(pictures, { recursive: true });
const wanted = process.argv.slice(2);
const stories = await openStories();
try {
  for (const screen of wanted.length > 0 ? wanted : screenNames) await takePictures(stories, screen);
} finally {
  await stories.close();
}
