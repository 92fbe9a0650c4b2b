/** Who may what in a channel: people are named as one knows them. */
import { deepStrictEqual, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import type { Step } from "../chapter.ts";
import type { Stage } from "../stage.ts";
import { behind } from "./behind.ts";
import { asGuest } from "./guest.ts";
import { isForEverybody } from "./usable.ts";
import { ask } from "./world.ts";

export const chatterSteps: readonly Step[] = [
  [
    "names an admin of the bot by the address of their channel, and is told whom Twitch does not know",
    async (stage) => {
      const { page, taproom } = stage;
      await page.goto(`${taproom.url}/#/channel/roles`);
      const field = adminsOn(page).getByLabel("Login at Twitch");
      await field.fill("https://www.twitch.tv/gnomik228 nobody_of_this_name");
      await field.press("Enter");
      await page.getByText("Twitch knows nobody of this name: nobody_of_this_name").waitFor();
      await adminsOn(page).getByText("Гномик228").waitFor();
      await isForEverybody(page);
      await field.fill("");
      await save(page);
      deepStrictEqual(await adminsIn(stage), ["2004"]);
    },
  ],
  [
    "takes ids from a moderator of the channel while Twitch is away, and names them when it is back",
    async (stage) => {
      const mod = { name: "Mika", role: "moderator", rights: { channel: "change" } };
      await behind(stage, "PUT", "/api/people/name:mika", mod);
      await behind(stage, "PUT", "/api/people/name:mika/password", { password });
      await asGuest(stage, (guest) => mikasHour(stage, guest));
      deepStrictEqual(await adminsIn(stage), ["2004", "2001"]);
      await behind(stage, "DELETE", "/api/people/name:mika");
    },
  ],
];

const password = "a pint of stout, please";

async function mikasHour({ taproom }: Stage, guest: Page): Promise<void> {
  await guest.getByLabel("Name", { exact: true }).fill("mika");
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Sign in", exact: true }).click();
  await guest.locator("main h1").waitFor();
  await guest.goto(`${taproom.url}/#/channel/roles`);
  await adminsOn(guest).getByText("Гномик228").waitFor();

  const away = { service: "twitch", path: "/helix/users", status: 503 };
  const { id } = await ask<{ readonly id: string }>(taproom, "/faults", away);
  const field = adminsOn(guest).getByLabel("Login at Twitch");
  await field.fill("2001 anya_kotik");
  await adminsOn(guest).getByRole("button", { name: "Add", exact: true }).click();
  await guest.getByText("Twitch does not answer. Try again in a minute, or type ids instead").waitFor();
  await adminsOn(guest).getByText("id 2001").waitFor();
  strictEqual(await field.inputValue(), "anya_kotik");

  await fetch(`${taproom.world.url}/faults/${id}`, { method: "DELETE" });
  await field.press("Enter");
  await adminsOn(guest).getByText("Аня_Котик").waitFor();
  await save(guest);
}

const adminsOn = (page: Page) => page.getByRole("group", { name: /^Who may put the bot to sleep/ });

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "detached" });
}

const adminsIn = async (stage: Stage) =>
  (await behind<{ readonly admins: readonly string[] }>(stage, "GET", "/api/channels/1001/settings"))?.admins;
