// What the linter holds: the mistakes that types and tests let through, above all promises nobody waits for.
// Layout is prettier's, the directions of imports are build/layers.mjs, names, sizes and banned words build/tidy.ts.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const everywhere = {
  'no-undef': 'off',
  'no-unused-vars': 'off',
  eqeqeq: ['error', 'smart'],
  'no-console': 'error',
  'no-else-return': 'error',
  'no-param-reassign': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
  '@typescript-eslint/return-await': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default [
  { ignores: ['out/', 'dist/', 'coverage/', 'purser-out/'] },
  js.configs.recommended,
  ...svelte.configs.recommended,
  { rules: everywhere, languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: typed,
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'svelte/no-at-html-tags': 'error', 'svelte/require-each-key': 'error' },
  },
  {
    // Programs speak to the terminal.
    files: ['build/**', 'tests/**', 'electron/cli.ts'],
    rules: { 'no-console': 'off' },
  },
];
