// The tidy check: reads every file of the repository that people write and fails on what the house does not allow.
// It changes nothing. `npm run tidy`.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type Inspection, type Measure, inspect, lineCount } from './tidy/inspect.ts';
import { summary } from './tidy/report.ts';

const root = resolve(import.meta.dirname, '..');
const notOurs = new Set(['node_modules', 'out', 'dist', 'coverage', 'purser-out', '.git', 'package-lock.json']);
const written = /[.](ts|svelte|mjs|cjs|js|css|html|md|json|ya?ml)$|^run$/;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (notOurs.has(entry.name)) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return written.test(entry.name) ? [path] : [];
  });
}

const inspections: Inspection[] = [];
const files: Measure[] = [];
for (const file of filesUnder(root)) {
  const path = relative(root, file).replaceAll(sep, '/');
  const text = readFileSync(file, 'utf8');
  inspections.push(inspect(path, text));
  if (/[.](ts|svelte|mjs)$/.test(path)) files.push({ path, name: '', lines: lineCount(text) });
}

const isTest = ({ path }: Measure) => /[.]test[.]ts$|^tests\//.test(path);
const functions = inspections.flatMap((inspection) => inspection.functions).filter((each) => !isTest(each));
const isComponent = ({ path }: Measure) => path.endsWith('.svelte');
console.log(
  summary(
    'source files',
    files.filter((file) => !isTest(file) && !isComponent(file)),
  ),
);
console.log(summary('components', files.filter(isComponent)));
console.log(summary('test files', files.filter(isTest)));
console.log(summary('functions', functions));

const findings = inspections.flatMap((inspection) => inspection.findings);
for (const { path, line, what, instead } of findings) console.error(`${path}:${line} ${what} → ${instead}`);
if (findings.length > 0) {
  console.error(`${findings.length} untidy ${findings.length === 1 ? 'place' : 'places'}.`);
  process.exitCode = 1;
}
