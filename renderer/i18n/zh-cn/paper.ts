// What leaves the program, in Chinese: exports and printed pages.
import type { Translated } from '../message.ts';
import type { paper as english } from '../en/paper.ts';

export const paper: Translated<typeof english> = {
  'export.saved': { other: '已导出 {count} 行至 {path}' },
};
