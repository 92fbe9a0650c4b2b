/** An evening on Twitch. */
import { deepStrictEqual, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import type { Taproom } from "../../dev/taproom.ts";
import { type Chapter, namelessOn, type Step, tooWideOn } from "./chapter.ts";

const picture = ".data/playground.png";

const steps: readonly Step[] = [
  [
    "finds the product up and everybody in chat",
    async ({ page, taproom }) => {
      const answer = await page.goto(`${taproom.world.url}/`);
      const policy = answer?.headers()["content-security-policy"] ?? "";
      strictEqual(policy.includes("default-src 'none'") && policy.includes("script-src 'self'"), true);
      await page.getByText("Taproom is up").waitFor();
      await page.getByRole("button", { name: /people in chat/ }).click();
      await page.locator(".person", { hasText: "DeadInside1993" }).waitFor();
      await page.getByRole("button", { name: "Back to chat" }).click();
    },
  ],
  [
    "sets the fuse of the product's keg to six seconds",
    async ({ page, taproom, adminToken }) => {
      await page.getByRole("button", { name: "6 s", exact: true }).click();
      await page.getByRole("button", { name: "6 s", exact: true, pressed: true }).waitFor();
      const headers = { authorization: `Bearer ${adminToken}` };
      const answer = await fetch(`${taproom.url}/api/channels/1001/settings`, { headers });
      const { keg } = (await answer.json()) as { readonly keg: { readonly fuseSeconds: number } };
      strictEqual(keg.fuseSeconds, 6);
    },
  ],
  [
    "says a viewer's words as text, whatever is in them",
    async ({ page }) => {
      await page.getByLabel("Speak as").fill("streamer");
      await page.keyboard.press("Enter");
      await page.getByPlaceholder("Message as streamer").fill("<img src=x onerror=alert(1)> & hello");
      await page.keyboard.press("Enter");
      await page.locator(".line", { hasText: "<img src=x onerror=alert(1)> & hello" }).waitFor();
    },
  ],
  [
    "opens a keg, lets boars run and people hide",
    async ({ page }) => {
      await page.getByRole("button", { name: "Open a keg as a random viewer" }).click();
      await page.getByText("has opened the keg!").waitFor();
      // Whoever runs before the bot has said so finds no keg yet.
      await page.locator(".line-ours", { hasText: "Рванёт через 6 секунд" }).waitFor();
      await page.getByLabel("How many boars").fill("5");
      await page.getByRole("button", { name: "Send boars" }).click();
      await page.getByText("5 of 20 boars").waitFor();
      await page.getByLabel("How many people hide").fill("3");
      await page.getByRole("button", { name: "Hide", exact: true }).click();
      await page.getByText("3 in the trash").waitFor();
    },
  ],
  [
    "draws the keg in rows of one width",
    async ({ page }) => {
      const rows = page.locator(".line-ours .picture-row");
      await rows.nth(14).waitFor();
      const boxes = await Promise.all((await rows.all()).map((row) => row.boundingBox()));
      // A row that wrapped would be twice as high.
      strictEqual(new Set(boxes.map((box) => Math.round(box?.height ?? 0))).size, 1);
      strictEqual((boxes[0]?.height ?? 0) < 30, true);
    },
  ],
  [
    "bursts, and shows who sits out with clocks that run",
    async ({ page }) => {
      await page.getByText(/It burst: \d+ viewers soaked/).waitFor();
      const clock = page.locator(".timeouts .timeout-clock").first();
      await clock.waitFor();
      const before = await clock.textContent();
      strictEqual(/^\d+:\d\d$/.test(before ?? ""), true);
      await page
        .locator(".timeouts .row")
        .first()
        .filter({ hasNotText: before ?? "" })
        .waitFor();
    },
  ],
  [
    "strikes the words of whoever is timed out, for as long as they are",
    async ({ page, taproom }) => {
      strictEqual((await post(taproom, "/twitch/timeout", { userId: "2001", seconds: 0 })).status, 204);
      await post(taproom, "/twitch/say", { user: "2001", text: "my last words" });
      await page.locator(".line", { hasText: "my last words" }).waitFor();
      await post(taproom, "/twitch/timeout", { userId: "2001", seconds: 3 });
      await page
        .locator(".line-struck", { hasText: "my last words" })
        .getByText(/^0:0[123]$/)
        .waitFor();
      await page.locator(".line:not(.line-struck)", { hasText: "my last words" }).waitFor();
    },
  ],
  [
    "shows what became of everybody's points",
    async ({ page }) => {
      const keg = page.locator(".redemptions .row", { hasText: "Вскрыть пивную кегу" });
      await keg.getByText("FULFILLED", { exact: true }).waitFor();
      await page.getByRole("img", { name: /^UNFULFILLED: 0\./ }).waitFor();
      await page.getByRole("img", { name: /^FULFILLED: 9\./ }).waitFor();
    },
  ],
  [
    "lists the calls that did it, and what was sent with them",
    async ({ page }) => {
      await open(page, "Outside");
      await page.getByLabel("Filter calls").fill("/moderation/bans");
      await page.locator(".passage-head").first().click();
      await page.getByText("Пивная кома").last().waitFor();
    },
  ],
  [
    "repairs what it breaks",
    async ({ page }) => {
      await page.getByRole("switch", { name: "postgres can be reached" }).click();
      await page.getByRole("switch", { name: "postgres can be reached", checked: false }).waitFor();
      await page.getByRole("button", { name: "Helix 500" }).click();
      await page.getByRole("button", { name: "Helix 500", pressed: true }).waitFor();
      await page.getByRole("button", { name: "Repair everything" }).click();
      await page.getByRole("button", { name: "Helix 500", pressed: false }).waitFor();
      await page.getByRole("switch", { name: "postgres can be reached", checked: true }).waitFor();
    },
  ],
  [
    "remembers everything when it is loaded again, and speaks Russian",
    async ({ page }) => {
      await page.screenshot({ path: picture });
      await page.reload();
      await page.getByRole("button", { name: "RU" }).click();
      await page.getByText("Taproom работает").waitFor();
      await page.locator(".timeouts .timeout-clock").first().waitFor();
      await page.locator(".redeemed").first().waitFor();
    },
  ],
  [
    "lets everybody back into chat",
    async ({ page }) => {
      await page.getByRole("button", { name: "EN", exact: true }).click();
      await page.getByRole("button", { name: "Lift all" }).click();
      await page.getByText("Nobody is timed out.").waitFor();
    },
  ],
  [
    "types a command as a viewer at one click, and the bot answers",
    async ({ page }) => {
      await speakAs(page, "AppleCatFan");
      await page.getByRole("button", { name: "!я", exact: true }).click();
      await page.locator(".line", { hasText: "AppleCatFan: !я" }).waitFor();
      await page.locator(".line-ours", { hasText: "сыгранных партий пока нет" }).waitFor();
    },
  ],
  [
    "plays 21 at once between two who redeem it",
    async ({ page, change }) => {
      await change({ "twenty-one": { paceSeconds: 1, timeoutSeconds: 1 } });
      await open(page, "Games");
      await page.getByRole("button", { name: "Two viewers sit down" }).click();
      await settled(page, "Очко", 2);
    },
  ],
  [
    "plays 21 in chat, and shows whose turn it is and what they hold",
    async ({ page }) => {
      await open(page, "Games");
      await page.getByRole("button", { name: "In chat", exact: true }).click();
      await page.getByRole("button", { name: "In chat", exact: true, pressed: true }).waitFor();
      await page.getByRole("button", { name: "Two viewers sit down" }).click();
      await page.locator(".playing-card").nth(3).waitFor();
      await bothStand(page);
      await settled(page, "Очко", 4);
    },
  ],
  [
    "returns the points of a beer challenge that names no number",
    async ({ page }) => {
      await page.getByRole("button", { name: /Redeem “Испытание пивом” as AppleCatFan/ }).click();
      await page.getByLabel("Text with the reward").fill("5л");
      await page.keyboard.press("Enter");
      await page.locator(".line-ours", { hasText: "Баллы возвращаю" }).waitFor();
      await open(page, "Events");
      await page.locator(".redemptions .row", { hasText: "5л" }).getByText("CANCELED").waitFor();
    },
  ],
  [
    "lets three viewers shout a dangerous word, and one of them sits out",
    async ({ page }) => {
      await open(page, "Games");
      await page.getByRole("button", { name: "3 viewers shout “gnome”" }).click();
      await page.locator(".line-struck", { hasText: /gnom/ }).waitFor();
    },
  ],
  [
    "lets ten viewers vote somebody out",
    async ({ page }) => {
      await page.getByLabel("Against").fill("NinjaPancake");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "10 viewers vote" }).click();
      await open(page, "Events");
      await page.locator(".timeouts .row", { hasText: "NinjaPancake" }).waitFor();
    },
  ],
  [
    "asks whom a vote of the palette is about",
    async ({ page }) => {
      // Of the viewers anybody may sit out by now.
      await speakAs(page, "streamer");
      await page.getByRole("button", { name: "!voteban", exact: true }).click();
      await page.getByLabel("!voteban whom?").fill("lamp");
      await page.keyboard.press("Enter");
      await page.locator(".line", { hasText: "streamer: !voteban lamp_shade" }).waitFor();
    },
  ],
  [
    "shows players by their ranks",
    async ({ page, taproom, adminToken }) => {
      const veteran = {
        id: "2024",
        login: "krot_terpeliv",
        name: "КротТерпелив",
        wins: 37,
        losses: 9,
        tickets: 4,
      };
      const imported = await fetch(`${taproom.url}/api/channels/1001/players/import`, {
        method: "POST",
        headers: { authorization: `Bearer ${adminToken}` },
        body: JSON.stringify({ players: [veteran] }),
      });
      strictEqual(imported.status, 200);
      await open(page, "Ranks");
      const row = page.getByRole("row", { name: /^КротТерпелив/ });
      await row.getByText("Card-Pinching Gnome").waitFor();
      // Whoever has just played may have been the same mole.
      await row.getByText(/^(37|38)$/).waitFor();
    },
  ],
  [
    "falls asleep and wakes when the streamer says so",
    async ({ page }) => {
      await open(page, "Sleep");
      await page.getByText("The bot is awake").waitFor();
      await page.locator(".sleep").getByRole("button", { name: "!ботзаткнись" }).click();
      await page.getByText("The bot is asleep").waitFor();
      await page.getByText("by order, until 00:00").waitFor();
      await page.locator(".health", { hasText: "asleep" }).waitFor();
      await page.locator(".sleep").getByRole("button", { name: "!ботговори" }).click();
      await page.getByText("The bot is awake").waitFor();
    },
  ],
  [
    "begins and ends the broadcast",
    async ({ page }) => {
      await page.getByRole("switch", { name: "On air" }).click();
      await page.getByText("Live for").waitFor();
      await page.getByRole("switch", { name: "On air" }).click();
      await page.getByText("Off the air.").waitFor();
    },
  ],
  [
    "finds the product well, and finds what was said in its log",
    async ({ page }) => {
      await open(page, "Bot");
      await page.getByText("All is well.").waitFor();
      await page.getByLabel("Search the log").fill("!ботговори");
      await page.locator(".log-entry").first().click();
      await page.locator(".log-entry pre", { hasText: "streamer" }).waitFor();
      await page.getByLabel("Least level").selectOption("error");
      await page.getByText("Nothing of the kind was noted.").waitFor();
    },
  ],
  [
    "walks from tab to tab by the keyboard, and names everything that can be pressed or filled in",
    async ({ page }) => {
      await page.getByRole("tab", { name: "Events" }).click();
      for (const name of ["Events", "Games", "Ranks", "Sleep", "Bot", "Outside"]) {
        await page.getByRole("tab", { name, selected: true }).waitFor();
        deepStrictEqual(await namelessOn(page), []);
        await page.keyboard.press("ArrowRight");
      }
    },
  ],
  [
    "fits a phone",
    async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("button", { name: "Chat", exact: true }).click();
      const row = await page.locator(".picture-row").first().boundingBox();
      strictEqual((row?.x ?? 0) >= 0 && (row?.height ?? 99) < 30, true);
      strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 390);
      await page.getByRole("button", { name: "Overview", exact: true }).click();
      for (const name of ["Events", "Games", "Ranks", "Sleep", "Bot", "Outside"]) {
        await open(page, name);
        deepStrictEqual(await tooWideOn(page), []);
      }
    },
  ],
  ["complains of nothing and asks nobody else", async ({ complaints }) => deepStrictEqual(complaints, [])],
];

