// Who may import whom, as one table that dependency-cruiser holds. A file that may not see a thing cannot misuse it.
// Tests may import anything and are not looked at; build/layers.test.ts shows that each kind of rule bites.

const pure = ['shared/money', 'shared/calendar'];
const core = [
  ...pure,
  'shared/sentences',
  'shared/rules',
  'shared/book',
  'shared/reports',
  'shared/documents',
  'shared/contract',
];
const electronWindow = ['electron/main.ts', 'electron/preload.ts', 'electron/app', 'electron/ipc'];

/**
 * One row per side: `values` are the folders it may use, `types` those of which it may know the types alone,
 * `packages` its libraries, `node` whether Node's own modules are there, `why` what breaks otherwise.
 */
const layers = [
  {
    side: 'shared/money',
    why: 'Money is the ground: it knows nothing of what it is counted for, and no library reads or rounds it.',
  },
  {
    side: 'shared/calendar',
    packages: ['date-fns'],
    why: 'Days and months know nothing of what happens on them. Only here may date-fns be used, for labels and month arithmetic.',
  },
  {
    side: 'shared/sentences',
    why: 'What the core says, put into another language by its words alone: it needs nothing of what said it.',
  },
  {
    side: 'shared/rules',
    values: pure,
    why: 'The rules engine takes plain facts: it knows neither records nor files nor screens, so it can be read and tested alone.',
  },
  {
    side: 'shared/book',
    values: [...pure, 'shared/rules'],
    types: ['shared/contract'],
    why: 'The book decides and applies by the rules; what is shown or printed of it must not steer it.',
  },
  {
    side: 'shared/documents',
    values: pure,
    why: 'A printed page is laid out from the facts it is given (its own types), so it can be drawn and tested without a book.',
  },
  {
    side: 'shared/reports',
    values: [...pure, 'shared/rules', 'shared/book', 'shared/documents'],
    types: ['shared/contract'],
    packages: ['pinyin-match'],
    why: 'A report reads the state of the book, for a screen, a table or the facts of a document; it never reads a file, a clock or a screen.',
  },
  {
    side: 'shared/contract',
    values: ['shared/rules/names.ts'],
    types: core,
    packages: ['zod'],
    why: 'The contract is what both processes share: were it to pull in the rules or the book, the window would carry them too. The words of the rules (names.ts) are values it checks against. zod belongs here alone.',
  },
  {
    side: 'electron',
    values: core,
    packages: ['electron', 'lowdb', 'yauzl', 'yazl'],
    node: true,
    why: 'The main process and the command line stand on the core, and never reach into the window. Checked input comes through the contract, exact money and days through shared/: no zod or date-fns here.',
  },
  {
    side: 'renderer',
    values: [...pure, 'shared/sentences', 'shared/contract', 'shared/reports/figure.ts'],
    types: core,
    packages: [
      'svelte',
      'bits-ui',
      '@xyflow/svelte',
      '@dagrejs/dagre',
      'uplot',
      'pinyin-match',
      '@fontsource[^/]*/[^/]+',
    ],
    why: 'The window computes no money and holds no rules: it asks through the contract and shows the answer. It has neither Node nor Electron. Of the reports it takes the names of figures alone.',
    except: '^renderer/print/',
  },
  {
    side: 'renderer/print',
    values: [...pure, 'shared/contract', 'shared/documents', 'renderer'],
    types: core,
    packages: ['svelte', '@fontsource[^/]*/[^/]+'],
    why: 'A printed page lays out the view models of shared/documents, and nothing else of the core.',
  },
];

const isTest = '[.]test[.]ts$';

function within(paths) {
  return `^(${paths.map((path) => path.replaceAll('.', '[.]')).join('|')})(/|$)`;
}

function rulesOf({ side, values = [], types = [], packages = [], node = false, why, except }) {
  const from = { path: within([side]), pathNot: [isTest, ...(except ? [except] : [])] };
  const own = ['^(shared|electron|renderer|build|tests)/'];
  const rule = (what, to) => ({ name: `${side} ${what}`, severity: 'error', comment: why, from, to });
  return [
    rule('uses only the folders below it', {
      path: own,
      pathNot: within([side, ...values, ...types]),
    }),
    rule('knows of some folders only the types', {
      path: types.length > 0 ? within(types) : '^$',
      pathNot: within([side, ...values]),
      dependencyTypesNot: ['type-only'],
    }),
    rule('uses only its own libraries', {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      ...(packages.length > 0 ? { pathNot: `node_modules/(${packages.join('|').replaceAll('.', '[.]')})(/|$)` } : {}),
    }),
    ...(node ? [] : [rule('has no Node', { dependencyTypes: ['core'] })]),
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers.flatMap(rulesOf),
    {
      name: 'electron is imported where the window is',
      severity: 'error',
      comment: `Only ${electronWindow.join(', ')} may import 'electron': everything else also runs in the command line, which is plain Node.`,
      from: { path: '^electron/', pathNot: [within(electronWindow), isTest] },
      to: { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the command line is plain Node',
      severity: 'error',
      comment: "electron/cli.ts starts in a blink without Electron: nothing that it reaches may import 'electron'.",
      from: { path: '^electron/cli[.]ts$' },
      to: { path: 'node_modules/electron/', reachable: true },
    },
    {
      name: 'no cycle',
      severity: 'error',
      comment:
        'Files that import each other, be it only types, are one file in disguise: move what both need below them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no orphan',
      severity: 'error',
      comment:
        'A file that nothing imports and that imports nothing is dead: use it or delete it. Entry points are listed here.',
      from: {
        orphan: true,
        pathNot: [
          isTest,
          '[.]d[.]ts$',
          '^electron/(main|preload|cli)[.]ts$',
          '^renderer/main[.]ts$',
          '[.]worker[.]ts$',
        ],
      },
      to: {},
    },
    {
      name: 'imports resolve',
      severity: 'error',
      comment: 'The import names a file or a package that is not there.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|html|woff2|svg|json)$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte.ts', '.svelte', '.js', '.mjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'types', 'default'],
    },
  },
};
