// A text in both languages of the program, for answers that the window and the command line show alike.

export interface Words {
  readonly en: string;
  readonly zh: string;
}
