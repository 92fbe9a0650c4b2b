import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askPostgres, askProduct, askWorld, goesWrong, logged, place, until } from "../place.ts";
import { Person, PostOf, telegramCalls } from "../telegram.ts";

/** Far away from the numbers that the world counts up. */
const newUpdateId = () => randomInt(1_000_000_000, 2_000_000_000);

const usualHeaders = () => ({
  "Content-Type": "application/json",
  "X-Telegram-Bot-Api-Secret-Token": place.telegramSecret,
});

const knock = (body: string, headers: Record<string, string> = usualHeaders()): Promise<Response> =>
  fetch(`${place.product}/telegram/downloader`, { method: "POST", body, headers });

const messageOf = (person: Person, text: string, more: object = {}) => ({
  update_id: newUpdateId(),
  message: {
    message_id: randomInt(1_000_000, 2_000_000),
    date: Math.floor(Date.now() / 1_000),
    from: person.card,
    chat: { id: person.id, type: "private", first_name: "Somebody" },
    text,
    ...more,
  },
});

const deliver = (update: object): Promise<{ readonly update_id: number; readonly status: number }> =>
  askWorld("POST", "/telegram/downloader/update", update);

/** Texts the bot has sent to somebody, in order. */
const told = async ({ id }: Person) =>
  (await telegramCalls())
    .filter(({ method, body }) => method === "sendMessage" && Number(body["chat_id"]) === id)
    .map(({ body }) => String(body["text"]));