export const twitch: Chapter = { picture, steps };

const speakAs = async (page: Page, name: string) => {
  await page.getByLabel("Speak as").fill(name);
  await page.keyboard.press("Enter");
};

const open = async (page: Page, name: string) => {
  await page.getByRole("tab", { name }).click();
  await page.getByRole("tabpanel", { name }).waitFor();
};

/** So many redemptions of a reward there are, and the bot has decided all of them. */
async function settled(page: Page, reward: string, count: number): Promise<void> {
  await open(page, "Events");
  const rows = page.locator(".redemptions .row", { hasText: reward });
  await rows.nth(count - 1).waitFor();
  await page.getByRole("img", { name: /^UNFULFILLED: 0\./ }).waitFor();
  strictEqual(await rows.count(), count);
  await open(page, "Games");
}

/** Says enough for whoever's turn it is, until nobody's is. */
async function bothStand(page: Page): Promise<void> {
  const turn = page.locator('.seat[data-turn="true"]');
  const free = page.getByText("The table is free.");
  for (;;) {
    await turn.or(free).first().waitFor();
    if (await free.isVisible()) return;
    const name = await turn.locator(".name").innerText();
    await turn.getByRole("button", { name: "!хватит" }).click();
    await turn.filter({ hasText: name }).waitFor({ state: "detached" });
  }
}

const post = (taproom: Taproom, path: string, body: unknown) =>
  fetch(taproom.world.url + path, { method: "POST", body: JSON.stringify(body) });
