// The kinds of tests, one project each; what each is for stands in README.md. Two workers: the machine has other work.
import { configDefaults, defineConfig } from 'vitest/config';

function project(name: string, include: string, testTimeoutMs = 5_000) {
  return { extends: true as const, test: { name, include: [include], testTimeout: testTimeoutMs } };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    exclude: [...configDefaults.exclude, 'out/**'],
    projects: [
      project('unit', '{shared,electron,renderer,build}/**/*.test.ts'),
      project('scenarios', 'tests/scenarios/**/*.test.ts', 30_000),
      project('oracle', 'tests/{model,oracle}/**/*.test.ts', 600_000),
      project('refusals', 'tests/refusals/**/*.test.ts', 120_000),
      project('format', 'tests/ledger-format/**/*.test.ts', 30_000),
      project('faults', 'tests/faults/**/*.test.ts', 600_000),
      project('e2e', 'tests/e2e/**/*.test.ts', 120_000),
    ],
  },
});
