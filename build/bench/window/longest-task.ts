// The longest task of the window's thread while something goes on: what would keep a key from being heard.
import type { Page } from 'playwright-core';

/** What the browser calls a long task; it tells of no shorter ones. */
export const longTaskSeconds = 0.05;

/** Seconds of the longest task during the work; 0 where none was long. */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    window.longTasks = [];
    window.taskWatch = new PerformanceObserver((list) => void window.longTasks.push(...list.getEntries()));
    window.taskWatch.observe({ type: 'longtask' });
  });
  await work();
  return page.evaluate(() => {
    const tasks = [...window.longTasks, ...window.taskWatch.takeRecords()];
    window.taskWatch.disconnect();
    return Math.max(0, ...tasks.map(({ duration }) => duration)) / 1000;
  });
}

declare global {
  interface Window {
    longTasks: PerformanceEntry[];
    taskWatch: PerformanceObserver;
  }
}
