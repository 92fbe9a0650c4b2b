/** An afternoon on Telegram, with the downloader. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Locator, Page } from "playwright-core";
import type { Taproom } from "../../dev/taproom.ts";
import { type Chapter, fitsPhone, isUsable, type Step } from "./chapter.ts";

const picture = ".data/telegram.png";

const steps: readonly Step[] = [
  [
    "is led from Twitch to Telegram by the keyboard, and remembers it in the address",
    async ({ page, taproom }) => {
      await page.goto(`${taproom.world.url}/`);
      await page.getByRole("link", { name: "Videos" }).focus();
      await page.keyboard.press("Enter");
      await chatWith(page, "Video Tap").waitFor();
      await page.reload();
      await chatWith(page, "Video Tap").waitFor();
      strictEqual(new URL(page.url()).hash, "#telegram");
      await page.goBack();
      await page.getByRole("button", { name: "Open a keg as a random viewer" }).waitFor();
      await page.goForward();
      await chatWith(page, "Video Tap").waitFor();
    },
  ],
  [
    "hears what the bot says of itself, in everybody's own language",
    async ({ page }) => {
      await click(page, "/start");
      await said(page, "Пришлите ссылку на видео").waitFor();
      await be(page, "Bob");
      await click(page, "/start");
      await said(page, "Send me a link to a video").waitFor();
      await page.locator(".tg-text").getByRole("button", { name: "/help" }).click();
      await said(page, "Paste one or several links").waitFor();
    },
  ],
  [
    "turns a link into a video that plays",
    async ({ page }) => {
      await click(page, "TikTok");
      await page.locator(".tg-video").waitFor();
      await verdict(page, "Fetched");
      strictEqual(await figure(page, "uploads"), "1 · 2.0 MB");
      ok(Number(await figure(page, "origin")) > 0);
      await page.locator(".tg-job[data-stage=done]").waitFor();
      await plays(page.locator(".tg-video"));
    },
  ],
  [
    "answers the same link at once and asks the platform for nothing",
    async ({ page, taproom }) => {
      const before = await originCalls(taproom);
      await click(page, "The same again");
      await page.locator(".tg-video").nth(1).waitFor();
      await verdict(page, "From the cache");
      strictEqual(await figure(page, "uploads"), "0");
      strictEqual(await originCalls(taproom), before);
    },
  ],
  [
    "offers another quality under the video, and brings it at the press of a button",
    async ({ page }) => {
      await page.locator(".tg-button", { hasText: "Sound" }).last().click();
      const sound = page.locator(".tg-audio audio");
      await sound.waitFor();
      await plays(sound);
    },
  ],
  [
    "shows an album as one message",
    async ({ page }) => {
      await click(page, "Carousel");
      const album = page.locator(".tg-album");
      await album.waitFor();
      strictEqual(await album.locator("img").count(), 2);
      await page.waitForFunction(picturesAreThere);
      await plays(album.locator("video"));
    },
  ],
  [
    "is told in words why there is no video",
    async ({ page }) => {
      await click(page, "Private");
      await said(page, "This account is private.").waitFor();
      await verdict(page, "Answered in words");
      await click(page, "Broken link");
      await said(page, "I know TikTok, Instagram and YouTube.").waitFor();
    },
  ],
  [
    "watches a slow video come, and cancels it",
    async ({ page }) => {
      const videos = await page.locator(".tg-video").count();
      await nextPosts(page, "slow", "20 MB");
      await click(page, "TikTok");
      await page.locator(".tg-job[data-stage=in-flight]").waitFor();
      await page.locator(".tg-button", { hasText: "Cancel" }).click();
      await said(page, "Cancelled.").waitFor();
      await page.locator(".tg-button", { hasText: "Cancel" }).waitFor({ state: "detached" });
      strictEqual(await page.locator(".tg-video").count(), videos);
      await nextPosts(page, "fine", "2 MB");
    },
  ],
  [
    "sends a video inline where the bot is not, chosen with the keyboard alone",
    async ({ page }) => {
      await be(page, "Анна");
      await openChat(page, "Bob");
      await page.getByRole("button", { name: "Inline", exact: true }).click();
      await click(page, "TikTok");
      await page.getByRole("option", { name: /Отправить видео из TikTok/ }).waitFor();
      await page.getByRole("combobox", { name: "Message as Анна" }).press("Enter");
      const row = page.locator(".tg-row", { hasText: "via @taproom_video_bot" });
      await row.locator(".tg-video").waitFor();
      await plays(row.locator(".tg-video"));
    },
  ],
  [
    "calls the bot as a guest into a chat where it is not",
    async ({ page }) => {
      await be(page, "Bob");
      await openChat(page, "Анна");
      await page.getByPlaceholder("Message as Bob").fill("hello there");
      await page.keyboard.press("Enter");
      await page.getByText("The bot is not in this chat and hears nothing.").waitFor();
      await page.getByPlaceholder("Message as Bob").fill("");
      await page.getByRole("button", { name: "Guest", exact: true }).click();
      await click(page, "Reel");
      await page.locator(".tg-row", { hasText: "What is this, @taproom_video_bot?" }).waitFor();
      await page.locator(".tg-row:not([data-ours=true]) .tg-video").nth(1).waitFor();
    },
  ],
  [
    "answers in a group, to the message with the link",
    async ({ page }) => {
      await openChat(page, "Friday crew");
      await page
        .getByPlaceholder("Message as Bob")
        .fill("<b>look</b> & see https://youtube.com/shorts/dQw4w9WgXcQ");
      await page.keyboard.press("Enter");
      await page.locator(".tg-row", { hasText: "<b>look</b> & see" }).first().waitFor();
      await page.locator(".tg-row", { hasText: "Video Tap" }).locator(".tg-video").waitFor();
    },
  ],
  [
    "replies to a message, and shows what is replied to",
    async ({ page }) => {
      await page.locator(".tg-row", { hasText: "<b>look</b>" }).first().hover();
      await page.getByRole("button", { name: "Reply to Bob" }).first().click();
      await page.locator(".tg-composer input:focus").waitFor();
      await page.keyboard.type("so good");
      await page.keyboard.press("Enter");
      await page
        .locator(".tg-row", { hasText: "so good" })
        .locator(".tg-quote", { hasText: "look" })
        .waitFor();
    },
  ],
  [
    "lets Telegram be short of patience for three seconds, and gets the answer all the same",
    async ({ page }) => {
      await openChat(page, "Video Tap");
      await page.getByRole("button", { name: "Telegram 429 for 3 s" }).click();
      await page.getByRole("button", { name: "Telegram 429 for 3 s", pressed: true }).waitFor();
      const videos = await page.locator(".tg-video").count();
      await click(page, "Reel");
      await page.locator(".tg-video").nth(videos).waitFor();
      await page.getByRole("button", { name: "Telegram 429 for 3 s", pressed: false }).waitFor();
    },
  ],
  [
    "names everything that can be pressed, played or filled in, in either language and theme",
    async ({ page }) => {
      await page.screenshot({ path: picture });
      await isUsable(page);
    },
  ],
  [
    "fits a phone",
    async ({ page }) => {
      await fitsPhone(page);
      await page.getByRole("button", { name: "Chat", exact: true }).click();
      const room = await page.locator(".tg-frame").boundingBox();
      ok((room?.height ?? 0) > 844 / 2, `only ${room?.height} pixels are left for messages`);
    },
  ],
  [
    "forgets it all when the world is reset",
    async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole("button", { name: "Reset" }).click();
      await page.getByRole("button", { name: "Sure?" }).click();
      await page.getByText("Nothing was said here yet. Send a link").waitFor();
    },
  ],
  ["complains of nothing and asks nobody else", async ({ complaints }) => deepStrictEqual(complaints, [])],
];

export const telegram: Chapter = { picture, steps };

const chatWith = (page: Page, name: string) => page.getByRole("region", { name: `Chat: ${name}` });

/** Text of the messages, and of nothing else. */
const said = (page: Page, words: string) => page.locator(".tg-bubble", { hasText: words });

