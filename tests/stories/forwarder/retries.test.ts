/** What a reader sees when Telegram refuses, fails, or takes a post and does not say so. */
import { describe, expect, it } from "vitest";
import { askPostgres, askProduct, type Fault, goesWrong, until } from "../place.ts";
import { carry, ChatRoom, deadLettersOf, wordsOf } from "./chats.ts";

const open = () => ChatRoom.open();

async function pair(settings: object = {}): Promise<readonly [ChatRoom, ChatRoom]> {
  const [source, target] = [await open(), await open()];
  await carry([source], [target], settings);
  return [source, target];
}

/** Copies into this chat go wrong, as often as it is said. */
const failing = ({ id }: ChatRoom, fault: Fault) =>
  goesWrong("telegram", { channel: String(id), path: "/copyMessage", ...fault });

const numbered = (count: number) => Array.from({ length: count }, (_, number) => `This is post ${number}`);

const retried = (path: string, body?: object) =>
  askProduct("POST", `/api/forwarder/dead-letters${path}`, body);

/** How long after each call the next one began, in milliseconds. */
async function pausesOf(chat: ChatRoom): Promise<readonly number[]> {
  const calls = await chat.calls("copyMessage");
  return calls.slice(1).map(({ at }, place) => at - (calls[place]?.at ?? at));
}

const deadIn = (target: ChatRoom) =>
  until(
    () => deadLettersOf(target),
    (letters) => letters.length > 0,
    80_000,
  );

describe.concurrent("a chat that Telegram is tired of", () => {
  it("waits exactly as it is told, the others go on, and nothing is lost or changes places", async () => {
    const [source, tired, ...others] = [await open(), await open(), await open(), await open()] as const;
    await carry([source], [tired, ...others]);
    await failing(tired, { retryAfter: 2, times: 2 });
    for (const post of numbered(6)) await source.post(post);
    for (const other of others) expect(await other.saying(6)).toEqual(numbered(6));
    expect(await tired.saying(6)).toEqual(numbered(6));
    const calls = await tired.calls("copyMessage");
    expect(calls.slice(0, 3).map(({ status }) => status)).toEqual([429, 429, 200]);
    for (const pause of (await pausesOf(tired)).slice(0, 2)) {
      expect(pause).toBeGreaterThanOrEqual(2_000);
      expect(pause).toBeLessThan(6_000);
    }
    const [lastThere] = (await tired.shows()).slice(-1);
    for (const other of others) {
      const [last] = (await other.shows()).slice(-1);
      expect(last?.date).toBeLessThanOrEqual(lastThere?.date ?? 0);
    }
  });

  it("is never given up, however often it is refused", async () => {
    const [source, target] = await pair();
    await failing(target, { retryAfter: 1, times: 8 });
    await source.post("Worth waiting for");
    expect(await target.saying(1)).toEqual(["Worth waiting for"]);
    expect(await deadLettersOf(target)).toEqual([]);
    const [job] = await askPostgres(
      "select attempts from forward_jobs where target_chat = $1",
      `${target.id}`,
    );
    expect(job).toEqual({ attempts: 0 });
  });
});

describe.concurrent("Telegram fails", () => {
  it("and the post comes later, after longer and longer pauses, before those that follow it", async () => {
    const [source, target] = await pair();
    await failing(target, { status: 502, times: 2 });
    for (const post of numbered(3)) await source.post(post);
    expect(await target.saying(3)).toEqual(numbered(3));
    const [first = 0, second = 0] = await pausesOf(target);
    expect(first).toBeGreaterThanOrEqual(3_000);
    expect(second).toBeGreaterThanOrEqual(6_000);
  });

  it("five times, and the post waits for a person, who tries it again", async () => {
    const [source, target] = await pair();
    const mended = await failing(target, { status: 500 });
    await source.post("Better late than never");
    const [letter] = await deadIn(target);
    expect(letter).toMatchObject({ kind: "server", attempts: 5, sourceIds: [expect.any(Number)] });
    expect(await target.calls("copyMessage")).toHaveLength(5);
    await mended();
    // The others do not wait for it.
    await source.post("The next one");
    expect(await target.saying(1)).toEqual(["The next one"]);
    expect(await (await retried(`/${letter?.id}/retry`, {})).json()).toMatchObject({ jobs: 1 });
    expect(await target.saying(2)).toEqual(["The next one", "Better late than never"]);
    expect(await deadLettersOf(target)).toEqual([]);
  });
});

