// D44, D47 and what the owner may ask of the downloader bot.
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askProduct, askWorld, moveTo, place, until } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { cacheChat, Person, PostOf } from "../telegram.ts";

/** A house that serves one person, and whose cache channel a story may close. */
const friend = new Person();
let close = async () => {};
beforeAll(async () => {
  const taproom = await openTaproom({ DOWNLOAD_ALLOWED_IDS: String(friend.id) }, place.bundle);
  ({ close } = taproom);
  moveTo(taproom.place);
});
afterAll(() => close());

const setUp = async () =>
  (await (await askProduct("POST", "/api/downloads/setup")).json()) as {
    readonly bot: string;
    readonly webhook: string;
    readonly problems: readonly string[];
  };

const bots = (status: string) =>
  askWorld("POST", "/telegram/chats", { chat: { id: cacheChat, type: "channel" }, bots: status });

interface Found {
  readonly items: readonly { readonly id: string; readonly blocked: boolean }[];
}

async function found(): Promise<Found["items"]> {
  const answer = await askProduct("GET", `/api/downloads/users?search=Person${friend.id}`);
  return ((await answer.json()) as Found).items;
}

const block = (blocked: boolean) =>
  askProduct("PUT", `/api/downloads/users/${friend.id}/blocked`, { blocked });

describe("setting the bot up", () => {
  it("tells Telegram where it is, and finds nothing in the way", async () => {
    expect(await setUp()).toEqual({
      bot: "taproom_video_bot",
      webhook: `${place.product}/telegram/downloader`,
      problems: [],
    });
    await friend.say("/help");
    await friend.untilHears(/Paste one or several links/);
  });

  it("finds a cache channel in which the bot may not post, and its administrator hears of it", async () => {
    await bots("member");
    const { problems } = await setUp();
    expect(problems).toEqual([expect.stringContaining(`cannot post to its cache channel ${cacheChat}`)]);
    await friend.untilHears(/не может писать в свой канал-хранилище/, 7_001);
    await bots("administrator");
    expect((await setUp()).problems).toEqual([]);
  });
});

describe("a bot for friends", () => {
  it("serves whom its owner has named, and tells a stranger so", async () => {
    const [stranger, post] = [new Person(), new PostOf()];
    await stranger.say(post.url);
    await stranger.untilHears(/serves only people its owner has invited/);
    expect(await post.asked()).toMatchObject({ pages: 0 });
    await friend.say(post.url);
    await friend.untilVideos();
  });
});

describe("the owner", () => {
  it("has a video forgotten: whoever asks next has it fetched anew", async () => {
    const post = new PostOf();
    const before = (await friend.hears()).filter(({ video }) => video).length;
    await friend.say(post.url);
    await friend.untilVideos(before + 1);
    await post.untilCached("best");
    expect((await askProduct("DELETE", `/api/downloads/uploads/tiktok/${post.id}`)).status).toBe(200);
    await friend.say(post.url);
    await friend.untilVideos(before + 2);
    expect((await post.asked()).downloads).toBe(2);
  });

  it("finds people by name, and blocks them", async () => {
    await until(found, (users) => users.some(({ id }) => id === String(friend.id)));
    expect((await block(true)).status).toBe(200);
    await until(found, ([user]) => user?.blocked === true);
    expect((await block(false)).status).toBe(200);
    const nobody = randomInt(1, 1_000_000);
    const unknown = await askProduct("PUT", `/api/downloads/users/${nobody}/blocked`, { blocked: true });
    expect(unknown.status).toBe(404);
  });

  it.each([
    ["PUT", "/platforms/tiktok/settings", "not JSON"],
    ["PUT", "/platforms/vimeo/settings", "{}"],
    ["PUT", "/platforms/tiktok/settings", '{"enabled":"perhaps"}'],
    ["PUT", "/users/501/blocked", '{"blocked":"yes"}'],
    ["GET", "/users?limit=0", undefined],
    ["DELETE", "/uploads/tiktok/not-an-id", undefined],
  ])("is told what is wrong with %s %s %s", async (method, path, body) => {
    const answer = await fetch(`${place.product}/api/downloads${path}`, {
      method,
      headers: { Authorization: `Bearer ${place.adminToken}` },
      ...(body !== undefined && { body }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "bad-input" });
  });
});
