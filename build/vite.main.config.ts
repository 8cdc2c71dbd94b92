// The main process; Electron itself is not built in.
import { defineConfig } from 'vite';
import { nodeProgram } from './node-program.ts';

export default defineConfig(nodeProgram({ entry: 'main.ts', folder: 'main', form: 'modules' }));
