// Loaded before the main process starts: from here on `electron` means the stand-in's main half.
import { register } from 'node:module';

register('./resolve.ts', import.meta.url);
