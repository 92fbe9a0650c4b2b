import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askPostgres, goesWrong, until } from "../place.ts";
import { Person, PostOf, telegramCalls } from "../telegram.ts";
import { callsGuest, Chat, delivers, sendsInline } from "../telegram-chats.ts";

/** Who may block others: TELEGRAM_ADMIN_IDS of the embedded world. */
const admin = 7001;

/** An administrator writes; what stands in their chat afterwards tells of many stories at once. */
const adminSays = (text: string) =>
  delivers({ message: { from: { id: admin, language_code: "en", first_name: "Admin" }, text } });

const untilAdminHears = (words: RegExp) => new Person().untilHears(words, admin);

const messagesTo = async (id: number) =>
  (await telegramCalls()).filter(({ body }) => Number(body["chat_id"]) === id);

describe.concurrent("what one says to the downloader bot", () => {
  it.each([
    ["/start", "en", /^👋 Send me a link to a video on TikTok, Instagram or YouTube Shorts/],
    ["/start", "ru", /^👋 Пришлите ссылку на видео из TikTok, Instagram или YouTube Shorts/],
    ["/help", "en", /TikTok: videos and photo posts[^]*@taproom_video_bot[^]*up to 50 MB a file/],
    ["/help", "ru", /TikTok: видео и фото[^]*@taproom_video_bot[^]*до 50 МБ на файл/],
    [
      "/stats",
      "en",
      /^📊 Downloaded: 0\nToday: 0 · this month: 0\nFree downloads left this month: 10 of 10$/,
    ],
    [
      "/stats",
      "ru",
      /^📊 Скачано: 0\nСегодня: 0 · в этом месяце: 0\nБесплатных загрузок осталось в этом месяце: 10 из 10$/,
    ],
    [
      "/referral",
      "en",
      /^🔗 Your link: https:\/\/t\.me\/taproom_video_bot\?start=ref_\d+\n[^]*5 more free downloads/,
    ],
    [
      "/referral",
      "ru",
      /^🔗 Ваша ссылка: https:\/\/t\.me\/taproom_video_bot\?start=ref_\d+\n[^]*ещё 5 бесплатных/,
    ],
    ["/settings", "en", /^⚙ Settings of this chat$/],
    ["/settings", "ru", /^⚙ Настройки этого чата$/],
    ["hello", "en", /^Send me a link to a video on TikTok, Instagram or YouTube\.$/],
    ["привет", "ru", /^Пришлите ссылку на видео из TikTok, Instagram или YouTube\.$/],
    ["/unheard_of", "en", /^Send me a link to a video/],
    ["https://example.com/video/1", "en", /^I know TikTok, Instagram and YouTube/],
    ["https://example.com/video/1", "ru", /^Я знаю TikTok, Instagram и YouTube/],
    // Russian and English are there; whoever speaks neither is answered in English.
    ["/help", "de", /up to 50 MB a file/],
    ["/help", "ru-RU", /до 50 МБ на файл/],
  ])("%s is answered (%s)", async (text, language, answer) => {
    const ann = new Person(language);
    await ann.say(text);
    await ann.untilHears(answer);
    expect(await ann.hears()).toHaveLength(1);
  });

  it("is answered in a group as well, when it is said to this bot", async () => {
    const [ann, group] = [new Person(), new Chat()];
    await ann.say("/help@another_bot", group.card);
    await ann.say("/stats@taproom_video_bot", group.card);
    await ann.untilHears(/^📊 Downloaded: 0/, group.id);
    expect(await ann.hears(group.id)).toHaveLength(1);
  });

  it("is answered in the language a private chat has chosen", async () => {
    const ann = new Person("en");
    await ann.say("/settings");
    const { message_id } = await ann.untilHears(/Settings of this chat/);
    await ann.press({ message: message_id, data: "s.language" });
    await ann.say("/stats");
    await ann.untilHears(/Скачано: 0/);
    await ann.say("/help");
    await ann.untilHears(/Вставьте одну или несколько ссылок/);
    const post = new PostOf();
    await post.is({ failure: "removed" });
    await ann.say(post.url);
    await ann.untilHears(/Этого видео больше нет/);
    await ann.say("/settings");
    expect(await ann.untilHears(/Настройки этого чата/)).toBeDefined();
  });
});