const click = (page: Page, name: string) =>
  page.locator(".tg-composer").getByRole("button", { name, exact: true }).click();

const be = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^${name} \\d+`) }).click();

const openChat = async (page: Page, name: string) => {
  await page.getByRole("navigation", { name: "Chats" }).getByText(name, { exact: true }).click();
  await chatWith(page, name).waitFor();
};

async function nextPosts(page: Page, ordeal: string, size: string): Promise<void> {
  for (const name of [ordeal, size]) {
    const choice = page.locator(".tg-trouble").getByRole("button", { name, exact: true });
    await choice.click();
    strictEqual(await choice.getAttribute("aria-pressed"), "true");
  }
}

const verdict = (page: Page, words: string) => page.locator(".tg-verdict", { hasText: words }).waitFor();

const figure = (page: Page, name: string) => page.locator(`[data-figure=${name}] dd`).innerText();

/** Time passes in it: what cannot be decoded would stand still. */
async function plays(media: Locator): Promise<void> {
  const readyState = await media.evaluate(play);
  ok(readyState >= 2, `readyState is ${readyState}`);
}

/** What a player of the page can do. */
interface Player {
  muted: boolean;
  readonly currentTime: number;
  readonly readyState: number;
  play(): Promise<void>;
  addEventListener(name: string, listener: () => void): void;
}

/** Runs in the page. */
async function play(player: Player): Promise<number> {
  player.muted = true;
  const advanced = new Promise<void>((resolve, reject) => {
    player.addEventListener("timeupdate", () => player.currentTime > 0.1 && resolve());
    setTimeout(() => reject(new Error(`It stands still at ${player.currentTime}`)), 10_000);
  });
  await player.play();
  await advanced;
  return player.readyState;
}

/** Runs in the page. */
const picturesAreThere = `[...document.querySelectorAll(".tg-album img")]
  .every(({ complete, naturalWidth }) => complete && naturalWidth > 0)`;

async function originCalls(taproom: Taproom): Promise<number> {
  const calls = await fetch(`${taproom.world.url}/calls?service=origin`);
  return ((await calls.json()) as unknown[]).length;
}