describe.concurrent("Telegram refuses a post for good", () => {
  it.each([
    ["message_gone", "Bad Request: message to copy not found"],
    ["cannot_copy", "Bad Request: message can't be copied"],
    ["too_long", "Bad Request: message caption is too long"],
    ["no_rights", "Bad Request: not enough rights to send text messages to the chat"],
    ["not_member", "Forbidden: bot is not a member of the channel chat"],
    ["chat_not_found", "Bad Request: chat not found"],
    ["topic_missing", "Bad Request: message thread not found"],
    ["media_invalid", "Bad Request: wrong file identifier/HTTP URL specified"],
    ["protected", "Bad Request: message has protected content and can't be copied"],
    ["unknown", "Bad Request: something nobody has heard of"],
  ])("and it is asked once (%s), until a person tries again", async (kind, description) => {
    const [source, target] = await pair();
    const status = description.startsWith("Forbidden") ? 403 : 400;
    const body = { ok: false, error_code: status, description };
    await failing(target, { status, body, times: 1 });
    await source.post("The refused one");
    expect(await deadIn(target)).toMatchObject([
      { kind, attempts: 1, said: expect.stringContaining(description) },
    ]);
    await source.post("The next one");
    expect(await target.saying(1)).toEqual(["The next one"]);
    expect((await target.calls("copyMessage")).map((call) => call.status)).toEqual([status, 200]);
    await retried("/retry", { target: String(target.id) });
    expect(await target.saying(2)).toEqual(["The next one", "The refused one"]);
  });
});

describe.concurrent("Telegram takes a post and the answer is lost", () => {
  const lost: Fault = { late: true, reset: true, times: 1 };

  it("and it may stand there twice, never more, and the owner can see which", async () => {
    const [source, target] = await pair();
    await failing(target, lost);
    for (const post of numbered(3)) await source.post(post);
    expect(await target.sayingLast("This is post 2")).toEqual(["This is post 0", ...numbered(3)]);
    const jobs = await askPostgres(
      "select unsure from forward_jobs where target_chat = $1 order by id",
      `${target.id}`,
    );
    expect(jobs).toEqual([{ unsure: 1 }, { unsure: 0 }, { unsure: 0 }]);
  });

  it("twice, and a person has to look", async () => {
    const [source, target] = await pair();
    await failing(target, { ...lost, times: 2 });
    await source.post("Sent twice, heard of never");
    expect(await deadIn(target)).toMatchObject([{ kind: "unsure", unsure: 2 }]);
    await source.post("The next one");
    expect(await target.sayingLast("The next one")).toEqual([
      "Sent twice, heard of never",
      "Sent twice, heard of never",
      "The next one",
    ]);
  });

  it("and it stands there once where that matters more, and waits for a person", async () => {
    const [source, target] = await pair({ unsure: "hold" });
    await failing(target, lost);
    await source.post("Once or never");
    const [letter] = await deadIn(target);
    expect(letter).toMatchObject({ kind: "unsure", unsure: 1 });
    await source.post("The next one");
    expect(await target.sayingLast("The next one")).toEqual(["Once or never", "The next one"]);
    await retried(`/${letter?.id}/drop`, {});
    expect(await deadLettersOf(target)).toEqual([]);
    expect((await target.shows()).map(wordsOf)).toHaveLength(2);
  });
});