describe.concurrent("a button of the downloader bot", () => {
  it.each(["x.m123456.0", "s.unheardof", "of another time", "eA", "t:123"])(
    "that is too old is answered with words: %s",
    async (data) => {
      const [ann, pjotr] = [new Person(), new Person("ru")];
      for (const [person, words] of [
        [ann, "This button is too old. Send me the link again."],
        [pjotr, "Кнопка устарела. Пришлите ссылку ещё раз."],
      ] as const) {
        await person.say("/help");
        const { message_id } = await person.untilHears(/@taproom_video_bot/);
        expect(await person.press({ message: message_id, data })).toMatchObject({ answer: { text: words } });
      }
    },
  );

  it("that cancels leaves no doubt of it, though Telegram is busy at that moment", async () => {
    const [ann, slow] = [new Person(), new PostOf()];
    await slow.is({ ratePerSecond: 200_000 });
    await ann.say(slow.url);
    const { message_id } = await ann.untilHears(/Waiting|Looking|Carrying/);
    const parameters = { retry_after: 1 };
    const body = { ok: false, error_code: 429, description: "Too Many Requests: retry after 1", parameters };
    const fault = { channel: String(ann.id), path: "/editMessageText", status: 429, body, times: 3 };
    await goesWrong("telegram", fault);
    await ann.press({ message: message_id, button: "✖ Cancel" });
    const cancelled = await ann.untilHears(/Cancelled/);
    expect(cancelled).toMatchObject({ message_id });
    expect(cancelled.reply_markup).toBeUndefined();
    expect(await ann.press({ message: message_id, data: "x.m1.0" })).toMatchObject({
      answer: { text: expect.stringContaining("too old") },
    });
  });

  it("gives the video again, however old the message is that it stands under", async () => {
    const [ann, post] = [new Person(), new PostOf("instagram")];
    await ann.say(post.url);
    const [video] = await ann.untilVideos(1);
    const button = video?.reply_markup?.inline_keyboard.flat().find(({ text }) => text.includes("480p"));
    expect(button).toBeDefined();
    const pressed = { message: video?.message_id ?? 0, data: button?.callback_data ?? "" };
    await ann.press(pressed);
    const [, smaller] = await ann.untilVideos(2);
    expect(smaller?.video).toMatchObject({ width: 480 });
    await ann.press(pressed);
    await ann.untilVideos(3);
    const rows = await until(
      () => askPostgres("select kind, post from clicks where user_id = $1", String(ann.id)),
      ({ length }) => length === 2,
    );
    expect(rows).toEqual([
      { kind: "button", post: `instagram:${post.id}` },
      { kind: "button", post: `instagram:${post.id}` },
    ]);
  });
});

/** What the next /stats says. */
const statsOf = async (person: Person) => {
  const before = (await person.hears()).length;
  await person.say("/stats");
  const heard = await until(
    () => person.hears(),
    ({ length }) => length > before,
  );
  return heard.at(-1)?.text ?? "";
};

