import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askPostgres, until } from "../place.ts";
import { Person, PostOf } from "../telegram.ts";
import { Chat, delivers, sendsInline, untilMessage } from "../telegram-chats.ts";

const downloadsOf = ({ id }: Person) =>
  askPostgres(
    `select id, post, platform, quality, source, outcome, cached, ended_at >= asked_at as in_order
       from downloads where user_id = $1 order by ended_at, id`,
    String(id),
  );

/** Waits until so many of a person's requests are in the books. */
const untilRows = (person: Person, count: number) =>
  until(
    () => downloadsOf(person),
    ({ length }) => length >= count,
  );

describe.concurrent("the books of the downloader bot", () => {
  it("have the first video of a newcomer, and everything that is known of it", async () => {
    const [ann, post] = [new Person("ru"), new PostOf("instagram")];
    const { update_id } = await ann.say(post.url);
    await ann.untilVideos(1);
    await ann.say("/stats");
    await ann.untilHears(/Скачано: 1\nСегодня: 1 · в этом месяце: 1\n.*9 из 10/);

    expect(await untilRows(ann, 1)).toEqual([
      {
        id: `m${update_id}.0`,
        post: `instagram:${post.id}`,
        platform: "instagram",
        quality: "best",
        source: "message",
        outcome: "delivered",
        cached: false,
        in_order: true,
      },
    ]);
    const [user] = await until(
      () =>
        askPostgres(
          "select name, language, blocked, bonus from telegram_users where id = $1",
          String(ann.id),
        ),
      ({ length }) => length === 1,
    );
    expect(user).toEqual({ name: `Person${ann.id}`, language: "ru", blocked: false, bonus: 0 });
    const uploads = await until(
      () =>
        askPostgres(
          "select quality, platform, title, author from uploads where post = $1",
          `instagram:${post.id}`,
        ),
      ({ length }) => length === 1,
    );
    expect(uploads).toMatchObject([
      { quality: "best", platform: "instagram", title: expect.stringContaining(post.id) },
    ]);
  });

  it("have what came of each request, once, however often Telegram tells of it", async () => {
    const [ann, bob, chat] = [new Person(), new Person(), new Chat()];
    const [good, bad, slow, inline] = [new PostOf(), new PostOf(), new PostOf(), new PostOf()];
    await bad.is({ failure: "private" });
    await slow.is({ ratePerSecond: 300_000 });
    await bob.say(good.url);
    await bob.untilVideos(1);

    const update = {
      update_id: randomInt(1e9, 2e9),
      message: { from: ann.card, text: `${good.url} ${bad.url}` },
    };
    for (let time = 0; time < 3; time++) await delivers(update);
    await ann.untilVideos(1);
    await ann.untilHears(/This account is private/);
    await delivers(update);

    await ann.say(slow.url);
    const status = await ann.untilHears(/Waiting|Looking|Carrying/);
    await ann.press({ message: status.message_id, button: "✖ Cancel" });
    await ann.untilHears(/Cancelled/);
    await sendsInline(ann, chat, inline.url);
    await untilMessage(ann, chat, ({ video }) => video !== undefined);
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 2\nToday: 2 · this month: 2\n.*8 of 10/);

    const rows = (await untilRows(ann, 4)).map(({ post, source, outcome, cached }) => [
      post,
      source,
      outcome,
      cached,
    ]);
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        [`tiktok:${good.id}`, "message", "delivered", true],
        [`tiktok:${bad.id}`, "message", "private", false],
        [`tiktok:${slow.id}`, "message", "cancelled", false],
        [`tiktok:${inline.id}`, "inline", "delivered", false],
      ]),
    );
  });

  it("have every button that was pressed and every link that was followed, once", async () => {
    const [ann, post] = [new Person(), new PostOf("instagram")];
    await ann.say(post.url);
    const [video] = await ann.untilVideos(1);
    const button = video?.reply_markup?.inline_keyboard.flat()[0]?.callback_data ?? "";
    const [pressed, followed] = [randomInt(1e9, 2e9), randomInt(1e9, 2e9)];
    const callback = {
      update_id: pressed,
      callback_query: {
        from: ann.card,
        data: button,
        message: { message_id: video?.message_id, date: 1, chat: { id: ann.id, type: "private" } },
      },
    };
    const start = { update_id: followed, message: { from: ann.card, text: `/start instagram_${post.id}` } };
    for (let time = 0; time < 2; time++) for (const update of [callback, start]) await delivers(update);
    await ann.untilVideos(3);

    const rows = await until(
      () => askPostgres("select id, kind, post from clicks where user_id = $1 order by kind", String(ann.id)),
      ({ length }) => length >= 2,
    );
    expect(rows).toEqual([
      { id: `update:${pressed}`, kind: "button", post: `instagram:${post.id}` },
      { id: `update:${followed}`, kind: "deep-link", post: `instagram:${post.id}` },
    ]);
    expect(await untilRows(ann, 3)).toHaveLength(3);
  });
});
