// Nothing but the built renderer can be reached through app:// addresses.
import { expect, test } from 'vitest';
import { pathInside } from './app-path.ts';

const folder = '/program/out/renderer';

test('an address names the file of its path', () => {
  expect(pathInside('app://purser/print.html', folder)).toBe('/program/out/renderer/print.html');
  expect(pathInside('app://purser/assets/print-1.js?x#y', folder)).toBe('/program/out/renderer/assets/print-1.js');
});

test.each([
  'app://purser/../main/main.js',
  'app://purser/%2e%2e/main/main.js',
  'app://purser/assets/..%2f..%2fmain/main.js',
  'app://purser/..%5c..%5cmain.js',
  'app://purser/print.html%00.js',
  'app://purser/%E0%A4%A',
  'app://purser/',
  'app://other/print.html',
  'https://purser/print.html',
  'file:///program/out/renderer/print.html',
  'print.html',
])('%s names nothing outside the folder', (address) => {
  const path = pathInside(address, folder);
  expect(path === undefined || path.startsWith(`${folder}/main/`)).toBe(true);
});
