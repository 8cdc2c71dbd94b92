// `dialog`: answered by tests beforehand, else by a person at the terminal, else cancelled.
import { callParent } from './parent-line.ts';

type Answer = readonly string[] | number;

const answers: Answer[] = [];

/** What the next dialog answers. */
export function answerDialog(answer: Answer): void {
  answers.push(answer);
}

async function paths(options: { readonly title?: string }): Promise<readonly string[]> {
  const given = answers.shift();
  if (given !== undefined) return typeof given === 'number' ? [] : given;
  return callParent('askForPaths', { question: options.title ?? 'A path' });
}

function optionsOf<T>(given: readonly [T] | readonly [unknown, T]): T {
  return given[given.length - 1] as T;
}

export const dialog = {
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
  },
  async showOpenDialog(...given: [Electron.OpenDialogOptions] | [unknown, Electron.OpenDialogOptions]) {
    const filePaths = [...(await paths(optionsOf(given)))];
    return { canceled: filePaths.length === 0, filePaths };
  },
  async showSaveDialog(...given: [Electron.SaveDialogOptions] | [unknown, Electron.SaveDialogOptions]) {
    const [filePath = ''] = await paths(optionsOf(given));
    return { canceled: filePath === '', filePath };
  },
  async showMessageBox(...given: [Electron.MessageBoxOptions] | [unknown, Electron.MessageBoxOptions]) {
    const options = optionsOf(given);
    const answer = answers.shift();
    if (answer === undefined) console.error(`${options.message}\n${options.detail ?? ''}`);
    const response = typeof answer === 'number' ? answer : (options.cancelId ?? 0);
    return { response, checkboxChecked: false };
  },
};
