/** Another afternoon on Telegram, with the forwarder. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import { type Chapter, fitsPhone, isUsable, type Step } from "./chapter.ts";

const picture = ".data/forwarder.png";

const steps: readonly Step[] = [
  [
    "makes a source, a target and a mapping at one click, and sees the first post arrive",
    async ({ page, taproom }) => {
      await page.goto(`${taproom.world.url}/#forwarder`);
      await source(page).getByRole("button", { name: "Make an example" }).click();
      await posts(page, "target", "Fresh from the tap").waitFor();
      await page.locator(".fw-journey[data-is=there]", { hasText: "Arrived after" }).waitFor();
    },
  ],
  [
    "posts an album and sees it arrive as one",
    async ({ page }) => {
      await post(page, "Album");
      const album = target(page).locator(".tg-album");
      await album.waitFor();
      strictEqual(await album.getByRole("img").count(), 4);
      await posts(page, "target", "Last night in four pictures").waitFor();
      await page.locator(".fw-journey", { hasText: "4 messages" }).waitFor();
    },
  ],
  [
    "edits what the album says, and sees it change there",
    async ({ page }) => {
      await deed(page, "Last night in four pictures", "Edit");
      await write(page, ", at the bar");
      await posts(page, "target", "at the bar").locator(".tg-album").waitFor();
      await posts(page, "target", "edited").waitFor();
      strictEqual(await target(page).locator(".tg-album").count(), 1);
    },
  ],
  [
    "sees bold words, links, buttons and answers arrive as they are",
    async ({ page }) => {
      await post(page, "Styled");
      await posts(page, "target", "Tonight").locator("b", { hasText: "Tonight" }).waitFor();
      await posts(page, "target", "Tonight").getByRole("link", { name: "the menu" }).waitFor();
      await post(page, "Button");
      await target(page).getByRole("link", { name: "Book a table" }).waitFor();
      await deed(page, "Tonight", "Reply");
      await write(page, "See you there");
      await posts(page, "target", "See you there").locator(".tg-quote", { hasText: "Tonight" }).waitFor();
    },
  ],
  [
    "changes the mode, a header and a filter, and sees what each of them does",
    async ({ page }) => {
      await page.getByRole("button", { name: "forward", exact: true }).click();
      await page.getByRole("button", { name: "forward", exact: true, pressed: true }).waitFor();
      await post(page, "Photo");
      await posts(page, "target", "Forwarded from Taproom News").waitFor();
      await page.getByRole("button", { name: "copy", exact: true }).click();
      await page.getByRole("button", { name: "copy", exact: true, pressed: true }).waitFor();
      for (const [label, words] of [
        ["Above it", "From the bar"],
        ["Skip posts with", "#ad"],
      ] as const) {
        const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH");
        await page.getByLabel(label).fill(words);
        await page.keyboard.press("Enter");
        ok((await saved).ok());
      }
      await post(page, "#ad");
      await posts(page, "source", "Buy one").waitFor();
      await post(page, "Text");
      await posts(page, "target", "From the bar").waitFor();
      strictEqual(await posts(page, "target", "Buy one").count(), 0);
    },
  ],
  [
    "pins a post, and deletes one: the pin is carried, what was carried stays",
    async ({ page }) => {
      await page.getByRole("switch", { name: "Pins too" }).click();
      await page.getByRole("switch", { name: "Pins too", checked: true }).waitFor();
      await deed(page, "Tonight", "Pin");
      await target(page).locator(".fw-pinned", { hasText: "Tonight" }).waitFor();
      await deed(page, "See you there", "Delete");
      await source(page).locator(".tg-trace", { hasText: "See you there" }).waitFor();
      await posts(page, "target", "See you there").waitFor();
    },
  ],
  [
    "gets everything through though a third of all sends is refused, in order",
    async ({ page }) => {
      await page.getByRole("tab", { name: "Queue" }).click();
      await page.getByRole("button", { name: "429 for a third of sends" }).click();
      await page.getByRole("button", { name: "429 for a third of sends", pressed: true }).waitFor();
      const before = await numbers(page, "source");
      await post(page, "×10");
      await posts(page, "source", `№${(before.at(-1) ?? 0) + 10}`).waitFor();
      const posted = (await numbers(page, "source")).slice(-10);
      await posts(page, "target", `№${posted.at(-1)}`).waitFor();
      deepStrictEqual((await numbers(page, "target")).slice(-10), posted);
      await page.getByRole("button", { name: "429 for a third of sends" }).click();
    },
  ],
  [
    "is told what was given up and why, and has it tried again when the bot may post again",
    async ({ page }) => {
      await page.getByRole("button", { name: "Kick the bot" }).click();
      await page.getByRole("button", { name: "Kick the bot", pressed: true }).waitFor();
      await post(page, "Text");
      await page.locator(".dead-letters", { hasText: "not_member" }).waitFor();
      await page.locator(".fw-journey[data-is=stuck]", { hasText: "not_member" }).waitFor();
      await page.getByRole("button", { name: "Kick the bot" }).click();
      await page.getByRole("button", { name: "Kick the bot", pressed: false }).waitFor();
      await page.getByRole("button", { name: "Try them again" }).click();
      const last = (await numbers(page, "source")).at(-1);
      await posts(page, "target", `№${last}`).waitFor();
      await page.getByText("Nobody stands in line.").waitFor();
    },
  ],
  [
    "walks from /start in the bot's panel to a mapping into a topic of a new forum",
    async ({ page }) => {
      await target(page).getByRole("button", { name: "New chat" }).click();
      await target(page).getByRole("button", { name: "Forum", exact: true }).click();
      await target(page).getByRole("button", { name: "Create" }).click();
      await target(page).getByRole("combobox").selectOption({ label: "Forum 3 › News" });
      await page.getByText("Nothing goes from “Taproom News” to here yet.").waitFor();
      await page.getByRole("tab", { name: "Bot’s panel" }).click();
      await start(page);
      await pressOnPanel(page, "Add mapping");
      await panelSays(page, "Step 1 of 5");
      await page.getByRole("button", { name: "Pass on a post" }).click();
      await pressOnPanel(page, "Next (1)");
      await panelSays(page, "Step 2 of 5");
      await page.getByRole("button", { name: "Target’s id" }).click();
      await pressOnPanel(page, "Next (1)");
      await pressOnPanel(page, "Copy");
      await pressOnPanel(page, /^Next/);
      await pressOnPanel(page, "Confirm");
      await panelSays(page, "Created: 1, skipped: 0");
      await page.getByRole("tab", { name: "Mappings" }).click();
      await page.locator(".fw-mapping", { hasText: "Forum 3 › News" }).waitFor();
      await post(page, "Video");
      await posts(page, "target", "How it foams").waitFor();
    },
  ],
  [
    "opens the file in which the bot has written all mappings, and sends it back to the bot",
    async ({ page }) => {
      await page.getByRole("tab", { name: "Bot’s panel" }).click();
      await start(page);
      await pressOnPanel(page, "Mappings");
      await pressOnPanel(page, "Export");
      const file = panel(page).locator("a.tg-document");
      const written = await page.request.get(
        new URL(String(await file.getAttribute("href")), page.url()).href,
      );
      ok((await written.text()).includes('"mappings"'));
      await start(page);
      await pressOnPanel(page, "Mappings");
      await pressOnPanel(page, "Import");
      await panelSays(page, "Send the file");
      const sent = { name: "mappings.json", mimeType: "application/json", buffer: await written.body() };
      await panel(page).getByLabel("Send a file").setInputFiles(sent);
      await panelSays(page, "as before: 2");
    },
  ],
  [
    "names everything that can be pressed or filled in, in either language and theme",
    async ({ page }) => {
      await page.screenshot({ path: picture });
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        await isUsable(page);
      }
    },
  ],
  [
    "fits a phone, where the arrival is told beside the source",
    async ({ page }) => {
      await fitsPhone(page);
      await page.getByRole("button", { name: "Source", exact: true }).click();
      const room = await source(page).locator(".tg-frame").boundingBox();
      ok((room?.height ?? 0) > 844 / 2, `only ${room?.height} pixels are left for messages`);
      await post(page, "Text");
      await page.locator(".latest-line", { hasText: "Arrived after" }).click();
      await target(page).locator(".tg-frame").waitFor();
    },
  ],
  [
    "begins anew when the world is reset",
    async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole("button", { name: "Reset" }).click();
      await page.getByRole("button", { name: "Sure?" }).click();
      await source(page).getByRole("button", { name: "Make an example" }).waitFor();
    },
  ],
  ["complains of nothing and asks nobody else", async ({ complaints }) => deepStrictEqual(complaints, [])],
];

export const forwarder: Chapter = { picture, steps };

type Side = "source" | "target";

const source = (page: Page) => page.locator(".fw-source");
const target = (page: Page) => page.locator(".fw-target");
const panel = (page: Page) => page.getByRole("region", { name: "Chat: Forwarder" });

const posts = (page: Page, side: Side, words: string) =>
  page.locator(`.fw-${side} .tg-bubble`, { hasText: words });

const post = (page: Page, name: string) =>
  source(page).getByRole("group", { name: "Posts" }).getByRole("button", { name, exact: true }).click();

/** Does something with a message of the source. */
async function deed(page: Page, words: string, name: string): Promise<void> {
  const row = source(page).locator(".tg-row", { hasText: words }).first();
  await row.hover();
  await row.getByRole("button", { name, exact: true }).click();
}

/** Goes on where a deed has led. */
async function write(page: Page, words: string): Promise<void> {
  await source(page).locator("input:focus").waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

/** The numbers that the page has given to its posts, as they stand in a chat. */
async function numbers(page: Page, side: Side): Promise<readonly number[]> {
  const texts = await page.locator(`.fw-${side} .tg-words`).allInnerTexts();
  return texts.flatMap((text) => [...text.matchAll(/№(\d+)/g)].map(([, number]) => Number(number)));
}

async function start(page: Page): Promise<void> {
  await panel(page).getByRole("group", { name: "Commands" }).getByRole("button", { name: "/start" }).click();
  await panel(page).locator(".tg-row").last().filter({ hasText: "I carry posts" }).waitFor();
}

/** The newest button of that name. */
const pressOnPanel = (page: Page, name: string | RegExp) =>
  panel(page).locator(".tg-row").last().locator(".tg-button", { hasText: name }).first().click();

const panelSays = (page: Page, words: string) =>
  panel(page).locator(".tg-bubble", { hasText: words }).last().waitFor();
