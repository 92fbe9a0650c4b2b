import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { goesWrong, until } from "../place.ts";
import { botId, Person, PostOf, type Seen, telegramCalls } from "../telegram.ts";
import { Chat, delivers, sendsInline, untilMessage } from "../telegram-chats.ts";

const isVideo = ({ video, isDeleted }: Seen) => video !== undefined && !isDeleted;

/** Two people in a group: the first is one of its administrators. */
async function openGroup(language = "en") {
  const [boss, ann] = [new Person(language), new Person(language)];
  const group = await new Chat().has({ administrator: [boss], member: [ann] });
  return { boss, ann, group };
}

const refused = (heard: readonly Seen[]) =>
  heard.filter(({ text = "" }) => text.includes("not there any more"));

type Group = Awaited<ReturnType<typeof openGroup>>;

const settingsIn = ({ boss, group }: Group) =>
  boss.untilHears(/Settings of this chat|Настройки этого чата/, group.id);

const labelsOf = ({ reply_markup: keyboard }: Seen) =>
  keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [];

/** An administrator presses the button that has these words on it. */
async function switches({ boss, group }: Group, words: string): Promise<void> {
  await boss.say("/settings", group.card);
  const opened = await boss.untilHears(/Settings of this chat/, group.id);
  const label = labelsOf(opened).find((each) => each.includes(words)) ?? words;
  await boss.press({ message: opened.message_id, button: label }, group.card);
  await until(
    () => boss.untilHears(/Settings of this chat/, group.id),
    (now) => !labelsOf(now).includes(label),
  );
}

describe.concurrent("the downloader bot in a group", () => {
  it("answers a link with the video, as a reply, and nothing else that is said", async () => {
    const { boss, ann, group } = await openGroup();
    const post = new PostOf();
    for (const text of [
      "hello",
      "see example.com/cats",
      "https://www.tiktok.com/@somebody",
      "@taproom_video_bot hi",
    ])
      await ann.say(text, group.card);
    const { message_id } = await boss.say(`funny: ${post.url} isn't it?`, group.card);
    const [video] = await ann.untilVideos(1, group.id);
    expect(video?.reply_to_message).toMatchObject({ message_id });
    await until(
      () => ann.hears(group.id),
      (heard) => heard.length === 1,
    );
    expect(await ann.hears()).toEqual([]);
  });

  it("answers in the topic in which it was asked", async () => {
    const { ann, group } = await openGroup();
    const post = new PostOf();
    const threadId = randomInt(1_000, 9_000);
    const topic = { is_topic_message: true, message_thread_id: threadId };
    await delivers({ message: { from: ann.card, chat: group.card, text: post.url, ...topic } });
    await ann.untilVideos(1, group.id);
    const written = (await telegramCalls()).filter(({ body }) => Number(body["chat_id"]) === group.id);
    const sent = written.filter(({ method }) => method.startsWith("send"));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ body }) => Number(body["message_thread_id"]) !== threadId)).toEqual([]);
  });

  it("leaves messages alone that are edited, come through a bot, or come from one", async () => {
    const { ann, group } = await openGroup();
    const [edited, viaBot, ofBot, last] = [new PostOf(), new PostOf(), new PostOf(), new PostOf()];
    const usual = { from: ann.card, chat: group.card };
    await delivers({ edited_message: { ...usual, text: edited.url, edit_date: 1 } });
    const other = { id: 4_242, is_bot: true, first_name: "Other", username: "other_bot" };
    await delivers({ message: { ...usual, text: viaBot.url, via_bot: other } });
    await delivers({ message: { ...usual, from: other, text: ofBot.url } });
    await ann.say(last.url, group.card);
    const videos = await ann.untilVideos(1, group.id);
    expect(videos.map(({ caption }) => caption)).toEqual([expect.stringContaining(last.id)]);
    for (const post of [edited, viaBot, ofBot]) expect(await post.asked()).toMatchObject({ pages: 0 });
  });

  it("does not answer what it has put there itself", async () => {
    const { ann, group } = await openGroup();
    const post = new PostOf();
    await sendsInline(ann, group, post.url);
    await untilMessage(ann, group, isVideo);
    await ann.say("/help", group.card);
    await ann.untilHears(/Paste one or several links/, group.id);
    const seen = await ann.sees(group.id);
    expect(seen.filter(isVideo)).toHaveLength(1);
    expect(seen.filter(({ from }) => from?.id === botId)).toHaveLength(1);
  });

  it("lets a member's link be cancelled by that member alone", async () => {
    const { boss, ann, group } = await openGroup();
    const post = new PostOf();
    await post.is({ ratePerSecond: 400_000 });
    await ann.say(post.url, group.card);
    const status = await until(
      () => ann.hears(group.id),
      (heard) => heard.some((each) => labelsOf(each).includes("✖ Cancel")),
    );
    const message = status[0]?.message_id ?? 0;
    expect(await boss.press({ message, button: "✖ Cancel" }, group.card)).toMatchObject({
      answer: { text: "This button is too old. Send me the link again." },
    });
    expect(await ann.hears(group.id)).toMatchObject([{ reply_markup: expect.anything() }]);

    await ann.press({ message, button: "✖ Cancel" }, group.card);
    await ann.untilHears(/Cancelled/, group.id);
    const next = new PostOf();
    await boss.say(next.url, group.card);
    const videos = await boss.untilVideos(1, group.id);
    expect(videos).toMatchObject([{ caption: expect.stringContaining(next.id) }]);
  });

  it("answers links in a channel where it is an administrator", async () => {
    const [ann, channel, post] = [new Person(), new Chat("channel"), new PostOf()];
    await channel.has({});
    await delivers({ channel_post: { chat: channel.card, sender_chat: channel.card, text: "news" } });
    await delivers({
      channel_post: {
        chat: channel.card,
        sender_chat: channel.card,
        text: "today's video",
        entities: [{ type: "text_link", offset: 0, length: 13, url: post.url }],
      },
    });
    const video = await untilMessage(ann, channel, isVideo);
    expect(video.caption).toContain(post.id);
    expect(video.reply_to_message).toBeDefined();
  });

  it("answers a nameless administrator too, and lets them decide", async () => {
    const { ann, group } = await openGroup();
    const nameless = {
      from: { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" },
      chat: group.card,
      sender_chat: group.card,
    };
    await delivers({ message: { ...nameless, text: "/settings" } });
    const opened = await ann.untilHears(/Настройки этого чата/, group.id);
    expect(labelsOf(opened)).toHaveLength(5);
  });
});

