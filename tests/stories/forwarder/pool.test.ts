/** Several bots share the sending; readers see nothing of it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { askWorld, callsSince, moveTo, place, until } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { carry, ChatRoom, wordsOf } from "./chats.ts";

let close: () => Promise<void>;

beforeAll(async () => {
  const taproom = await openTaproom({ TELEGRAM_FORWARDER_POOL: "301:helper" }, place.bundle);
  close = taproom.close;
  moveTo(taproom.place);
});
afterAll(() => close());

/** A chat in which both bots are administrators. */
async function openToBoth(): Promise<ChatRoom> {
  const room = await ChatRoom.open();
  await askWorld("POST", "/telegram/chats", { chat: room.id, bots: { helper1: "administrator" } });
  return room;
}

/** Which bots have called a method since then, for which chat. */
async function callers(since: number, method: string) {
  const calls = await callsSince(since, "telegram");
  return calls.flatMap(({ path, body, status }) => {
    const [, bot, called] = /^\/bot(\d+):[^/]*\/(\w+)$/.exec(path) ?? [];
    return called === method && status === 200
      ? [{ bot, chat: String((body as { chat_id?: unknown }).chat_id) }]
      : [];
  });
}

it("lets each target have one bot of its own, and all of them their share", async () => {
  const since = Date.now();
  const source = await openToBoth();
  const targets = await Promise.all(Array.from({ length: 10 }, openToBoth));
  await carry([source], targets);
  await source.post("First");
  await source.post("Second");
  for (const target of targets) expect((await target.showing(2)).map(wordsOf)).toEqual(["First", "Second"]);
  const sent = await callers(since, "copyMessage");
  expect(new Set(sent.map(({ bot }) => bot))).toEqual(new Set(["300", "301"]));
  expect(new Set(sent.map(({ bot, chat }) => `${bot} ${chat}`)).size).toBe(targets.length);
});

it("brings posts also where the other bots are strangers", async () => {
  const source = await ChatRoom.open();
  const targets = await Promise.all(Array.from({ length: 6 }, () => ChatRoom.open()));
  await carry([source], targets);
  await source.post("Hello");
  for (const target of targets) expect((await target.showing(1)).map(wordsOf)).toEqual(["Hello"]);
});

it("lets the bot that has sent a post edit it", async () => {
  const source = await openToBoth();
  const targets = await Promise.all(Array.from({ length: 6 }, openToBoth));
  await carry([source], targets);
  const {
    message_ids: [id],
  } = await source.post({ photo: {}, caption: "Hello" });
  for (const target of targets) await target.showing(1);
  const since = Date.now();
  await source.edit(id ?? 0, { caption: "Hello, world" });
  for (const target of targets)
    await until(
      () => target.shows(),
      ([message]) => message !== undefined && wordsOf(message) === "Hello, world",
    );
  const edits = [
    ...(await callers(since, "editMessageMedia")),
    ...(await callers(since, "editMessageCaption")),
  ];
  expect(new Set(edits.map(({ bot }) => bot))).toEqual(new Set(["300", "301"]));
});