describe.concurrent("a friend's link to the downloader bot", () => {
  it("brings its owner five downloads for each newcomer, once", async () => {
    const [ann, bob, carl] = [new Person(), new Person(), new Person()];
    await ann.say("/referral");
    const { text = "" } = await ann.untilHears(/Came so far: 0/);
    const [, parameter = ""] = /start=(ref_\d+)/.exec(text) ?? [];
    await bob.say(`/start ${parameter}`);
    await bob.untilHears(/You came by a friend's link/);
    await bob.untilHears(/^👋 Send me a link/);
    expect(await statsOf(ann)).toContain("15 of 15");

    await bob.say(`/start ${parameter}`);
    const again = {
      message: { from: carl.card, text: `/start ${parameter}` },
      update_id: randomInt(1e9, 2e9),
    };
    for (let time = 0; time < 3; time++) await delivers(again);
    await carl.untilHears(/You came by a friend's link/);
    expect(await statsOf(ann)).toContain("20 of 20");
    await ann.say("/referral");
    await ann.untilHears(/Came so far: 2/);
    expect(await statsOf(bob)).toContain("10 of 10");

    // What is written down waits for what people look at, such as a video that has come.
    await ann.say(new PostOf().url);
    const rows = await until(
      () => askPostgres("select user_id from referrals where referrer_id = $1", String(ann.id)),
      ({ length }) => length === 2,
    );
    expect(rows.map(({ user_id: id }) => Number(id)).toSorted()).toEqual([bob.id, carl.id].toSorted());
    const [row] = await until(
      () => askPostgres("select bonus from telegram_users where id = $1", String(ann.id)),
      (found) => found[0]?.["bonus"] === 10,
    );
    expect(row).toEqual({ bonus: 10 });
  });

  it("brings nothing for oneself, for whoever came by another's, or has got a video before", async () => {
    const [ann, other, bob, carl] = [new Person(), new Person(), new Person(), new Person()];
    for (const person of [ann, other]) await person.say("/help");
    await ann.say(`/start ref_${ann.id}`);
    await bob.say(`/start ref_${other.id}`);
    await bob.untilHears(/You came by a friend's link/);
    await bob.say(`/start ref_${ann.id}`);
    await carl.say(new PostOf().url);
    await carl.untilVideos(1);
    await carl.say(`/start ref_${ann.id}`);
    await carl.untilHears(/^👋 Send me a link/);
    expect(await statsOf(ann)).toContain("10 of 10");
    expect(await statsOf(other)).toContain("15 of 15");
    expect((await carl.hears()).filter(({ text = "" }) => text.includes("friend"))).toEqual([]);
  });

  it("of nobody is as good as none", async () => {
    const [ann, nobody] = [new Person(), new Person()];
    await ann.say(`/start ref_${nobody.id}`);
    await ann.untilHears(/^👋 Send me a link/);
    expect(await ann.hears()).toHaveLength(1);
    expect(await statsOf(nobody)).toContain("10 of 10");
  });
});

describe.concurrent("whoever is blocked by an administrator", () => {
  it("hears nothing, and is heard again afterwards", async () => {
    const [ann, group, chat, elsewhere] = [new Person(), new Chat(), new Chat(), new Chat()];
    const [post, later] = [new PostOf(), new PostOf()];
    await ann.say("/help");
    await ann.untilHears(/Paste one/);
    await adminSays(`/block ${ann.id}`);
    await untilAdminHears(new RegExp(`${ann.id} (is blocked|заблокирован)`));

    const before = (await messagesTo(ann.id)).length;
    for (const text of [
      post.url,
      "/help",
      "/stats",
      "hello",
      `/start instagram_${post.id.slice(0, 11)}`,
      "/settings",
    ])
      expect(await ann.say(text)).toMatchObject({ status: 200 });
    await ann.say(post.url, group.card);
    await ann.say("/help", group.card);
    await sendsInline(ann, chat, post.url);
    await callsGuest(ann, elsewhere, `@taproom_video_bot ${post.url}`);

    await adminSays(`/unblock ${ann.id}`);
    await untilAdminHears(new RegExp(`${ann.id} (is not blocked|больше не заблокирован)`));
    await ann.say(later.url);
    const videos = await ann.untilVideos(1);
    expect(videos.map(({ caption }) => caption)).toEqual([expect.stringContaining(later.id)]);
    expect(await post.asked()).toMatchObject({ pages: 0, downloads: 0 });
    expect(
      (await messagesTo(ann.id))
        .slice(before)
        .filter(({ body }) => /Paste|Downloaded: |Send me/.test(String(body["text"]))),
    ).toEqual([]);
    expect(await messagesTo(group.id)).toEqual([]);
    expect(await ann.sees(elsewhere.id)).toHaveLength(1);
  });

  it("is blocked by nobody else", async () => {
    const [ann, bob] = [new Person(), new Person()];
    await bob.say("/help");
    await ann.say(`/block ${bob.id}`);
    await ann.untilHears(/^Send me a link to a video/);
    expect(await statsOf(bob)).toContain("Downloaded: 0");
  });

  it("is somebody the bot knows", async () => {
    const nobody = new Person();
    await adminSays(`/block ${nobody.id}`);
    await untilAdminHears(
      new RegExp(`(I do not know the user ${nobody.id}|Пользователя ${nobody.id} я не знаю)`),
    );
    await nobody.say("/help");
    await nobody.untilHears(/Paste one/);
    await adminSays("/block someone");
    expect(
      await untilAdminHears(/(I do not know the user someone|Пользователя someone я не знаю)/),
    ).toBeDefined();
  });
});
