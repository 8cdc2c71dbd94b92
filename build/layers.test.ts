// Plants wrong imports in a temporary tree and expects the layer check to name each one, and nothing else.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const tree = mkdtempSync(join(tmpdir(), 'purser-layers-'));
afterAll(() => rmSync(tree, { recursive: true }));

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function cruise(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, 'build/layers.mjs');
  const args = [program, '--config', config, '--output-type', 'json', 'shared', 'electron', 'renderer'];
  const answer = execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 });
  const { violations } = (JSON.parse(answer) as { summary: { violations: Violation[] } }).summary;
  return [...new Set(violations.map(({ from, rule }) => `${from}: ${rule.name}`))].sort();
}

const planted = {
  // Allowed: these must stay silent.
  'shared/money/exact.ts': `export const show = (cents: bigint) => String(cents);\nexport interface Exact { cents: bigint }\n`,
  'shared/calendar/label.ts': `import { format } from 'date-fns';\nexport const label = format;\n`,
  'shared/rules/good.ts': `import type { Exact } from '../money/exact.ts';\nexport const half = (value: Exact) => value.cents / 2n;\n`,
  'shared/contract/good.ts': `import { z } from 'zod';\nimport type { Exact } from '../money/exact.ts';\nexport const input = z.string();\nexport type Answer = Exact;\n`,
  'electron/main.ts': `import { app } from 'electron';\nimport { label } from '../shared/calendar/label.ts';\nimport { half } from '../shared/rules/good.ts';\nexport const ready = [app, half, label];\n`,
  'renderer/Good.svelte': `<script lang="ts">\n  import { show } from '../shared/money/exact.ts';\n  import type { Exact } from '../shared/money/exact.ts';\n  let { value }: { value: Exact } = $props();\n</script>\n{show(value.cents)}\n`,
  'shared/rules/good.test.ts': `import { readFileSync } from 'node:fs';\nimport { ready } from '../../electron/main.ts';\nexport const anything = [readFileSync, ready];\n`,
  // Forbidden: each must be named.
  'shared/money/up.ts': `import { half } from '../rules/good.ts';\nexport const up = half;\n`,
  'shared/rules/node.ts': `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
  'shared/rules/library.ts': `import { z } from 'zod';\nexport const schema = z.string();\n`,
  'shared/rules/shell.ts': `import type { Shell } from '../../electron/ledger/shell.ts';\nexport type Wrong = Shell;\n`,
  'electron/ledger/shell.ts': `import type { half } from '../../shared/rules/good.ts';\nexport type Shell = typeof half;\n`,
  'shared/contract/value.ts': `import { half } from '../rules/good.ts';\nexport const value = half;\n`,
  'electron/ledger/window.ts': `import { app } from 'electron';\nexport const quit = () => app.quit();\n`,
  'electron/cli.ts': `import { quit } from './ledger/window.ts';\nquit();\n`,
  'renderer/rules.ts': `import { half } from '../shared/rules/good.ts';\nexport const priced = half;\n`,
  'renderer/Wrong.svelte': `<script lang="ts">\n  import { half } from '../shared/rules/good.ts';\n</script>\n{half({ cents: 2n })}\n`,
  'shared/book/egg.ts': `import type { Hen } from './hen.ts';\nexport interface Egg { hen: Hen }\n`,
  'shared/book/hen.ts': `import type { Egg } from './egg.ts';\nexport interface Hen { egg: Egg }\n`,
  'shared/book/alone.ts': `export const nobody = 1;\n`,
  'shared/book/lost.ts': `import { nothing } from './missing.ts';\nexport const lost = nothing;\n`,
};

test('the layer check names every planted import, and none that is allowed', { timeout: 60_000 }, () => {
  expect(cruise(planted)).toEqual([
    'electron/cli.ts: the command line is plain Node',
    'electron/ledger/window.ts: electron is imported where the window is',
    'renderer/Wrong.svelte: renderer knows of some folders only the types',
    'renderer/rules.ts: renderer knows of some folders only the types',
    'shared/book/alone.ts: no orphan',
    'shared/book/egg.ts: no cycle',
    'shared/book/lost.ts: imports resolve',
    'shared/contract/value.ts: shared/contract knows of some folders only the types',
    'shared/money/up.ts: shared/money uses only the folders below it',
    'shared/rules/library.ts: shared/rules uses only its own libraries',
    'shared/rules/node.ts: shared/rules has no Node',
    'shared/rules/shell.ts: shared/rules uses only the folders below it',
  ]);
});
