import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askProduct, moveTo, place, until } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { Person, type Platform, PostOf, telegramCalls } from "../telegram.ts";

/** A house for itself: a platform that has a rest has it for everybody. */
let close = async () => {};
beforeAll(async () => {
  const taproom = await openTaproom({}, place.bundle);
  ({ close } = taproom);
  moveTo(taproom.place);
});
afterAll(() => close());

const admin = 7001;
const newsOf = async (platform: string) =>
  (await telegramCalls())
    .filter(({ method, body }) => method === "sendMessage" && Number(body["chat_id"]) === admin)
    .map(({ body }) => String(body["text"]))
    .filter((text) => text.includes(platform));

const restsFor = (platform: Platform, restSeconds: number) =>
  askProduct("PUT", `/api/downloads/platforms/${platform}/settings`, {
    breaker: { failures: 5, restSeconds },
  });

async function asksFor(post: PostOf, words: RegExp): Promise<void> {
  const ann = new Person();
  await ann.say(post.url);
  await ann.untilHears(words);
}

async function failingPost(platform: Platform, failure: string): Promise<PostOf> {
  const post = new PostOf(platform);
  await post.is({ failure });
  return post;
}

const anyVideo = /author_/;
const hasRest = (platform: string) => new RegExp(`💤 ${platform} has a rest at the moment`);

describe.concurrent("a platform that breaks", () => {
  it("is left alone after five failures on end, its administrator hears of it once, and once when it works", async () => {
    expect((await restsFor("instagram", 5)).status).toBe(200);
    for (let nth = 1; nth <= 5; nth++)
      await asksFor(await failingPost("instagram", "upstream-changed"), /🛠 Instagram has changed something/);

    const good = new PostOf("instagram");
    await asksFor(good, hasRest("Instagram"));
    expect(await good.asked()).toEqual(expect.objectContaining({ pages: 0, downloads: 0 }));
    await until(
      () => newsOf("Instagram"),
      ({ length }) => length === 1,
    );

    // Other platforms go on meanwhile.
    await asksFor(new PostOf("tiktok"), anyVideo);

    await until(
      async () => {
        const [ann, post] = [new Person(), new PostOf("instagram")];
        await ann.say(post.url);
        await ann.untilHears(/author_|💤/);
        return (await ann.hears()).some(({ video }) => video);
      },
      (isBack) => isBack,
    );
    await until(
      () => newsOf("Instagram"),
      ({ length }) => length === 2,
    );
    await asksFor(new PostOf("instagram"), anyVideo);
    expect(await newsOf("Instagram")).toEqual([
      expect.stringMatching(/^⚠ Instagram больше не отдаёт видео: .*Пробую снова каждые 5 с/),
      "✅ Instagram снова работает.",
    ]);
  });

  it("is not said to break because of posts that are gone, nor by four failures", async () => {
    for (let nth = 1; nth <= 6; nth++)
      await asksFor(await failingPost("tiktok", "removed"), /not there any more/);
    for (let nth = 1; nth <= 4; nth++)
      await asksFor(await failingPost("tiktok", "upstream-changed"), /TikTok has changed something/);
    await asksFor(new PostOf("tiktok"), anyVideo);
    for (let nth = 1; nth <= 4; nth++)
      await asksFor(await failingPost("tiktok", "upstream-changed"), /TikTok has changed something/);
    await asksFor(new PostOf("tiktok"), anyVideo);
    expect(await newsOf("TikTok")).toEqual([]);
  });

  it("can be switched off by the owner", async () => {
    expect(
      (await askProduct("PUT", "/api/downloads/platforms/youtube/settings", { enabled: false })).status,
    ).toBe(200);
    const post = new PostOf("youtube");
    await asksFor(post, hasRest("YouTube"));
    expect(await post.asked()).toMatchObject({ pages: 0, downloads: 0 });
    expect(await newsOf("YouTube")).toEqual([]);
  });
});
