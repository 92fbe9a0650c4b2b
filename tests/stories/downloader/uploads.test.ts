// Rows D26 and D28, and how the bytes get to Telegram.
import { describe, expect, it } from "vitest";
import { place } from "../place.ts";
import { type BotCall, buttonsOf, Person, PostOf, type Seen } from "../telegram.ts";

/** The only upload there was, and what came of it. */
async function uploaded(post: PostOf, person = new Person()): Promise<{ call: BotCall; seen: Seen }> {
  await person.say(post.url);
  const [seen] = await person.untilVideos();
  const calls = (await post.uploadCalls()).filter(({ status }) => status === 200);
  expect(calls).toHaveLength(1);
  return { call: calls[0] as BotCall, seen: seen as Seen };
}

async function bytesOf({ files }: Seen): Promise<Buffer> {
  const answer = await fetch(`${place.world}${files[0]?.url}`);
  return Buffer.from(await answer.arrayBuffer());
}

describe.concurrent("a video on its way to Telegram", () => {
  it("flows with its exact length, its shape, and a picture", async () => {
    const post = new PostOf();
    await post.is({ duration: 17 });
    const { call, seen } = await uploaded(post);
    expect(call).toMatchObject({
      method: "sendVideo",
      body: {
        width: "720",
        height: "1280",
        duration: "17",
        supports_streaming: "true",
        video: { name: "video.mp4", bytes: 2_000_000, sha256: expect.any(String) },
        thumbnail: { name: "thumbnail.jpg", bytes: expect.any(Number) },
      },
    });
    const { thumbnail } = call.body as { readonly thumbnail: { readonly bytes: number } };
    expect(thumbnail.bytes).toBeGreaterThan(0);
    expect(thumbnail.bytes).toBeLessThanOrEqual(200_000);
    // The world takes no body that is shorter or longer than it said; one in chunks would have said nothing.
    expect(call.announced).toBeGreaterThan(2_000_000);
    expect(seen.video).toMatchObject({ width: 720, height: 1_280, duration: 17, file_size: 2_000_000 });
  });

  it("is the video, byte by byte", async () => {
    const post = new PostOf();
    const { seen } = await uploaded(post);
    const bytes = await bytesOf(seen);
    expect(bytes.length).toBe(2_000_000);
    expect(bytes.toString("latin1", 4, 8)).toBe("ftyp");
    // Every four kilobytes of the file say whose it is, and where in it one is.
    const places = bytes.toString("latin1").match(new RegExp(`tiktok:${post.id}:v720 \\d+`, "g")) ?? [];
    expect(places.map((each) => Number(each.split(" ")[1]))).toEqual(places.map((_, nth) => nth));
    expect(places.length).toBeGreaterThan(400);
  });

  it("of Instagram is fetched by Telegram itself, and never flows through our hands", async () => {
    const post = new PostOf("instagram");
    const { call, seen } = await uploaded(post);
    expect(call).toMatchObject({
      method: "sendVideo",
      body: {
        video: expect.stringMatching(/^https:\/\/[\w.-]+\.cdninstagram\.com\//),
        supports_streaming: true,
      },
    });
    expect(seen.video).toMatchObject({ width: 720, height: 1_280, duration: 2, file_size: 2_000_000 });
    expect(await post.asked()).toMatchObject({ downloads: 1 });
  });

  it("of Instagram flows through our hands where it is too large for Telegram to fetch", async () => {
    const post = new PostOf("instagram");
    await post.is({ bytes: 24_000_000 });
    const { call, seen } = await uploaded(post);
    expect(call.body).toMatchObject({ video: { bytes: 24_000_000 }, width: "720" });
    expect(call.announced).toBeGreaterThan(24_000_000);
    expect(seen.video).toMatchObject({ file_size: 24_000_000, width: 720, height: 1_280 });
  });

  it("of Instagram flows through our hands where Telegram could not fetch it", async () => {
    const post = new PostOf("instagram");
    await post.is({ failure: "cdn-403", times: 1 });
    const { call, seen } = await uploaded(post);
    expect(call.body).toMatchObject({ video: { bytes: 2_000_000 } });
    expect(seen.video).toMatchObject({ file_size: 2_000_000 });
    expect(await post.uploads()).toBe(2);
  });

  it("of YouTube comes from the back end, and YouTube itself is not asked", async () => {
    const post = new PostOf("youtube");
    const { seen } = await uploaded(post);
    expect(seen.video?.file_size).toBeGreaterThan(0);
    const hosts = new Set((await post.callsOf("origin")).map(({ host }) => host));
    expect([...hosts]).toEqual(["cobalt.taproom.test"]);
  });
});

describe.concurrent("the caption of a video", () => {
  it("bears title, author and link", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({ title: "Кот 🐈 и #пиво", author: "cat.lover" });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.caption).toBe(`Кот 🐈 и #пиво\n\ncat.lover\n${post.page}`);
  });

  it("is never too long for Telegram, and keeps author and link", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({ title: "🐈 мяу ".repeat(400), author: "cat.lover" });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    const caption = video?.caption ?? "";
    expect(caption.length).toBeLessThanOrEqual(1_024);
    expect(caption.length).toBeGreaterThan(1_000);
    expect(caption).toMatch(/^🐈 мяу 🐈/);
    expect(caption.endsWith(`…\n\ncat.lover\n${post.page}`)).toBe(true);
    expect(caption.isWellFormed()).toBe(true);
  });

  it("is shown as it was written, whatever it looks like", async () => {
    const [person, post] = [new Person(), new PostOf()];
    const title = "<b>bold</b> *stars* _lines_ [link](https://example.com) &amp; \\";
    await post.is({ title });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(title);
  });

  it("is off where its chat wants none, and so are the buttons", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await person.say("/settings");
    const settings = await person.untilHears(/Settings of this chat/);
    await person.press({ message: settings.message_id, button: "✅ Title and link under a video" });
    await person.untilButton(/^⬜ Title and link/);
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.caption ?? "").toBe("");

    await person.press({ message: settings.message_id, button: "✅ Buttons for other qualities" });
    await person.untilButton(/^⬜ Buttons/);
    await person.say(post.url);
    const [, bare] = await person.untilVideos(2);
    expect(bare && buttonsOf(bare)).toEqual([]);
    expect(video && buttonsOf(video)).not.toEqual([]);
  });
});
