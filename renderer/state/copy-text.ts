// Puts a text on the clipboard the way a page may without any permission: by copying a selection.

/** Copies a text; the focus stays where it is. */
export function copyText(text: string): void {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  (focused?.closest('dialog') ?? document.body).append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
