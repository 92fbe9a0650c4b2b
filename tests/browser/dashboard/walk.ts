import type { Page } from "playwright-core";
import { sections } from "../../../shared/domain/admin/rights.ts";
import type { Stage } from "../stage.ts";

/** Leads to a section by its address, and waits until it is shown. */
export async function goTo(
  page: Page,
  { taproom }: Stage,
  section: (typeof sections)[number],
): Promise<void> {
  await page.goto(`${taproom.url}/#/${section}`);
  await page.locator("main h1").waitFor();
}

/** Comes in with the admin token. */
export async function signIn({ page, taproom, adminToken }: Stage): Promise<void> {
  await page.goto(taproom.url);
  await page.getByLabel(/token/i).fill(adminToken);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.locator("main h1").waitFor();
}

/** Whether, in every section, this holds. */
export async function everywhere(stage: Stage, holds: (page: Page) => Promise<void>): Promise<void> {
  for (const section of sections) {
    await goTo(stage.page, stage, section);
    // What is still on its way is drawn as grey lines.
    await stage.page.locator(".loading").first().waitFor({ state: "detached" });
    await holds(stage.page);
  }
}
