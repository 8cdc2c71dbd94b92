// The documents that wait in the preview: what is printed is looked at first, then saved or sent to a printer.
import type { DocumentRequest } from '../../shared/contract/app.ts';

/** A document that can be shown; `text` and `detail` tell it from the others. */
export interface Previewed {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
  readonly request: DocumentRequest;
}

class Preview {
  shown = $state.raw<{ readonly title: string; readonly documents: readonly Previewed[] } | null>(null);

  /** Opens the preview on the first of some documents. */
  show(title: string, documents: readonly Previewed[]): void {
    this.shown = { title, documents };
  }

  close(): void {
    this.shown = null;
  }
}

export const preview = new Preview();
