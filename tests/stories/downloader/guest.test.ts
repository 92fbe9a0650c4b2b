import { describe, expect, it } from "vitest";
import { Person, PostOf, telegramCalls } from "../telegram.ts";
import { callsGuest, Chat, delivers, untilMessage } from "../telegram-chats.ts";

const isVideo = ({ video }: { readonly video?: unknown }) => video !== undefined;

describe.concurrent("the downloader bot as a guest", () => {
  it("puts the video where it was called, though it is not in that chat", async () => {
    const [post, ann, chat] = [new PostOf(), new Person(), new Chat()];
    await post.is({ ratePerSecond: 2_000_000 });
    await callsGuest(ann, chat, `@taproom_video_bot ${post.url}`);
    expect(await ann.sees(chat.id)).toMatchObject([
      { text: expect.stringContaining(post.url) },
      { text: expect.stringContaining("will appear here") },
    ]);
    const video = await untilMessage(ann, chat, isVideo);
    expect(video.caption).toContain(post.id);
    expect(await ann.sees(chat.id)).toHaveLength(2);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
  });

  it("gives at once what it has sent before, and counts it", async () => {
    const [post, first, ann, chat] = [new PostOf(), new Person(), new Person(), new Chat()];
    await first.say(post.url);
    await first.untilVideos(1);

    await callsGuest(ann, chat, `@taproom_video_bot ${post.url}`);
    expect((await ann.sees(chat.id)).filter(isVideo)).toHaveLength(1);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 1/);
  });

  it("takes the link of the message it is pointed to", async () => {
    const [post, ann, bob, chat] = [new PostOf(), new Person(), new Person(), new Chat()];
    await delivers({
      guest_message: {
        from: ann.card,
        chat: chat.card,
        text: "@taproom_video_bot please",
        reply_to_message: { message_id: 1, date: 1, from: bob.card, chat: chat.card, text: post.url },
      },
    });
    expect((await untilMessage(ann, chat, isVideo)).caption).toContain(post.id);
  });

  it("says nothing where there is no link", async () => {
    const [post, ann, chat] = [new PostOf(), new Person(), new Chat()];
    for (const text of ["hello @taproom_video_bot", "@taproom_video_bot https://example.com/video/7"])
      expect(await callsGuest(ann, chat, text)).not.toHaveProperty("answer");
    await callsGuest(ann, chat, `@taproom_video_bot ${post.url}`);
    await untilMessage(ann, chat, isVideo);
    expect(await ann.sees(chat.id)).toHaveLength(4);
    const answers = (await telegramCalls()).filter(({ method }) => method === "answerGuestQuery");
    expect(answers.filter(({ body }) => JSON.stringify(body).includes(post.id))).toHaveLength(1);
  });

  it("says in its own message why there is no video", async () => {
    const [post, ann, chat] = [new PostOf(), new Person("ru"), new Chat()];
    await post.is({ failure: "removed" });
    await callsGuest(ann, chat, `@taproom_video_bot ${post.url}`);
    await untilMessage(ann, chat, ({ text = "" }) => text.includes("Этого видео больше нет"));
    expect(await ann.sees(chat.id)).toHaveLength(2);
  });
});
