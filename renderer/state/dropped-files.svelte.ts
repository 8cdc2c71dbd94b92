// Files that were dropped on the window, until the import screen takes them.
import type { ChosenFile } from '../../shared/contract/app.ts';

export const droppedFiles = $state<{ files: readonly ChosenFile[] }>({ files: [] });
