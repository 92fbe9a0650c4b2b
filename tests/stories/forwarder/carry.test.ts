/** Posts of a source arrive in its targets. */
import { describe, expect, it } from "vitest";
import { askPostgres, askWorld, goesWrong, until } from "../place.ts";
import { carry, ChatRoom, wordsOf } from "./chats.ts";

describe("a mapping that copies", () => {
  it("brings a post, without its author", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    await source.post("Hello, world");
    const [message] = await target.showing(1);
    expect(message).toMatchObject({ text: "Hello, world" });
    expect(message?.forward_origin).toBeUndefined();
  });
});

describe("a mapping that forwards", () => {
  it("brings a post with its author", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { mode: "forward" });
    const {
      message_ids: [id],
    } = await source.post("Hello, world");
    const [message] = await target.showing(1);
    expect(message).toMatchObject({
      text: "Hello, world",
      forward_origin: { type: "channel", chat: { id: source.id }, message_id: id },
    });
  });
});

it("carries from many to many", async () => {
  const sources = [await ChatRoom.open(), await ChatRoom.open()];
  const targets = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
  expect(await carry(sources, targets)).toHaveLength(6);
  for (const [place, source] of sources.entries()) await source.post(`Post of source ${place}`);
  for (const target of targets)
    expect((await target.showing(2)).map(wordsOf).toSorted()).toEqual([
      "Post of source 0",
      "Post of source 1",
    ]);
});

it("carries posts of a source in their order", async () => {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
  await carry([source], [target]);
  const posts = Array.from({ length: 9 }, (_, number) => `Post ${number}`);
  for (const post of posts) await source.post(post);
  expect((await target.showing(9)).map(wordsOf)).toEqual(posts);
});

it.each(["copy", "forward"])("brings an album as one album (%s)", async (mode) => {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
  await carry([source], [target], { mode });
  await source.post({ album: [{ photo: {}, caption: "Three" }, { video: {} }, { photo: {} }] });
  const messages = await target.showing(3);
  expect(messages.map(({ files }) => files[0]?.kind)).toEqual(["photo", "video", "photo"]);
  expect(new Set(messages.map(({ media_group_id: group }) => group)).size).toBe(1);
  expect(messages[0]?.media_group_id).toBeDefined();
});

it("carries at once what two sources post for one target, also where the first one's place in line is told last", async () => {
  const [first, second, target] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
  await carry([first, second], [target]);
  await second.post("There is somebody at work");
  await target.showing(1);

  // The first is in Postgres, and Redis hears of it late: while a worker asks for what the second has put there.
  await goesWrong("redis", { delayMs: 1_000, times: 1 });
  await first.post("First");
  await until(
    () => askPostgres("select id from forward_jobs where target_chat = $1", String(target.id)),
    (jobs) => jobs.length === 2,
  );
  const isQuickAgain = await goesWrong("postgres", { delayMs: 600 });
  await second.post("Second");
  const all = await target.saying(3);
  await isQuickAgain();
  expect(all.slice(1)).toEqual(["First", "Second"]);
});

it("calls one worker for one post, who goes when nothing more comes", async () => {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
  await carry([source], [target]);
  const before = await untilNobodyWorks();
  await source.post("The only one");
  await target.showing(1);
  const after = await untilNobodyWorks();
  expect(after.filter(({ id }) => !before.some((earlier) => earlier.id === id))).toHaveLength(1);
});

/** Waits until all workers that were called have gone; answers all calls. */
const untilNobodyWorks = () =>
  until(
    async () => {
      const calls = await askWorld<readonly Call[]>("GET", "/qstash/messages");
      return calls.filter(({ url }) => url.endsWith("/jobs/deliver"));
    },
    (calls) => calls.every(({ state }) => state !== "waiting" && state !== "in flight"),
  );

/** A worker's, in QStash. */
interface Call {
  readonly id: string;
  readonly url: string;
  readonly state: string;
}