describe.concurrent("a group's wishes of the downloader bot", () => {
  it("are changed by its administrators alone", async () => {
    const open = await openGroup();
    const { boss, ann, group } = open;
    await ann.say("/settings", group.card);
    await ann.untilHears(/^Only administrators change the settings of this chat/, group.id);
    expect((await ann.hears(group.id)).flatMap(labelsOf)).toEqual([]);

    await boss.say("/settings@taproom_video_bot", group.card);
    const opened = await settingsIn(open);
    expect(labelsOf(opened)).toEqual([
      "✅ Title and link under a video",
      "✅ Buttons for other qualities",
      "⬜ Delete the message with the link",
      "⬜ Say nothing when it does not work",
      "🌐 Everybody's own language",
    ]);
    const quiet = { message: opened.message_id, data: "s.quiet" };
    expect(await ann.press(quiet, group.card)).toMatchObject({
      answer: { text: "Only administrators change the settings of this chat." },
    });
    expect(labelsOf(await settingsIn(open))).toContain("⬜ Say nothing when it does not work");
    await boss.press(quiet, group.card);
    expect(labelsOf(await settingsIn(open))).toContain("✅ Say nothing when it does not work");
    await boss.press(quiet, group.card);
    expect(labelsOf(await settingsIn(open))).toContain("⬜ Say nothing when it does not work");
  });

  it("are seen to be changed, though Telegram is busy at that moment", async () => {
    const open = await openGroup();
    const parameters = { retry_after: 1 };
    const body = { ok: false, error_code: 429, description: "Too Many Requests: retry after 1", parameters };
    const fault = { channel: String(open.group.id), path: "/editMessageReplyMarkup", times: 2 };
    await goesWrong("telegram", { ...fault, status: 429, body });
    await switches(open, "Title and link");
    expect(labelsOf(await settingsIn(open))[0]).toBe("⬜ Title and link under a video");
  });

  it("are of that group alone", async () => {
    const [one, other] = [await openGroup(), await openGroup()];
    await switches(one, "Title and link");
    await other.boss.say("/settings", other.group.card);
    expect(labelsOf(await settingsIn(other))[0]).toBe("✅ Title and link under a video");
  });

  it("can be a video without words", async () => {
    const open = await openGroup();
    const { ann, group } = open;
    const [before, after] = [new PostOf(), new PostOf()];
    await ann.say(before.url, group.card);
    expect((await ann.untilVideos(1, group.id))[0]?.caption).toContain(before.id);
    await switches(open, "Title and link");
    await ann.say(after.url, group.card);
    const [, video] = await ann.untilVideos(2, group.id);
    expect(video?.caption).toBeUndefined();
    // In private everybody has their own.
    await ann.say(after.url);
    expect((await ann.untilVideos(1))[0]?.caption).toContain(after.id);
  });

  it("can be a video without buttons", async () => {
    const open = await openGroup();
    const { ann, group } = open;
    const [before, after] = [new PostOf("instagram"), new PostOf("instagram")];
    await ann.say(before.url, group.card);
    const [offering] = await ann.untilVideos(1, group.id);
    expect(offering && labelsOf(offering)).toEqual(expect.arrayContaining([expect.stringContaining("480p")]));
    await switches(open, "Buttons for other qualities");
    await ann.say(after.url, group.card);
    const [, video] = await ann.untilVideos(2, group.id);
    expect(video && labelsOf(video)).toEqual([]);
  });

  it("can be silence where there is no video", async () => {
    const open = await openGroup();
    const { ann, group } = open;
    const [before, after, good] = [new PostOf(), new PostOf(), new PostOf()];
    await Promise.all([before, after].map((post) => post.is({ failure: "removed" })));
    await ann.say(before.url, group.card);
    await ann.untilHears(/This video is not there any more/, group.id);
    await switches(open, "Say nothing");
    await ann.say(after.url, group.card);
    await ann.say(good.url, group.card);
    await ann.untilVideos(1, group.id);
    expect(refused(await ann.hears(group.id))).toHaveLength(1);
    // What told how far the video was goes a moment after it has come.
    await until(
      () => ann.hears(group.id),
      (heard) => !heard.some(({ text = "" }) => /Looking|Waiting|Carrying/.test(text)),
    );
    // In private nobody is left without an answer.
    await ann.say(after.url);
    await ann.untilHears(/This video is not there any more/);
  });

  it("can be one language for everybody", async () => {
    const open = await openGroup();
    const { ann, group } = open;
    const [before, after] = [new PostOf(), new PostOf()];
    await Promise.all([before, after].map((post) => post.is({ failure: "removed" })));
    await ann.say(before.url, group.card);
    await ann.untilHears(/This video is not there any more/, group.id);
    await switches(open, "Everybody's own language");
    await ann.say(after.url, group.card);
    await ann.untilHears(/Этого видео больше нет/, group.id);
    expect(await ann.sees(group.id)).not.toContainEqual(
      expect.objectContaining({ text: expect.stringContaining(`${after.id}\nError`) }),
    );
  });

  it("can be that the link goes when the video has come, and only then", async () => {
    const open = await openGroup();
    const { ann, group } = open;
    const [kept, gone, failing, last] = [new PostOf(), new PostOf(), new PostOf(), new PostOf()];
    await failing.is({ failure: "removed" });
    const isGone = async (id: number) =>
      (await ann.sees(group.id)).some(({ message_id, isDeleted }) => message_id === id && isDeleted);

    const first = await ann.say(kept.url, group.card);
    await ann.untilVideos(1, group.id);
    await switches(open, "Delete the message with the link");
    const second = await ann.say(gone.url, group.card);
    await until(
      () => isGone(second.message_id),
      (so) => so,
    );
    expect(await ann.untilVideos(2, group.id)).toHaveLength(2);
    const third = await ann.say(failing.url, group.card);
    await ann.untilHears(/This video is not there any more/, group.id);
    const fourth = await ann.say(last.url, group.card);
    await until(
      () => isGone(fourth.message_id),
      (so) => so,
    );
    expect([await isGone(first.message_id), await isGone(third.message_id)]).toEqual([false, false]);

    // Of a private chat nothing is ever deleted that a person wrote.
    const mine = await ann.say(kept.url);
    await ann.untilVideos(1);
    expect((await ann.sees()).find(({ message_id }) => message_id === mine.message_id)?.isDeleted).toBe(
      false,
    );
  });

  it("give the video also where the bot may not delete the link", async () => {
    const open = await openGroup();
    const { ann, group } = open;
    await switches(open, "Delete the message with the link");
    await group.has({}, "member");
    const [first, second] = [new PostOf(), new PostOf()];
    const { message_id } = await ann.say(first.url, group.card);
    await ann.untilVideos(1, group.id);
    await ann.say(second.url, group.card);
    await ann.untilVideos(2, group.id);
    expect((await ann.sees(group.id)).find((each) => each.message_id === message_id)?.isDeleted).toBe(false);
  });
});
