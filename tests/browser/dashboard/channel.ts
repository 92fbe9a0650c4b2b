/** A streamer sees to the channel: settings, rewards, players, points, and what has failed. */
import { ok, strictEqual } from "node:assert";
import type { Taproom } from "../../../dev/taproom.ts";
import type { Step } from "../chapter.ts";
import type { Stage } from "../stage.ts";
import { behind } from "./behind.ts";
import { chatterSteps } from "./chatters.ts";
import { fitsPhone, isForEverybody } from "./usable.ts";
import { goTo } from "./walk.ts";
import { ask, botSays, post, stateOf, until } from "./world.ts";

export const channelSteps: readonly Step[] = [
  [
    "finds a setting by a word, changes it, and the bot obeys within a second",
    async (stage) => {
      const { page, taproom } = stage;
      await goTo(page, stage, "channel");
      await page.getByLabel("Find a setting").fill("speaks in chat");
      await page.getByText("Burst", { exact: true }).waitFor({ state: "detached" });
      await page.getByLabel("What the bot speaks in chat").selectOption({ label: "English" });
      await page.getByText("One change is not saved yet.").waitFor();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("Saved. The bot obeys from now on").waitFor();
      const since = Date.now();
      await post(taproom, "/twitch/say", { user: "2004", text: "!me" });
      await botSays(taproom, /not one game played yet/);
      ok(Date.now() - since < 1_000, `the bot took ${Date.now() - since} ms`);
    },
  ],
  [
    "sees before sending what cannot be so, and gives the setting its default again",
    async ({ page }) => {
      const language = page.getByLabel("What the bot speaks in chat");
      await page.getByLabel("Find a setting").fill("keg");
      const fuse = page.getByLabel("From the first line to the burst");
      await fuse.fill("0");
      await page.getByText("1 to 3,600 is wanted here").waitFor();
      await page.getByRole("button", { name: "Save", exact: true, disabled: true }).waitFor();
      await page.getByRole("button", { name: "Discard" }).click();
      await page.getByLabel("Find a setting").fill("");
      await page.getByRole("button", { name: "Back to usual" }).click();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "detached" });
      strictEqual(await language.inputValue(), "ru");
    },
  ],
  [
    "gives a command a name of its own, and no name to two",
    async ({ page, taproom }) => {
      await page.getByRole("link", { name: "Commands" }).click();
      const names = page.getByLabel("!топ", { exact: true });
      await names.fill("топ, me");
      await page.getByText("Another command is called me").waitFor();
      await names.fill("топ, best");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("Saved. The bot obeys from now on").last().waitFor();
      await page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "detached" });
      const before = (await stateOf(taproom)).chat.length;
      await post(taproom, "/twitch/say", { user: "2005", text: "!best" });
      await botSays(taproom, /./, before + 1);
    },
  ],
  [
    "pauses a reward at Twitch, and sells it again at another price",
    async ({ page, taproom }) => {
      await page.getByRole("link", { name: "Rewards", exact: true }).click();
      const keg = page.getByRole("listitem").filter({ hasText: "Вскрыть пивную кегу" });
      await keg.getByRole("button", { name: /^Pause/ }).click();
      await keg.getByText("Paused", { exact: true }).waitFor();
      await until(async () => (await rewardOf(taproom, "keg"))?.isPaused === true);
      await keg.getByRole("button", { name: /^Resume/ }).click();
      await keg.getByText("On sale", { exact: true }).waitFor();
      await keg.getByRole("button", { name: /^Change/ }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Price in points").fill("6000");
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.waitFor({ state: "detached" });
      await keg.getByText("6,000").waitFor();
      strictEqual((await rewardOf(taproom, "keg"))?.cost, 6_000);
    },
  ],
  [
    "has another try at what Twitch would not do, and the points come back",
    async (stage) => {
      const { page, taproom } = stage;
      const fault = {
        service: "twitch",
        path: "/custom_rewards/redemptions",
        method: "PATCH",
        status: 403,
        times: 1,
      };
      await post(taproom, "/faults", fault);
      const boar = await redeem(taproom, "boar", "2006");
      await page.getByRole("link", { name: "Failures" }).click();
      await page.getByText("Give points back").waitFor();
      strictEqual(await statusOf(taproom, boar), "UNFULFILLED");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByText("Nothing has failed.").waitFor();
      await until(async () => (await statusOf(taproom, boar)) === "CANCELED");
    },
  ],
  [
    "refunds a redemption, and the viewer has the points again",
    async (stage) => {
      const { page, taproom } = stage;
      await goTo(page, stage, "redemptions");
      const stake = await redeem(taproom, "twenty-one", "2007");
      const row = page.getByRole("listitem").filter({ hasText: "Not settled" });
      await row.getByRole("button", { name: /^Refund/ }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Refund" }).click();
      await page.getByText("Points given back").waitFor();
      await until(async () => (await statusOf(taproom, stake)) === "CANCELED");
      await row.waitFor({ state: "detached" });
      await page.getByLabel("State").selectOption({ label: "Not settled" });
      await page.getByText("Nothing of the kind.").waitFor();
    },
  ],
  [
    "plays a round, finds it among the games, and corrects a player's score",
    async (stage) => {
      const { page, taproom } = stage;
      await bringPlayer(stage);
      await redeem(taproom, "beer", "2008", "3");
      await page.goto(`${taproom.url}/#/channel/games`);
      await page.getByRole("radio", { name: "Beer challenge" }).click();
      await page.getByRole("listitem").filter({ hasText: "3 l" }).waitFor();
      await goTo(page, stage, "players");
      await page.getByRole("table").getByRole("link").first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Wins").fill("41");
      await dialog.getByRole("button", { name: "Correct" }).click();
      await page
        .getByRole("dialog", { name: /^Correct the score/ })
        .getByRole("button", { name: "Correct" })
        .click();
      await page.getByText("Score corrected").waitFor();
      await dialog.getByRole("button", { name: "Close" }).click();
      await page.getByRole("cell", { name: "41", exact: true }).waitFor();
    },
  ],
  ...chatterSteps,
  [
    "finds every page of the channel usable by everybody, and on a phone",
    async ({ page, taproom }) => {
      for (const name of ["settings", "commands", "roles", "rewards", "games", "failures"]) {
        await page.goto(`${taproom.url}/#/channel/${name}`);
        await page.locator(".loading").first().waitFor({ state: "detached" });
        await isForEverybody(page);
        await fitsPhone(page);
      }
    },
  ],
];

const rewardOf = async (taproom: Taproom, wanted: string) =>
  (await stateOf(taproom)).rewards.find(({ key }) => key === wanted);
const statusOf = async (taproom: Taproom, wanted: string) =>
  (await stateOf(taproom)).redemptions.find(({ id }) => id === wanted)?.status;

async function redeem(taproom: Taproom, reward: string, user: string, input = ""): Promise<string> {
  const { id } = await ask<{ readonly id: string }>(taproom, "/twitch/redeem", { reward, user, input });
  return id;
}

/** Somebody with a score from elsewhere: a game of our own may end in a draw. */
function bringPlayer(stage: Stage): Promise<unknown> {
  const player = { id: "2009", login: "old_hand", name: "Old_Hand", wins: 7, losses: 2, tickets: 0 };
  return behind(stage, "POST", "/api/channels/1001/players/import", { players: [player] });
}
