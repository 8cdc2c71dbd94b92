// The module loader's hook: `electron` and `electron/main` resolve to the stand-in, everything else as always.
import type { ResolveHook } from 'node:module';

const standIn = new URL('./electron/electron.ts', import.meta.url).href;

/** Called by Node for every import. */
export const resolve: ResolveHook = (specifier, context, next) =>
  next(specifier === 'electron' || specifier === 'electron/main' ? standIn : specifier, context);
