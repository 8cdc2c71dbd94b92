// The child's first file: from here on TypeScript can be loaded and `electron` means the stand-in's main half; then the
// main process named by the first argument runs as if it had been started itself, and is told that Electron is ready once
// it has been evaluated. Flags of Node would do the same, but worker threads would inherit them.
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { register as registerTypeScript } from 'tsx/esm/api';

registerTypeScript();
register('./resolve.ts', import.meta.url);
process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1]).href);
const { app } = await import('./electron/app.ts');
app.becomeReady();
