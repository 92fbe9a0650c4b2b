// Rows D41, D42, D45; sources that break, lie, expire or send something else; bot checks and the back end.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askWorld, logged } from "../place.ts";
import { buttonsOf, cacheChat, Person, type Platform, PostOf, type Seen, settle } from "../telegram.ts";
import { allHear, crowd } from "./crowd.ts";

type Case = readonly [platform: Platform, failure: string, english: string, russian: string];

const final: readonly Case[] = [
  ["tiktok", "removed", "🗑 This video is not there any more.", "🗑 Этого видео больше нет."],
  ["tiktok", "private", "🔒 This account is private.", "🔒 Это закрытый аккаунт."],
  [
    "tiktok",
    "age-restricted",
    "🔞 TikTok shows this only to adults who have signed in.",
    "🔞 TikTok показывает это только взрослым, вошедшим в аккаунт.",
  ],
  [
    "tiktok",
    "removed-or-geo-blocked",
    "🌍 TikTok does not show this: it is gone, or not for our country.",
    "🌍 TikTok это не показывает: удалено или не для нашей страны.",
  ],
  [
    "tiktok",
    "too-long",
    "⌛ This video is too long for me. Watch it there:",
    "⌛ Это видео для меня слишком длинное. Смотрите здесь:",
  ],
  ["tiktok", "no-video", "🖼 There is no video in this post.", "🖼 В этой публикации нет видео."],
  [
    "instagram",
    "login-required",
    "🔒 Instagram shows this only to people who have signed in.",
    "🔒 Instagram показывает это только тем, кто вошёл в аккаунт.",
  ],
  ["instagram", "removed", "🗑 This video is not there any more.", "🗑 Этого видео больше нет."],
  ["instagram", "private", "🔒 This account is private.", "🔒 Это закрытый аккаунт."],
  ["youtube", "private", "🔒 This account is private.", "🔒 Это закрытый аккаунт."],
  [
    "youtube",
    "live",
    "📡 This is live. Come back when it is over.",
    "📡 Это прямой эфир. Приходите, когда он закончится.",
  ],
  ["youtube", "paid", "💳 This has to be paid for.", "💳 Это платная публикация."],
  ["youtube", "drm", "🔐 This video is protected against copying.", "🔐 Это видео защищено от копирования."],
  [
    "youtube",
    "geo-blocked",
    "🌍 YouTube does not show this in our country.",
    "🌍 YouTube не показывает это в нашей стране.",
  ],
  [
    "youtube",
    "age-restricted",
    "🔞 YouTube shows this only to adults who have signed in.",
    "🔞 YouTube показывает это только взрослым, вошедшим в аккаунт.",
  ],
];

/** These may pass: they are tried several times before anybody is told. */
const passing: readonly Case[] = [
  [
    "tiktok",
    "bot-check",
    "🤖 TikTok takes us for a robot just now. Try again later, or watch it there:",
    "🤖 TikTok сейчас принимает нас за робота. Попробуйте позже или смотрите здесь:",
  ],
  [
    "youtube",
    "rate-limited",
    "🚦 YouTube wants a rest from us. Try again in some minutes.",
    "🚦 YouTube просит передышки. Попробуйте через несколько минут.",
  ],
  [
    "instagram",
    "upstream-changed",
    "🛠 Instagram has changed something, and we cannot read it yet. Watch it there:",
    "🛠 Instagram что-то поменял, и мы пока не можем это прочитать. Смотрите здесь:",
  ],
];

async function refusalOf(post: PostOf, language = "en") {
  const person = new Person(language);
  await person.say(post.url);
  const seen = await person.untilHears(/(?:Error|Ошибка) \w+$/);
  expect(await person.hears()).toHaveLength(1);
  return { person, seen, text: seen.text ?? "", errorId: /(\w+)$/.exec(seen.text ?? "")?.[1] };
}

// Half of these stories blame their platform, which would have a rest after five of them on end.
const platforms = ["tiktok", "instagram", "youtube"] as const;
beforeAll(() => Promise.all(platforms.map((platform) => settle(platform, { breaker: { failures: 100 } }))));
afterAll(() => Promise.all(platforms.map((platform) => settle(platform, {}))));

interface Chat {
  readonly messages: readonly Seen[];
}

/** What of a post stands in the cache channel. */
async function inCache(post: PostOf): Promise<readonly Seen[]> {
  const { chats } = await askWorld<{ readonly chats: readonly Chat[] }>(
    "GET",
    `/telegram/state?chat=${cacheChat}`,
  );
  return (chats[0]?.messages ?? []).filter(({ caption = "" }) => caption.includes(post.id));
}

/** Nothing of it is left anywhere. */
async function leftNoTrace(post: PostOf): Promise<void> {
  expect(await inCache(post)).toEqual([]);
  expect(await post.cached()).toEqual({ postgres: [], redis: [] });
}