describe.concurrent("the door of the downloader bot", () => {
  it.each([
    ["without a secret", () => ({})],
    ["with a wrong secret", () => ({ "X-Telegram-Bot-Api-Secret-Token": "not-the-secret" })],
    [
      "with a part of the secret",
      () => ({ "X-Telegram-Bot-Api-Secret-Token": place.telegramSecret.slice(1) }),
    ],
    ["with an empty secret", () => ({ "X-Telegram-Bot-Api-Secret-Token": "" })],
  ])("turns away whoever knocks %s, and nothing happens", async (_, headers) => {
    const ann = new Person();
    const answer = await knock(JSON.stringify(messageOf(ann, "/help")), headers());
    expect(answer.status).toBe(401);

    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 0/);
    expect(await told(ann)).toEqual([expect.stringMatching(/Downloaded: 0/)]);
  });

  it.each(["{", "", "null", "[]", '"update"', '{"message":{}}', '{"update_id":"7"}', '{"update_id":1.5}'])(
    "takes what is no update, so that it comes only once: %j",
    async (body) => {
      const before = logged("telegram.malformed").length;
      expect((await knock(body)).status).toBe(200);
      await until(
        async () => logged("telegram.malformed").length,
        (count) => count > before,
      );
    },
  );

  it("takes nothing that is too large", async () => {
    const ann = new Person();
    const update = messageOf(ann, "/help", { padding: "x".repeat(1_100_000) });
    expect((await knock(JSON.stringify(update))).status).toBe(413);
    await ann.say("/stats");
    await ann.untilHears(/Downloaded/);
    expect(await told(ann)).toHaveLength(1);
  });

  it("answers only what is posted there", async () => {
    const answer = await fetch(`${place.product}/telegram/downloader`, { headers: usualHeaders() });
    expect(answer.status).toBe(404);
  });

  it("takes updates of kinds it does not know, and remembers nobody for them", async () => {
    const ann = new Person();
    const { from, chat } = messageOf(ann, "").message;
    for (const update of [
      { poll_answer: { poll_id: "1", user: from, option_ids: [] } },
      { message_reaction: { chat, message_id: 1, user: from, date: 1, old_reaction: [], new_reaction: [] } },
      { something_new: { from, chat } },
      { message: { message_id: 1, date: 1, from, chat, new_kind_of_content: { from } } },
      { chosen_inline_result: { from, result_id: "of another bot", query: "" } },
      {},
    ])
      expect((await knock(JSON.stringify({ update_id: newUpdateId(), ...update }))).status).toBe(200);
    const knownSince = Date.now();
    await ann.say(new PostOf().url);
    await ann.untilVideos(1);

    // Whoever opens a person's room is written down in it as having come.
    const [row] = await until(
      () =>
        askPostgres(
          "select first_seen_at::text as first_seen from telegram_users where id = $1",
          String(ann.id),
        ),
      (rows) => rows.length === 1,
    );
    expect(new Date(String(row?.["first_seen"])).getTime()).toBeGreaterThanOrEqual(knownSince);
  });

  it("lets an edited message be", async () => {
    const [ann, post] = [new Person(), new PostOf()];
    const { message } = messageOf(ann, post.url, { edit_date: Math.floor(Date.now() / 1_000) });
    expect(await deliver({ edited_message: message })).toMatchObject({ status: 200 });
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 0/);
    expect(await told(ann)).toHaveLength(1);
  });

  it("says once what was asked for in an update that comes again and again", async () => {
    const ann = new Person();
    const update = messageOf(ann, "/help");
    for (let time = 0; time < 3; time++) expect(await deliver(update)).toMatchObject({ status: 200 });
    await ann.say("/stats");
    await ann.untilHears(/Downloaded/);
    expect(await told(ann)).toEqual([
      expect.stringMatching(/^Paste one/),
      expect.stringMatching(/^📊 Downloaded/),
    ]);
  });

  it("gives a video once for an update that comes again and again", async () => {
    const [ann, first, second] = [new Person(), new PostOf(), new PostOf()];
    const update = messageOf(ann, first.url);
    await deliver(update);
    const again = await Promise.all([1, 2, 3].map(() => knock(JSON.stringify(update))));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    await ann.untilVideos(1);
    expect((await knock(JSON.stringify(update))).status).toBe(200);
    await ann.say(second.url);
    const videos = await ann.untilVideos(2);
    expect(videos.map(({ caption }) => caption)).toEqual([
      expect.stringContaining(first.id),
      expect.stringContaining(second.id),
    ]);
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 2/);
  });

  it("lets Telegram bring again what could not be answered just then", async () => {
    const ann = new Person();
    const body = { ok: false, error_code: 500, description: "Internal Server Error" };
    const fault = { channel: String(ann.id), path: "/sendMessage", times: 1 };
    await goesWrong("telegram", { ...fault, status: 500, body });
    const { status, update_id } = await ann.say("/help");
    expect(status).toBe(503);
    await ann.untilHears(/Paste one or several links/);
    expect(logged("telegram.update-failed").filter((line) => line.includes(String(update_id)))).toHaveLength(
      1,
    );

    await goesWrong("telegram", { ...fault, reset: true });
    await ann.say("/referral");
    await ann.untilHears(/Your link/);
    expect(await told(ann)).toHaveLength(4);
  });

  it("does not say again what Telegram refuses for good", async () => {
    const ann = new Person();
    const body = { ok: false, error_code: 400, description: "Bad Request: the text is not nice" };
    await goesWrong("telegram", {
      channel: String(ann.id),
      path: "/sendMessage",
      status: 400,
      body,
      times: 1,
    });
    expect(await ann.say("/help")).toMatchObject({ status: 200 });
    await ann.say("/stats");
    await ann.untilHears(/Downloaded/);
    expect(await told(ann)).toEqual([
      expect.stringMatching(/^Paste one/),
      expect.stringMatching(/^📊 Downloaded/),
    ]);
  });

  it("keeps an update on which our own code fails, and its chat goes on", async () => {
    const ann = new Person();
    const broken = messageOf(ann, "look", {
      entities: [{ type: "text_link", offset: 0, length: 4, url: null }],
    });
    expect(await deliver(broken)).toEqual({ update_id: broken.update_id, status: 200 });
    expect(await ann.say("/stats")).toMatchObject({ status: 200 });
    await ann.untilHears(/Downloaded/);
    const letters = await askProduct("GET", "/api/downloads/dead-letters");
    const { items } = (await letters.json()) as { readonly items: readonly unknown[] };
    expect(items).toContainEqual(
      expect.objectContaining({
        key: `update:${broken.update_id}`,
        what: expect.objectContaining({ update_id: broken.update_id }),
        why: expect.stringMatching(/^TypeError/),
      }),
    );
    expect(await told(ann)).toHaveLength(1);
  });
});
