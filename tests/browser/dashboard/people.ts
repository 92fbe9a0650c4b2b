/** Who may come in, who is in, and what the audit tells of it. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import type { Step } from "../chapter.ts";
import type { Stage } from "../stage.ts";
import { asGuest } from "./guest.ts";
import { isForEverybody } from "./usable.ts";
import { goTo } from "./walk.ts";

export const people: readonly Step[] = [
  [
    "tells whoever knocks with a wrong token how often they may try, and lets them in over Telegram",
    (stage) =>
      asGuest(stage, async (guest) => {
        await guest.getByLabel("Admin token").fill("not-the-token");
        await guest.getByRole("button", { name: "Sign in", exact: true }).click();
        await guest.getByText("That is not right. 4 tries are left").waitFor();
        await isForEverybody(guest);
        await comeByTelegram(guest, "7001");
        await guest.getByRole("navigation", { name: "Sections" }).waitFor();
        ok(!guest.url().includes("telegram"), guest.url());
      }),
  ],
  [
    "tells a stranger from Telegram in words that nobody has let them in",
    (stage) =>
      asGuest(stage, async (guest) => {
        await comeByTelegram(guest, "7002");
        await guest.getByText("Nobody has let this account in yet.").waitFor();
        strictEqual(new URL(guest.url()).search, "");
      }),
  ],
  [
    "lets somebody in with a made-up password, who sees what they were given and nothing else",
    async (stage) => {
      const { page } = stage;
      await goTo(page, stage, "people");
      await page.getByRole("button", { name: "Let somebody in" }).click();
      const dialog = page.getByRole("dialog", { name: "Let somebody in" });
      await dialog.getByRole("radio", { name: "Password" }).click();
      await dialog.getByLabel("Name to sign in with").fill("lena");
      await dialog.getByLabel("Name", { exact: true }).fill("Lena");
      await dialog.getByRole("button", { name: "Make one up" }).click();
      await isForEverybody(page);
      const password = await dialog.getByLabel("New password").inputValue();
      await dialog.getByLabel("Rights").selectOption("Editor of the forwarder");
      await dialog.getByRole("button", { name: "Let somebody in" }).click();
      await dialog.waitFor({ state: "detached" });
      await asGuest(stage, (guest) => lenasEvening(stage, guest, password));
    },
  ],
  [
    "finds somebody at Twitch by the address of their channel",
    async (stage) => {
      const { page } = stage;
      await page.getByRole("button", { name: "Let somebody in" }).click();
      const dialog = page.getByRole("dialog", { name: "Let somebody in" });
      await dialog.getByLabel("Login at Twitch").fill("twitch.tv/streamer");
      await dialog.getByRole("button", { name: "Let somebody in" }).click();
      await page.getByText("Twitch, id 1001").waitFor();
    },
  ],
  [
    "removes them again, but not the last owner",
    async ({ page }) => {
      ok(await page.getByRole("button", { name: /^Remove\. This is the last owner/ }).isDisabled());
      for (const name of ["Lena", "Streamer"]) {
        await page.getByRole("button", { name: new RegExp(`^Remove ${name}`, "i") }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
        await page.getByText(`Removed: ${name}`, { exact: false }).waitFor();
      }
    },
  ],
  [
    "reads in the audit who was given what",
    async (stage) => {
      const { page } = stage;
      await goTo(page, stage, "audit");
      await page.getByLabel("What", { exact: true }).selectOption("People and passwords");
      const change = page
        .locator(".audit > li", { hasText: "Let in, or given other rights" })
        .filter({ hasText: "name:lena" })
        .first();
      strictEqual(await change.locator(".audit-differences code").innerText(), "rights.players");
      await change.locator("ins", { hasText: "see" }).waitFor();
    },
  ],
];

/** She comes in, is given more, is sent out, and comes back to what she was at. */
async function lenasEvening(stage: Stage, guest: Page, password: string): Promise<void> {
  await guest.getByLabel("Name", { exact: true }).fill("lena");
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Sign in", exact: true }).click();
  deepStrictEqual(await sectionsOf(guest), ["Overview", "Logs", "Forwarder", "Downloads"]);

  const { page } = stage;
  await page.getByRole("button", { name: "Change Lena" }).click();
  const dialog = page.getByRole("dialog", { name: "Change Lena" });
  await dialog.getByRole("radiogroup", { name: "Players" }).getByRole("radio", { name: "Sees" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await comesBackTo(guest);
  await guest.getByRole("link", { name: "Players" }).waitFor();
  deepStrictEqual(await sectionsOf(guest), ["Overview", "Logs", "Players", "Forwarder", "Downloads"]);

  await guest.getByRole("button", { name: "Lena" }).click();
  await guest.getByRole("link", { name: "Your sessions" }).click();
  await guest.getByText("Chrome").waitFor();
  await guest.getByRole("link", { name: "Players" }).click();
  await guest.getByRole("searchbox").fill("half a na");

  await page.reload();
  await page.getByRole("button", { name: "End the session of Lena" }).click();
  await page.getByText("The session is over").waitFor();
  await comesBackTo(guest);
  const door = guest.getByRole("dialog", { name: "Come in" });
  await door.getByText("Your session is over.").waitFor();
  await door.getByLabel("Name", { exact: true }).fill("lena");
  await door.getByLabel("Password", { exact: true }).fill(password);
  await door.getByRole("button", { name: "Sign in", exact: true }).click();
  await door.waitFor({ state: "detached" });
  strictEqual(await guest.getByRole("searchbox").inputValue(), "half a na");
}

/** As if she had looked at another tab meanwhile. */
const comesBackTo = (guest: Page) =>
  guest.evaluate("void document.dispatchEvent(new Event('visibilitychange'))");

async function sectionsOf(page: Page): Promise<readonly string[]> {
  const links = page.getByRole("navigation", { name: "Sections" }).getByRole("link");
  await links.first().waitFor();
  return links.allInnerTexts();
}

/** By the world's page, to which the address of Telegram's leads. */
async function comeByTelegram(guest: Page, as: string): Promise<void> {
  await guest.getByRole("link", { name: "With Telegram" }).click();
  await guest.getByText("The dev world plays Telegram.").waitFor();
  await guest.goto(`${guest.url()}&as=${as}`);
}
