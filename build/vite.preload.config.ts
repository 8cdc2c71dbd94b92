// The preload script of the sandboxed windows.
import { defineConfig } from 'vite';
import { nodeProgram } from './node-program.ts';

export default defineConfig(nodeProgram({ entry: 'preload.ts', folder: 'main', form: 'one CommonJS file' }));
