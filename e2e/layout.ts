import type { Page } from "@playwright/test";
import { plainPages } from "@/e2e/pages";

const filled: Record<string, string> = { "/tasks": "/tasks?sort=manual", "/search": "/search?q=mum" };

/** A page of each kind, with something on it. */
export const paths = [...plainPages.map((path) => filled[path] ?? path), "/", "/sign-up"];

/** Gives the page another size, and waits until what follows the window has followed. */
export async function resize(page: Page, viewport: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(viewport);
  await painted(page);
}

/** All of the page has come and stands still: nothing is awaited in it, and nothing fades or slides. Sooner than the network rests. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const moves = ({ playState, effect }: Animation) =>
      playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    if (document.getAnimations().some(moves)) return false;
    if (document.querySelector("[aria-busy=true]:not([data-row])")) return false; // a row may wait to be saved
    // What React writes before a part that the server has not sent yet.
    const comments = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) if (/^\$[?~]/.test(comments.currentNode.nodeValue ?? "")) return false;
    return true;
  });
  await painted(page);
}

/** The page has been drawn since. */
export const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

/** What would hide words or need scrolling in two directions: text wider than the page, cut off without a way to it, or under another. */
export async function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) => `${element.outerHTML.slice(0, 140)} (${element.textContent?.slice(0, 30)})`;
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 1) found.push(`the page is ${wide} px wider than the screen`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const box = element.getBoundingClientRect();
      if (
        !element.checkVisibility({ opacityProperty: true }) ||
        box.width < 2 ||
        element.closest(".sr-only, [aria-hidden=true]")
      )
        continue;
      const style = getComputedStyle(element);
      const scrolls = element.scrollWidth - element.clientWidth > 1 && /auto|scroll/.test(style.overflowX);
      if (scrolls && !element.closest("table, pre, [role=tablist]")) found.push(`scrolls sideways: ${name(element)}`);
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!isText || style.position === "fixed") continue;
      const cut =
        element.scrollHeight - element.clientHeight > 4 && style.overflowY === "hidden" && !element.matches("textarea");
      if (cut && style.display !== "inline") found.push(`cut off below: ${name(element)}`);
      if (box.left < -1 || box.right > document.documentElement.clientWidth + 1)
        found.push(`beside the screen: ${name(element)}`);
    }
    return found;
  });
}

/** Nothing stands on something else: neither two texts, nor the phone's tabs and what they are over at the end of the page. */
export async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>("button, a[href], input, textarea, select, h1, h2"),
    ].filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.tabIndex >= -1);
    const found: string[] = [];
    /** In a part that scrolls, beyond its edge, or under the heading that stays at its top. */
    const isScrolledAway = (one: Element) => {
      const { top, bottom } = one.getBoundingClientRect();
      for (let part = one.parentElement; part; part = part.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(part).overflowY)) continue;
        const edge = part.getBoundingClientRect();
        const stays = [...part.querySelectorAll("header")].find((own) => getComputedStyle(own).position === "sticky");
        const head = stays?.contains(one) ? 0 : (stays?.clientHeight ?? 0);
        if ((top + bottom) / 2 < edge.top + head || (top + bottom) / 2 > edge.bottom) return true;
      }
      return false;
    };
    for (const one of controls) {
      const box = one.getBoundingClientRect();
      if (
        box.width < 4 ||
        box.bottom < 0 ||
        box.top > innerHeight ||
        one.closest(".sr-only, nav[aria-label=Tabs], [inert], [aria-hidden=true]") ||
        isScrolledAway(one) ||
        // An open task covers the assistant where there is no room for both.
        (one.closest("#dock") && document.querySelector("[data-task-panel]"))
      )
        continue;
      const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + box.height / 2];
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
      const top = document.elementFromPoint(x, y);
      const isSame =
        !top || one.contains(top) || top.contains(one) || top.closest("[data-row], label, form, nav[aria-label=Tabs]");
      if (!isSame) found.push(`${one.outerHTML.slice(0, 120)} lies under ${top.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
}

/** What is too small for a finger, or for the eye of a phone that zooms into small fields. A link within a sentence may be. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressed =
      "button, [role=checkbox], [role=radio], [role^=menuitem], [role=option], input, textarea, select, nav a, main a";
    const found: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>(pressed)) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest("[aria-hidden=true], [inert], .sr-only"))
        continue;
      if (one.matches(".sr-only, [type=hidden], [data-base-ui-focus-guard], p a, p button, [role=log] p *")) continue;
      const { width, height } = one.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      const name = `${one.outerHTML.slice(0, 150)} is ${Math.round(width)} × ${Math.round(height)}`;
      if (Math.min(height, one.matches("a") ? 44 : width) < 43.5) found.push(name);
      if (one.matches("input, textarea, select") && Number.parseFloat(getComputedStyle(one).fontSize) < 16)
        found.push(`${name}, with letters below 16 px`);
    }
    return found;
  });
}
