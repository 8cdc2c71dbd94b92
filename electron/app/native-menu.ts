// The menu bar of the system: shown, and told what can be done now. What stands in it is menu-template.ts's.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ActionId } from '../../shared/contract/actions.ts';
import { offerInMenu } from './menu-template.ts';

/** Shows a menu bar in place of the one before. */
export function showMenu(template: MenuItemConstructorOptions[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Lets those items of the shown menu bar be clicked that are offered, and no others. */
export function offerNow(offered: ReadonlySet<ActionId>): void {
  offerInMenu((id) => Menu.getApplicationMenu()?.getMenuItemById(id), offered);
}
