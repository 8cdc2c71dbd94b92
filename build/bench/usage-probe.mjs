// Loaded into a measured program before its own code: writes what the process used when it ends.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.on('exit', () => writeFileSync(process.env.PURSER_USAGE_FILE, JSON.stringify(process.resourceUsage())));
