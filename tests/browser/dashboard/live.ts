/** What happens now: the log as it is written, what is done by hand, and how everything is. */
import { deepStrictEqual, strictEqual } from "node:assert";
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import type { Taproom } from "../../../dev/taproom.ts";
import type { Step } from "../chapter.ts";
import { botSays, post, stateOf, until } from "./world.ts";
import { goTo } from "./walk.ts";

export const liveSteps: readonly Step[] = [
  [
    "sees a line of the log arrive as soon as somebody has redeemed something",
    async (stage) => {
      const { page, taproom } = stage;
      await goTo(page, stage, "logs");
      await page.getByText("Live", { exact: true }).waitFor();
      await redeemedBy(taproom, "cellar_cat");
      await lineOf(page, "cellar_cat").waitFor();
    },
  ],
  [
    "sees markup and escape sequences in a viewer's name as the text they are",
    async (stage) => {
      const { page, taproom } = stage;
      await redeemedBy(taproom, "<script>alert(1)</script>\u001b[2J");
      await lineOf(page, "viewer=<script>alert(1)</script>\\u001b[2J").waitFor();
      strictEqual(await page.locator("main script").count(), 0);
    },
  ],
  [
    "opens a line to all its facts, and is told at the end of the list what has come meanwhile",
    async (stage) => {
      const { page, taproom } = stage;
      await lineOf(page, "cellar_cat").click();
      await log(page).getByRole("term").filter({ hasText: "redemption" }).waitFor();
      await redeemedBy(taproom, "late_lamp");
      await page.getByRole("button", { name: /^To the end · \d+ new/ }).click();
      await lineOf(page, "late_lamp").waitFor();
    },
  ],
  [
    "filters by level, by part and by text, and finds everything again without a filter",
    async ({ page }) => {
      await page.getByRole("radio", { name: "Errors" }).click();
      await lineOf(page, "redemption.entered").first().waitFor({ state: "detached" });
      await page.getByRole("radio", { name: "All", exact: true }).click();
      await lineOf(page, "late_lamp").waitFor();
      await page.getByLabel("Part, like channel 1001").fill("channel 1001");
      await page.keyboard.press("Enter");
      await page.getByLabel("Find in the lines").fill("CELLAR_CAT");
      await lineOf(page, "late_lamp").waitFor({ state: "detached" });
      await lineOf(page, "cellar_cat").waitFor();
      await page.getByRole("button", { name: "No filter" }).click();
      await lineOf(page, "late_lamp").waitFor();
    },
  ],
  [
    "pauses the log, looks at a snapshot, and goes on with what has come meanwhile",
    async (stage) => {
      const { page, taproom } = stage;
      await page.getByRole("button", { name: "Pause" }).click();
      await redeemedBy(taproom, "patient_pint");
      await page.getByRole("button", { name: /^Live again · \d+ new/ }).waitFor();
      strictEqual(await lineOf(page, "patient_pint").count(), 0);
      await page.getByLabel("So many of the latest lines").fill("5");
      await page.getByRole("button", { name: "Show", exact: true }).click();
      await page.getByText("Snapshot", { exact: true }).waitFor();
      strictEqual(await log(page).locator("[data-level]").count(), 5);
      await page.getByRole("button", { name: /^Live again/ }).click();
      await lineOf(page, "patient_pint").waitFor();
    },
  ],
  [
    "says something as the bot, and it stands in chat once",
    async (stage) => {
      const { page, taproom } = stage;
      await goTo(page, stage, "console");
      await page.getByLabel("What it says").fill("Last orders, please!");
      await page.getByRole("button", { name: "Say it" }).dblclick();
      await page.getByText("Done", { exact: true }).waitFor();
      await botSays(taproom, /Last orders/);
      deepStrictEqual(await linesOfBot(taproom, /Last orders/), ["Last orders, please!"]);
    },
  ],
  [
    "switches a feature off, and its command is heard no more until it is on again",
    async (stage) => {
      const { page, taproom } = stage;
      const roulette = page.getByRole("switch", { name: "Roulette" });
      await roulette.click();
      await page.getByText("Off: Roulette").waitFor();
      await post(taproom, "/twitch/say", { user: "2012", text: "!жопа" });
      await page.getByLabel("What it says").fill("Nobody has rolled.");
      await page.getByRole("button", { name: "Say it" }).click();
      await botSays(taproom, /Nobody has rolled/);
      deepStrictEqual(await linesOfBot(taproom, rolled), []);
      await page.getByRole("switch", { name: "Roulette", checked: false }).click();
      await page.getByText("On: Roulette").waitFor();
    },
  ],
  [
    "gives a command by hand, and reads what the bot says to it",
    async (stage) => {
      const { page, taproom } = stage;
      await page.getByLabel("Find a command").fill("!жопа");
      await page.getByRole("radio", { name: /!жопа/ }).check();
      await page.getByRole("button", { name: "Do it", exact: true }).click();
      await page.locator("main").getByText(rolled).waitFor();
      await botSays(taproom, rolled);
    },
  ],
  [
    "stops the bot after reading what becomes of rewards, sees them paused, and starts it again",
    async (stage) => {
      const { page, taproom } = stage;
      await page.getByRole("button", { name: "Stop the bot" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("its rewards are paused on Twitch").waitFor();
      await dialog.getByRole("button", { name: "Stop the bot" }).click();
      await page.getByText("Stopped", { exact: true }).waitFor();
      await until(async () => (await stateOf(taproom)).rewards.every(({ isPaused }) => isPaused));
      await page.goto(`${taproom.url}/#/channel/rewards`);
      await page.getByText("Paused: the bot is stopped").first().waitFor();
      await goTo(page, stage, "console");
      await page.getByRole("button", { name: "Start the bot" }).click();
      await page.getByText("Runs", { exact: true }).waitFor();
    },
  ],
  [
    "is told on the overview that Postgres is away, and that it is back",
    async (stage) => {
      const { page, taproom } = stage;
      await goTo(page, stage, "overview");
      await post(taproom, "/services/postgres/stop", {});
      const away = page.getByText(/^Postgres (refuses|does not answer|answers with an error)/);
      await away.waitFor();
      // What nobody else knows is said to be missing, and the rest is there.
      await page.getByText(/Could not be found out just now: .*queues and counts/).waitFor();
      await page.getByRole("region", { name: "streamer" }).waitFor();
      await post(taproom, "/services/postgres/start", {});
      await away.waitFor({ state: "detached" });
    },
  ],
];

/** Whatever the roll: one in ten is kicked. */
const rolled = /[🍑🥾🚀] .+\d+%/u;
const log = (page: Page) => page.getByRole("log", { name: "Lines of the log" });
const lineOf = (page: Page, words: string) => log(page).getByRole("button").filter({ hasText: words });

/** Somebody whom nobody has seen before redeems a boar; Twitch would let them be called anything. */
const redeemedBy = (taproom: Taproom, login: string) =>
  post(taproom, "/twitch/notify", {
    type: "channel.channel_points_custom_reward_redemption.add",
    event: { id: randomUUID(), reward: { key: "boar" }, user_id: "77", user_login: login, user_name: login },
  });

async function linesOfBot(taproom: Taproom, words: RegExp): Promise<readonly string[]> {
  const { bot, chat } = await stateOf(taproom);
  return chat.flatMap(({ user, text }) => (user.id === bot.id && words.test(text) ? [text] : []));
}
