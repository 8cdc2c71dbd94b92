// What leaves the program, in English: exports and printed pages.
export const paper = {
  'export.saved': { one: '{count} row exported to {path}', other: '{count} rows exported to {path}' },
} as const;
