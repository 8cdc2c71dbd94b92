// `Menu`: kept as it was built, clicked by id. Nothing of it is drawn.
type Template = Electron.MenuItemConstructorOptions;

interface Item extends Omit<Template, 'submenu' | 'enabled'> {
  enabled: boolean;
  readonly submenu?: Menu;
}

export class Menu {
  static #application: Menu | null = null;
  readonly items: readonly Item[];

  constructor(items: readonly Item[] = []) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly Template[]): Menu {
    return new Menu(
      template.map(({ submenu, ...item }) => ({
        ...item,
        enabled: item.enabled ?? true,
        ...(Array.isArray(submenu) && { submenu: Menu.buildFromTemplate(submenu) }),
      })),
    );
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  /** Clicks an item of the application's menu as a person would: one that is disabled does nothing. */
  static click(id: string, window: unknown): void {
    const item = Menu.#application?.getMenuItemById(id);
    if (!item) throw new Error(`stand-in: the menu has no item ${id}`);
    if (item.enabled) (item.click as ((...given: unknown[]) => void) | undefined)?.(item, window, {});
  }

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
