/** Mappings go elsewhere as a file and come back, give their settings to others, and a line is given up. */
import { strictEqual } from "node:assert";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { Step } from "../chapter.ts";
import { nightShift, open, publish } from "./brewery.ts";
import { asGuest } from "./guest.ts";
import { isForEverybody } from "./usable.ts";
import { goTo, signIn } from "./walk.ts";

export const exchangeSteps: readonly Step[] = [
  [
    "imports mappings from a file exported before, and is told first what would come of it",
    async (stage) => {
      const { page } = stage;
      await open(stage, nightShift);
      await goTo(page, stage, "forwarder");
      const { mappings, ...file } = await exported(page);
      const one = { ...mappings[0], target: String(nightShift.id), settings: { delaySeconds: 3_600 } };
      const dialog = await openImport(page);
      await choose(page, JSON.stringify({ ...file, mappings: [...mappings, one] }));
      await dialog.getByText("As before").waitFor();
      strictEqual(await dialog.getByRole("status").innerText(), "New\n1\nChanged\n0\nAs before\n1");
      await isForEverybody(page);
      await dialog.getByRole("button", { name: "Take it over" }).click();
      await page.getByText("Taken over: 1 new, 0 changed").waitFor();
      await page.getByRole("link", { name: "Brewery news → Night shift" }).waitFor();
    },
  ],
  [
    "is told in words what is wrong with a file, and by Escape is back where it began with nothing changed",
    (stage) =>
      // What is refused is told by the browser too: this one is not listened to.
      asGuest(stage, async (page) => {
        await signIn({ ...stage, page });
        await goTo(page, stage, "forwarder");
        const dialog = await openImport(page);
        await choose(page, "From the bar");
        await dialog.getByText("This is no file of mappings").waitFor();
        await dialog.getByRole("button", { name: "Take it over", disabled: true }).waitFor();
        await isForEverybody(page);
        const one = { source: "-1001", target: "-1002", settings: { colour: "red" } };
        await choose(page, JSON.stringify({ version: 1, mappings: [one] }));
        await dialog.getByText("The settings cannot be used").waitFor();
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        await page.locator(":focus", { hasText: /^Import$/ }).waitFor();
        strictEqual(await page.getByRole("link", { name: /^Brewery news →/ }).count(), 2);
      }),
  ],
  [
    "copies a part of a mapping's settings to another",
    async ({ page }) => {
      await page.getByRole("link", { name: "Brewery news → Regulars" }).click();
      await page.getByRole("button", { name: "Copy settings to…" }).click();
      const dialog = page.getByRole("dialog", { name: "Copy settings of “Brewery news → Regulars”" });
      await dialog.getByLabel("What").selectOption({ label: "Changes of the text" });
      await dialog.getByLabel("Brewery news → Night shift").check();
      await isForEverybody(page);
      await dialog.getByRole("button", { name: "Copy to 1 mapping" }).click();
      await page.getByText("Settings copied to 1 mapping").waitFor();
      await page.getByRole("link", { name: "All mappings" }).click();
      await page.getByRole("link", { name: "Brewery news → Night shift" }).click();
      strictEqual(await page.getByLabel("Text", { exact: true }).inputValue(), "From the bar");
    },
  ],
  [
    "clears a line, after being asked about as many posts as wait there",
    async (stage) => {
      const { page } = stage;
      for (const text of ["Last orders", "Closing time"]) await publish(stage, text);
      await page.getByRole("link", { name: "Queue", exact: true }).click();
      const line = page.getByRole("row").filter({ hasText: nightShift.title });
      await line.getByRole("cell", { name: "2", exact: true }).waitFor();
      await line.getByRole("button", { name: "Clear the line of Night shift" }).click();
      const dialog = page.getByRole("dialog", { name: "Clear the line of “Night shift”?" });
      await dialog.getByText("Waiting: 2, given up: 0.").waitFor();
      await isForEverybody(page);
      await dialog.getByRole("button", { name: "Drop 2 posts" }).click();
      await page.getByText("2 posts will not be sent").waitFor();
      await page.getByText("Nobody stands in line").waitFor();
    },
  ],
];

interface MappingFile {
  readonly version: number;
  readonly mappings: readonly object[];
}

/** What the browser is given to keep. */
async function exported(page: Page): Promise<MappingFile> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export" }).click(),
  ]);
  // The cast: the page's own server has written it.
  return JSON.parse(await readFile(await download.path(), "utf8")) as MappingFile;
}

async function openImport(page: Page) {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  return page.getByRole("dialog", { name: "Import mappings" });
}

const choose = (page: Page, text: string) =>
  page.getByLabel("File", { exact: true }).setInputFiles({
    name: "mappings.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
