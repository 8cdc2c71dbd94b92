// The system's dialogs before the window. It words nothing and remembers nothing.
import {
  type BrowserWindow,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
  dialog,
} from 'electron';

export class SystemDialogs {
  readonly #window: () => BrowserWindow;

  constructor(window: () => BrowserWindow) {
    this.#window = window;
  }

  /** The paths that were chosen; none where the clerk cancelled. */
  async open(options: OpenDialogOptions): Promise<readonly string[]> {
    return (await dialog.showOpenDialog(this.#window(), options)).filePaths;
  }

  /** Where to write; undefined where the clerk cancelled. */
  async save(options: SaveDialogOptions): Promise<string | undefined> {
    const { filePath } = await dialog.showSaveDialog(this.#window(), options);
    return filePath === '' ? undefined : filePath;
  }

  /** The number of the button that was pressed. */
  async ask(options: MessageBoxOptions): Promise<number> {
    return (await dialog.showMessageBox(this.#window(), options)).response;
  }
}
