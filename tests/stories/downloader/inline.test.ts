import { describe, expect, it } from "vitest";
import { callsSince } from "../place.ts";
import { Person, PostOf } from "../telegram.ts";
import {
  Chat,
  pressesInline,
  sendsInline,
  startParameterOf,
  typesInline,
  untilMessage,
} from "../telegram-chats.ts";

const getVideo = "⬇ Get the video";

/** A post that somebody has got already. */
async function cachedPost(): Promise<PostOf> {
  const [first, post] = [new Person(), new PostOf()];
  await first.say(post.url);
  await first.untilVideos(1);
  return post;
}

/** How often the job queue was asked for a download of it. */
const jobsFor = async ({ id }: PostOf) =>
  (await callsSince(0, "qstash")).filter(({ body }) => JSON.stringify(body).includes(id)).length;

describe.concurrent("the downloader bot in any chat", () => {
  it("offers a video that it has sent before, to be sent at once", async () => {
    const [post, ann, chat] = [await cachedPost(), new Person(), new Chat()];
    const { answer } = await typesInline(ann, post.url);
    expect(answer.results).toEqual([
      expect.objectContaining({
        type: "video",
        video_file_id: expect.any(String),
        title: expect.stringContaining(post.id),
        caption: expect.stringContaining(post.id),
      }),
    ]);
    expect(answer.cacheTime).toBeGreaterThan(0);

    const { message_id } = await sendsInline(ann, chat, `look: ${post.url}`);
    const sent = (await ann.sees(chat.id)).filter((message) => message.message_id === message_id);
    expect(sent).toMatchObject([{ video: { file_size: 2_000_000 } }]);
    expect(await post.asked()).toMatchObject({ downloads: 1 });

    // Telegram has told the bot of it: it counts.
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 1/);
  });

  it("offers the same of every link to it, whatever its form", async () => {
    const [post, ann] = [await cachedPost(), new Person()];
    const forms = [
      `https://m.tiktok.com/v/${post.id}.html`,
      `tiktok.com/@another/video/${post.id}?is_from_webapp=1`,
      `https://www.tiktok.com/embed/${post.id}`,
    ];
    for (const form of forms) {
      const { answer } = await typesInline(ann, form);
      expect(answer.results).toMatchObject([{ type: "video", id: startParameterOf(post) }]);
    }
  });

  it("turns a message into a video that nobody has asked for before, in that very chat", async () => {
    const [post, ann, chat] = [new PostOf("instagram"), new Person(), new Chat()];
    const { answer } = await typesInline(ann, post.url);
    expect(answer).toMatchObject({
      cacheTime: 0,
      results: [{ type: "article", title: "Send the video from Instagram" }],
    });
    expect(answer.results[0]?.reply_markup?.inline_keyboard.flat()).toMatchObject([{ text: getVideo }]);

    const { message_id } = await sendsInline(ann, chat, post.url);
    const video = await untilMessage(ann, chat, (message) => message.video !== undefined);
    expect(video).toMatchObject({ message_id, caption: expect.stringContaining(post.id) });
    expect(await ann.sees(chat.id)).toHaveLength(1);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
    expect(await ann.hears()).toEqual([]);
  });

  it("does it by the button where Telegram tells nothing of what was chosen", async () => {
    const [post, ann, chat] = [new PostOf(), new Person(), new Chat()];
    const placed = await sendsInline(ann, chat, post.url, { feedback: false });
    expect(await ann.sees(chat.id)).toMatchObject([{ text: expect.stringContaining("will appear here") }]);
    expect(await jobsFor(post)).toBe(0);

    await pressesInline(ann, placed, getVideo);
    const video = await untilMessage(ann, chat, (message) => message.video !== undefined);
    expect(video.message_id).toBe(placed.message_id);
    expect(await ann.sees(chat.id)).toHaveLength(1);
  });

  it("gives one video to whoever chooses it and presses the button too, and to whoever presses besides", async () => {
    const [post, ann, bob, chat] = [new PostOf(), new Person(), new Person("ru"), new Chat()];
    await post.is({ ratePerSecond: 2_000_000 });
    const placed = await sendsInline(ann, chat, post.url);
    await Promise.all([pressesInline(ann, placed, getVideo), pressesInline(bob, placed, getVideo)]);
    await untilMessage(ann, chat, (message) => message.video !== undefined);
    expect(await ann.sees(chat.id)).toHaveLength(1);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
    expect(await jobsFor(post)).toBe(1);
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 1/);
  });

  it("downloads nothing and uses nothing up while somebody types", async () => {
    const [post, ann] = [new PostOf(), new Person()];
    for (const length of [8, 20, 30, -5, -1, post.url.length, post.url.length])
      await typesInline(ann, post.url.slice(0, length));
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 0[^]*left this month: 10 of 10/);
    expect(await post.asked()).toMatchObject({ pages: 0, downloads: 0, bytes: 0 });
    expect(await jobsFor(post)).toBe(0);
  });

  it("says what to type to whoever has typed no link, and its button leads to a welcome", async () => {
    const ann = new Person();
    for (const query of ["", "cats", "https://example.com/cats"]) {
      const { answer } = await typesInline(ann, query);
      expect(answer).toMatchObject({ results: [], button: { text: "Paste a link to a video" } });
    }
    const { answer } = await typesInline(new Person("ru"), "");
    expect(answer.button?.text).toBe("Вставьте ссылку на видео");
    await ann.say(`/start ${answer.button?.start_parameter}`);
    await ann.untilHears(/Send me a link to a video/);
  });

  it("leads to the bot for an album, which no single message can hold", async () => {
    const [post, ann, chat] = [new PostOf("instagram"), new Person(), new Chat()];
    await post.is({ kind: "album" });
    await sendsInline(ann, chat, post.url);
    const told = await untilMessage(ann, chat, ({ text = "" }) => text.includes("Open it in the bot"));
    const [, start = ""] = /https:\/\/t\.me\/taproom_video_bot\?start=([\w-]+)/.exec(told.text ?? "") ?? [];
    expect(start).toBe(startParameterOf(post));

    await ann.say(`/start ${start}`);
    const album = await ann.untilVideos(1);
    expect(album[0]?.media_group_id).toEqual(expect.any(String));

    // It lies at Telegram now, and still does not fit.
    const { answer } = await typesInline(ann, post.url);
    expect(answer.results).toMatchObject([{ type: "article" }]);
    const other = new Chat();
    await sendsInline(ann, other, post.url);
    await untilMessage(ann, other, ({ text = "" }) => text.includes("Open it in the bot"));
  });

  it("says in that very chat why there is no video", async () => {
    const [post, ann, chat] = [new PostOf(), new Person(), new Chat()];
    await post.is({ failure: "private" });
    const { message_id } = await sendsInline(ann, chat, post.url);
    const told = await untilMessage(ann, chat, ({ text = "" }) => text.includes("This account is private"));
    expect(told.message_id).toBe(message_id);
    expect(await ann.sees(chat.id)).toHaveLength(1);
  });
});