// What takes three tries comes first: it takes a quarter of a minute, and the others are told meanwhile.
describe.concurrent("a source that goes wrong again and again", () => {
  it("and breaks at 60 %: words, and half a video nowhere", async () => {
    const [person, post] = [new Person(), new PostOf("instagram")];
    await post.is({ failure: "breaks" });
    await person.say(post.url);
    const refusal = await person.untilHears(/📶 Instagram did not answer. Try again a little later./);
    expect(buttonsOf(refusal)).toEqual(["🔁 Try again"]);
    expect(await person.hears()).toHaveLength(1);
    expect(await post.callsOf("qstash")).toHaveLength(3);
    await leftNoTrace(post);
  });

  it("and sends a page instead of the video: words, and no video", async () => {
    const [person, post] = [new Person(), new PostOf("instagram")];
    await post.is({ failure: "html" });
    await person.say(post.url);
    await person.untilHears(/🛠 Instagram has changed something/);
    expect(await person.hears()).toHaveLength(1);
    await leftNoTrace(post);
  });

  it("and never answers: thirty people hear it, each once, after as many tries as for one", async () => {
    const [people, post] = [crowd(30), new PostOf("instagram")];
    await post.is({ failure: "page-500" });
    const heard = await allHear(people, post, ({ text = "" }) => /Error|Ошибка/.test(text));

    expect(heard.flat().map(({ text }) => text)).toEqual(
      people.map(() => expect.stringMatching(/did not answer|не отвечает/)),
    );
    // The policy for what may pass by itself: three tries, each one job.
    expect(await post.callsOf("qstash")).toHaveLength(3);
    expect(await post.uploads()).toBe(0);
  });
});

describe.concurrent("a video that cannot be had now", () => {
  it.each(passing)(
    "of %s, for there is %s: its person hears why, and may try again",
    async (platform, failure, english, russian) => {
      const post = new PostOf(platform);
      await post.is({ failure });
      const { person, seen, text, errorId } = await refusalOf(post);
      expect(text.split("\n")).toEqual([english, post.page, `Error ${errorId}`]);
      expect(buttonsOf(seen)).toEqual(["🔁 Try again"]);

      const before = await post.asked();
      const next = await refusalOf(post, "ru-RU");
      expect(next.text.split("\n")).toEqual([russian, post.page, `Ошибка ${errorId}`]);
      expect(buttonsOf(next.seen)).toEqual(["🔁 Попробовать ещё раз"]);
      await person.press({ message: seen.message_id, button: "🔁 Try again" });
      await person.untilCount(2);
      expect(await post.asked()).toEqual(before);
    },
  );
});

describe.concurrent("a source that goes wrong once", () => {
  it.each(["breaks", "lies", "cdn-403", "cdn-500"])(
    "and %s: the whole video comes all the same",
    async (failure) => {
      // Of TikTok, whose files always flow through our hands.
      const [person, post] = [new Person(), new PostOf()];
      await post.is({ failure, times: 1 });
      await person.say(post.url);
      const [video] = await person.untilVideos();
      expect(video?.video?.file_size).toBe(2_000_000);
      expect(await inCache(post)).toHaveLength(1);
      expect(await post.asked()).toMatchObject({ downloads: 2 });
      expect((await person.sees()).filter(({ text = "" }) => /Error/.test(text))).toEqual([]);
    },
  );

  it("and sends more than it said: what it said comes", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({ failure: "lies", at: 1.4, times: 1 });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.video?.file_size).toBe(2_000_000);
    expect(await inCache(post)).toHaveLength(1);
  });

  it("and gives out links that have expired: new ones are asked for", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({ failure: "expired", times: 1 });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.video?.file_size).toBe(2_000_000);
    expect(await post.asked()).toMatchObject({ pages: 2, downloads: 1 });
  });
});

describe.concurrent("a platform that wants a proof of being human", () => {
  it("gets none: the back end gives the video", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({ failure: "bot-check", only: "native" });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(post.page);
    const hosts = (await post.callsOf("origin")).map(({ host }) => host);
    expect(hosts).toContain("cobalt.taproom.test");
    // Chrome, Firefox and the embeddable page: each once, and none with a solution.
    expect(hosts.filter((host) => host === "www.tiktok.com")).toHaveLength(3);
  });
});

describe.concurrent("a video that cannot be had", () => {
  it.each(final)("of %s, for it is %s: its person hears why", async (platform, failure, english, russian) => {
    const post = new PostOf(platform);
    await post.is({ failure });
    const { seen, text, errorId } = await refusalOf(post);
    expect(text.split("\n")).toEqual([english, post.page, `Error ${errorId}`]);
    expect(errorId).toMatch(/^[\da-f]{8}$/);
    expect(buttonsOf(seen)).toEqual([]);

    // The next one hears the same at once: nobody is asked again.
    const before = await post.asked();
    const next = await refusalOf(post, "ru");
    expect(next.text.split("\n")).toEqual([russian, post.page, `Ошибка ${errorId}`]);
    expect(await post.asked()).toEqual(before);
    expect(await post.callsOf("qstash")).toHaveLength(1);
  });

  it("is explained in English to whoever speaks neither language", async () => {
    const post = new PostOf();
    await post.is({ failure: "removed" });
    const { text } = await refusalOf(post, "de");
    expect(text).toContain("This video is not there any more.");
  });

  it("is found in the log by the number of the error", async () => {
    const post = new PostOf();
    await post.is({ failure: "removed" });
    const { errorId } = await refusalOf(post);
    const lines = logged(String(errorId)).filter((line) => line.includes("download.failed"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(post.id);
  });

  it("by its short link, for that leads nowhere: its person hears it", async () => {
    const [person, post] = [new Person(), new PostOf()];
    const code = await post.shortCode({ redirect: "https://www.tiktok.com/about" });
    await person.say(`https://vm.tiktok.com/${code}/`);
    await person.untilHears(/🔗 This short link leads nowhere\./);
    expect(await post.asked()).toMatchObject({ pages: 0 });
  });
});
