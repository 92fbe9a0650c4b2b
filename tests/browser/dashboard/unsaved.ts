/** Somebody goes elsewhere before what they have changed is saved. */
import { ok, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import type { Step } from "../chapter.ts";
import type { Stage } from "../stage.ts";
import { behind } from "./behind.ts";
import { goTo } from "./walk.ts";
import { post } from "./world.ts";

const taps = { id: -1_001_670_000_001, title: "Taps" };
const cellar = { id: -1_001_670_000_002, title: "Cellar" };

export const unsavedSteps: readonly Step[] = [
  [
    "leaves a mapping half changed, is reminded of it elsewhere, and finds it as it was typed",
    async (stage) => {
      await makeMapping(stage);
      const { page } = stage;
      await goTo(page, stage, "forwarder");
      await page.getByRole("link", { name: "Taps → Cellar" }).click();
      await labelOn(page).fill("To the cell");
      await page.getByText("One change is not saved yet.").waitFor();
      await goTo(page, stage, "overview");
      await markOn(page).waitFor({ state: "attached" });
      await goTo(page, stage, "forwarder");
      const row = page.getByRole("listitem").filter({ hasText: "Taps → Cellar" });
      await row.getByText("Unsaved changes").waitFor();
      await row.getByRole("link", { name: "Taps → Cellar" }).click();
      strictEqual(await labelOn(page).inputValue(), "To the cell");
    },
  ],
  [
    "is asked before the tab is closed over it, and before signing out",
    async ({ page }) => {
      const asked = page.waitForEvent("dialog");
      await page.evaluate("void setTimeout(() => location.reload())");
      const question = await asked;
      strictEqual(question.type(), "beforeunload");
      await question.dismiss();
      await page.locator(".person").click();
      await page.getByRole("button", { name: "Sign out" }).click();
      const dialog = page.getByRole("dialog", { name: "Sign out without saving?" });
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await dialog.waitFor({ state: "detached" });
      strictEqual(await labelOn(page).inputValue(), "To the cell");
    },
  ],
  [
    "saves it, and is asked no more",
    async (stage) => {
      const { page } = stage;
      await labelOn(page).fill("To the cellar");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await markOn(page).waitFor({ state: "detached" });
      await page.reload();
      await page.getByRole("heading", { name: "To the cellar" }).waitFor();
      const id = page.url().split("/").at(-1);
      await behind(stage, "DELETE", `/api/mappings/${id}`);
    },
  ],
];

/** At the forwarder, in the navigation. */
const markOn = (page: Page) => page.locator("a[href='#/forwarder'] .navigation-unsaved").first();

const labelOn = (page: Page) => page.getByLabel("Label", { exact: true });

async function makeMapping(stage: Stage): Promise<void> {
  for (const chat of [taps, cellar])
    await post(stage.taproom, "/telegram/chats", { ...chat, type: "channel", botRights: "administrator" });
  const wish = { sources: [String(taps.id)], targets: [String(cellar.id)] };
  const made = await behind<{ readonly created: readonly unknown[] }>(stage, "PUT", "/api/mappings", wish);
  ok(made?.created.length === 1);
}
