// The command line under plain Node.
import { defineConfig } from 'vite';
import { nodeProgram } from './node-program.ts';

export default defineConfig(nodeProgram({ entry: 'cli.ts', folder: 'cli', form: 'modules' }));
