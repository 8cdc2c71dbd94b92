// The kinds of tests: the unit tests beside their files, and each folder of tests/ under its own name, so that none can
// be forgotten. Two workers: more would only wait for each other on a small machine. A test that hangs ends at last; how
// long one takes on a busy machine is never what is tested.
import { readdirSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

function project(name: string, include: string, testTimeout: number) {
  return { extends: true as const, test: { name, include: [include], testTimeout, hookTimeout: 300_000 } };
}

const folders = readdirSync(new URL('tests', import.meta.url), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

export default defineConfig({
  test: {
    maxWorkers: 2,
    exclude: [...configDefaults.exclude, 'out/**'],
    projects: [
      project('unit', '{shared,electron,renderer,build}/**/*.test.ts', 60_000),
      ...folders.map(({ name }) => project(name, `tests/${name}/**/*.test.ts`, 300_000)),
    ],
  },
});
