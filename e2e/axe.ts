import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { painted, settled } from "@/e2e/layout";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A desk in light, a phone in dark; the long tests look at both devices in both. Only colours differ between the two. */
const schemesOf = (isDesk: boolean) => {
  const [first, second] = isDesk ? (["light", "dark"] as const) : (["dark", "light"] as const);
  return process.env.TANDEM_LONG ? [first, second] : [first];
};

/** Says what axe finds on the page as it is now. */
export async function expectNoViolation(page: Page, state: string) {
  await expect(page.locator("h1, [role=dialog]").first()).toBeAttached();
  await settled(page);
  const found: string[] = [];
  for (const [at, colorScheme] of schemesOf((page.viewportSize()?.width ?? 0) > 600).entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await painted(page); // before that, a colour may be one of the other theme’s
    // No page has a frame of another site: without that, axe opens a page of its own for each look.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const judge = at === 0 ? axe.withTags(tags) : axe.withRules("color-contrast");
    for (const { id, nodes } of (await judge.analyze()).violations) {
      const covered = id === "target-size" ? await coveredOf(page, nodes) : new Set();
      const left = nodes.flatMap(({ html, target }) => (covered.has(String(target)) ? [] : [html]));
      if (left.length > 0) found.push(`${id} in ${colorScheme}: ${left.join(" | ")}`);
    }
  }
  expect.soft(found, state).toEqual([]);
}

/**
 * Which of these targets what floats covers in part, such as a row under an open menu: axe takes what is left to see for all of the target, and
 * it can’t be pressed before the float is gone.
 */
async function coveredOf(page: Page, nodes: Array<{ target: unknown }>): Promise<Set<string>> {
  const covered = await page.evaluate(
    (selectors) =>
      selectors.filter((selector) => {
        const target = document.querySelector(selector);
        const box = target?.getBoundingClientRect();
        if (!target || !box) return false;
        const [xs, ys] = [
          [box.left + 1, box.left + box.width / 2, box.right - 1],
          [box.top + 1, box.top + box.height / 2, box.bottom - 1],
        ];
        return xs.some((x) =>
          ys.some((y) => {
            const float = document
              .elementFromPoint(x, y)
              ?.closest("[role=menu], [role=listbox], [role=dialog], [aria-label=Notices]");
            return float && !float.contains(target);
          }),
        );
      }),
    nodes.map(({ target }) => String(target)),
  );
  return new Set(covered);
}

/** Nothing that can have the focus is hidden from those who hear the page, but what waits behind a dialog that holds the focus. */
export async function expectNoHiddenFocus(page: Page, state: string) {
  const hidden = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        document.querySelector(".backdrop") ? "[aria-hidden=true]:focus-within" : "[aria-hidden=true]",
      ),
    ].flatMap((part) =>
      [...part.querySelectorAll<HTMLElement>("a[href], button, input, textarea, select, [tabindex]")]
        .filter((one) => one.tabIndex >= 0 && !one.closest("[inert]") && one.checkVisibility())
        .map((one) => one.outerHTML.slice(0, 160)),
    ),
  );
  expect.soft(hidden, state).toEqual([]);
}
