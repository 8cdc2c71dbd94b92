// What is built, in this order. A program that does not exist yet is not listed; listing it here is all it takes.

/** A vite configuration of this folder (`vite.<name>.config.ts`), and what it makes. */
export const targets = ['cli', 'main', 'preload', 'renderer'] as const;
export type Target = (typeof targets)[number];

/** The pages of the window: `renderer/<name>.html`. */
export const pages = ['index', 'print'];
