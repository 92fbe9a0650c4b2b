// Rows D6, D7, D8, and `message_id` 0.
import { describe, expect, it } from "vitest";
import { askPostgres, askWorld, callsSince, until } from "../place.ts";
import { askRedis, botId, cacheChat, callsTo, Person, PostOf, type Seen } from "../telegram.ts";

const sevenDays = 7 * 24 * 60 * 60;

/** A post that somebody has asked for, and that lies in both caches. */
async function postThatIsThere(platform: "tiktok" | "instagram" = "tiktok") {
  const [person, post] = [new Person(), new PostOf(platform)];
  await person.say(post.url);
  const [video] = await person.untilVideos();
  await post.untilCached();
  return { post, video: video as Seen };
}

const secondsLeft = (post: PostOf) => askRedis<number>("TTL", `upload:${post.key}:best`);

/** All that the product has asked of the outside for a post. */
const trouble = async (post: PostOf) => ({
  asked: await post.asked(),
  uploads: await post.uploads(),
  jobs: (await post.callsOf("qstash")).length,
  ofOrigin: (await post.callsOf("origin")).length,
});

describe.concurrent("a video that somebody has asked for before", () => {
  it.each(["tiktok", "instagram"] as const)("comes at once, from Telegram alone: %s", async (platform) => {
    const { post, video } = await postThatIsThere(platform);
    const before = await trouble(post);
    const person = new Person();
    await person.say(post.url);

    const [again] = await person.untilVideos();
    expect(again?.video?.file_unique_id).toBe(video.video?.file_unique_id);
    expect(again?.caption).toBe(video.caption);
    expect(await trouble(post)).toEqual(before);
    expect((await callsTo(person)).map(({ method }) => method)).toEqual(["sendVideo"]);
  });

  it("is kept for seven days after the last one who wanted it", async () => {
    const { post } = await postThatIsThere();
    const left = await secondsLeft(post);
    expect(left).toBeGreaterThan(sevenDays - 120);
    expect(left).toBeLessThanOrEqual(sevenDays);

    await askRedis("EXPIRE", `upload:${post.key}:best`, 1_000);
    const person = new Person();
    await person.say(post.url);
    await person.untilVideos();
    expect(await secondsLeft(post)).toBeGreaterThan(sevenDays - 120);
  });

  it("comes at once although it was forgotten for a week, and is kept for seven days again", async () => {
    const { post } = await postThatIsThere();
    const before = await trouble(post);
    await until(
      () => askPostgres("select 1 from uploads where post = $1", post.key),
      (rows) => rows.length === 1,
    );
    await askRedis("DEL", `upload:${post.key}:best`);
    const person = new Person();
    await person.say(post.url);

    await person.untilVideos();
    expect(await trouble(post)).toEqual(before);
    await until(
      () => secondsLeft(post),
      (left) => left > sevenDays - 120,
    );
  });

  it("comes at once by its short link too, which is followed once", async () => {
    const post = new PostOf();
    const link = `https://vt.tiktok.com/${await post.shortCode()}/`;
    const [ann, bob] = [new Person(), new Person()];
    await ann.say(link);
    await ann.untilVideos();
    await bob.say(link);
    await bob.untilVideos();

    const followed = (await callsOfLink(link)).length;
    expect(followed).toBe(1);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
  });

  it("is fetched anew when Telegram has lost it, and its person sees the video only", async () => {
    const { post, video } = await postThatIsThere();
    await askWorld("POST", `/telegram/files/${video.video?.file_id}/expire`);
    const person = new Person();
    await person.say(post.url);

    const [healed] = await person.untilVideos();
    expect(healed?.video?.file_id).not.toBe(video.video?.file_id);
    expect(healed?.video?.file_unique_id).toBe(video.video?.file_unique_id);
    // What told how far it was goes.
    const seen = await until(
      () => person.sees(),
      (messages) => left(messages).length === 1,
    );
    expect(seen.filter(({ text = "" }) => /Error|again|later/.test(text))).toEqual([]);
    expect(await post.asked()).toMatchObject({ downloads: 2 });
    expect(await post.uploads()).toBe(2);

    const before = await trouble(post);
    const next = new Person();
    await next.say(post.url);
    expect((await next.untilVideos())[0]?.video?.file_id).toBe(healed?.video?.file_id);
    expect(await trouble(post)).toEqual(before);
  });

  it("is fetched anew once, however many find out at once that Telegram has lost it", async () => {
    const { post, video } = await postThatIsThere();
    await askWorld("POST", `/telegram/files/${video.video?.file_id}/expire`);
    const people = Array.from({ length: 8 }, () => new Person());
    await Promise.all(people.map((person) => person.say(post.url)));
    await Promise.all(people.map((person) => person.untilVideos()));
    expect(await post.asked()).toMatchObject({ downloads: 2 });
    expect(await post.uploads()).toBe(2);
  });

  it("comes although Telegram gave no number of its message", async () => {
    const chat = { id: cacheChat, type: "channel" };
    await askWorld("POST", "/telegram/chats", { chat, holdsVideosBack: true });
    const { post, video } = await postThatIsThere();
    await askWorld("POST", "/telegram/chats", { chat, holdsVideosBack: false });
    const [row] = await askPostgres("select upload from uploads where post = $1", post.key);
    expect(row?.["upload"]).toMatchObject({ messageId: 0 });

    const before = await trouble(post);
    const person = new Person();
    await person.say(post.url);
    const [again] = await person.untilVideos();
    expect(again?.video?.file_unique_id).toBe(video.video?.file_unique_id);
    expect(await trouble(post)).toEqual(before);
  });
});

const left = (messages: readonly Seen[]) =>
  messages.filter(({ from, isDeleted }) => from?.id === botId && !isDeleted);

async function callsOfLink(link: string) {
  const { pathname } = new URL(link);
  return (await callsSince(0, "origin")).filter(({ path }) => path === pathname);
}
