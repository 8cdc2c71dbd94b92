// What a person would find wrong with a page by looking at it: texts cut off, controls out of reach or too small. Each is
// one function that runs in the page and answers with what it found.
import type { Page } from 'playwright-core';

const pressed =
  'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=tab], [role=option], [role^=menuitem]';

/** Texts that are cut off without a title to read them by. */
export function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const named = 'button, h1, h2, h3, th, label, [role=columnheader] span, [role=tab]';
    const holdsText = (one: Element): boolean =>
      [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim() !== '');
    const hides = (one: Element): boolean => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .filter((one) => one.matches(named) || (holdsText(one) && hides(one)))
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => one.closest('[title], textarea, input') === null)
      .filter((one) => getComputedStyle(one).clipPath === 'none')
      .map((one) => `${one.tagName}.${one.className} "${one.textContent.trim().slice(0, 40)}"`);
  });
}

/** Controls and headings that no scrolling brings into the window. */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate((controls) => {
    type Box = { left: number; right: number; top: number; bottom: number };
    const within = (inner: Box, outer: Box, axis: 'x' | 'y'): boolean =>
      axis === 'x'
        ? inner.left >= outer.left - 1 && inner.right <= outer.right + 1
        : inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    const faultOf = (one: Element, axis: 'x' | 'y'): boolean => {
      let box: Box = one.getBoundingClientRect();
      for (let outer = one.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
        const style = getComputedStyle(outer);
        const overflow = axis === 'x' ? style.overflowX : style.overflowY;
        if (overflow !== 'visible' && !within(box, outer.getBoundingClientRect(), axis)) {
          if (overflow === 'hidden' || overflow === 'clip') return true;
          box = outer.getBoundingClientRect();
        }
        if (outer.matches(':popover-open, dialog')) break;
      }
      return !within(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, axis);
    };
    return [...document.querySelectorAll(`${controls}, h1, h2, .chip, .part, .banner p`)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden'))
      .filter((one) => one.getBoundingClientRect().width > 1 && !one.matches('input[type=radio]'))
      .flatMap((one) => {
        const axes = (['x', 'y'] as const).filter((axis) => faultOf(one, axis));
        return axes.length > 0 ? [`${axes.join()}: ${one.outerHTML.slice(0, 110)}`] : [];
      });
  }, pressed);
}

/** Controls smaller than 24 by 24, unless a circle of 24 around their middle touches no other (WCAG 2.5.8). */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((controls) => {
    const targets = [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('.visually-hidden') === null)
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const middle = ({ left, width, top, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 });
    const isSmall = ({ width, height }: DOMRect): boolean => width < 23.5 || height < 23.5;
    const distanceTo = (box: DOMRect, { x, y }: { x: number; y: number }): number =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    return targets
      .filter(({ box }) => isSmall(box))
      .filter(({ one, box }) =>
        targets.some((other) => {
          if (other.one === one || other.one.contains(one) || one.contains(other.one)) return false;
          const apart = isSmall(other.box)
            ? Math.hypot(middle(other.box).x - middle(box).x, middle(other.box).y - middle(box).y) - 12
            : distanceTo(other.box, middle(box));
          return apart < 12;
        }),
      )
      .map(({ one, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${one.outerHTML.slice(0, 120)}`);
  }, pressed);
}

/** Every text that a person reads or hears: of elements, and of their labels, titles and placeholders. */
export function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      if (!parent.closest('script, style') && parent.checkVisibility()) texts.push(walker.currentNode.textContent!);
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(one.getAttribute(name) ?? '');
    return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  });
}
