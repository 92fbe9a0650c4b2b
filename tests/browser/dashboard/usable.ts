import { deepStrictEqual } from "node:assert";
import axe from "axe-core";
import type { Page } from "playwright-core";

interface Fault {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** Whether everybody can use what is shown: axe finds nothing serious, in either theme. https://github.com/dequelabs/axe-core */
export async function isForEverybody(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    deepStrictEqual(await seriousFaults(page), [], `${page.url()}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // The cast: axe.run answers its violations.
  const faults = (await page.evaluate("axe.run().then(({ violations }) => violations)")) as readonly Fault[];
  return faults
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Whether nothing has to be scrolled sideways on a phone. */
export async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  deepStrictEqual(await page.evaluate("document.documentElement.scrollWidth"), 390, page.url());
  if (before) await page.setViewportSize(before);
}
