/** When posts come: after a delay, not too many a minute, not in quiet hours; always in their order. */
import { describe, expect, it } from "vitest";
import { askProduct, until } from "../place.ts";
import { carry, ChatRoom, wordsOf } from "./chats.ts";

const open = (chat: Readonly<Record<string, unknown>> = {}) => ChatRoom.open(chat);

const numbered = (count: number) => Array.from({ length: count }, (_, number) => `This is post ${number}`);

const startsOf = async (chat: ChatRoom): Promise<readonly number[]> =>
  (await chat.calls("copyMessage")).map(({ at }) => at);

const pausesBetween = (moments: readonly number[]): readonly number[] =>
  moments.slice(1).map((moment, place) => moment - (moments[place] ?? moment));

/** The minute after this one, or the next if it is about to begin; as a clock in Tokyo shows it. */
function soon(): { readonly end: number; readonly to: string; readonly from: string } {
  const end = Math.ceil((Date.now() + 15_000) / 60_000) * 60_000;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Tokyo",
    hour: "2-digit",
    minute: "2-digit",
  });
  return { end, to: clock.format(end), from: clock.format(end - 3_600_000) };
}

describe.concurrent("a mapping that waits", () => {
  it("brings each post so long after it was posted, and in order", async () => {
    const [source, target] = [await open(), await open()];
    await carry([source], [target], { delaySeconds: 4 });
    const posted: number[] = [];
    for (const post of numbered(3)) {
      posted.push(Date.now());
      await source.post(post);
    }
    expect(await target.saying(3)).toEqual(numbered(3));
    for (const [place, at] of (await startsOf(target)).entries()) {
      expect(at - (posted[place] ?? at)).toBeGreaterThanOrEqual(3_900);
      expect(at - (posted[place] ?? at)).toBeLessThan(20_000);
    }
  });

  it("lets nothing pass what waits longer, also when it is told to wait no more", async () => {
    const [source, target] = [await open(), await open()];
    const [id] = await carry([source], [target], { delaySeconds: 6 });
    await source.post("Posted while it waited");
    await askProduct("PATCH", `/api/mappings/${id}`, { delaySeconds: 0 });
    await source.post("Posted afterwards");
    expect(await target.saying(2)).toEqual(["Posted while it waited", "Posted afterwards"]);
  });

  it("does not hold up another mapping to the same target", async () => {
    const [slow, quick, target] = [await open(), await open(), await open()];
    await carry([slow], [target], { delaySeconds: 6 });
    await carry([quick], [target]);
    await slow.post("The slow one");
    await quick.post("The quick one");
    expect(await target.saying(2)).toEqual(["The quick one", "The slow one"]);
  });
});

describe.concurrent("a mapping that takes so many a minute", () => {
  it("lets them come one at a time, in order, and others go on", async () => {
    const [source, capped, other] = [await open(), await open(), await open()];
    await carry([source], [capped], { perMinute: 20 });
    await carry([source], [other]);
    for (const post of numbered(4)) await source.post(post);
    expect(await other.saying(4)).toEqual(numbered(4));
    const before = (await capped.shows()).length;
    expect(before).toBeLessThan(4);
    expect(await capped.saying(4)).toEqual(numbered(4));
    for (const pause of pausesBetween(await startsOf(capped))) expect(pause).toBeGreaterThanOrEqual(2_900);
  });
});

describe.concurrent("a group", () => {
  it("gets ten at once and then one every three seconds, as Telegram wants", async () => {
    const [source, target] = [await open(), await open({ type: "supergroup" })];
    await carry([source], [target]);
    for (const post of numbered(13)) await source.post(post);
    expect(await target.saying(13)).toEqual(numbered(13));
    const starts = await startsOf(target);
    // Whoever is late with one may be quicker with the next: what counts is how many there were since the first.
    for (const [before, at] of starts.entries())
      expect(at - (starts[0] ?? at)).toBeGreaterThanOrEqual((before - 10) * 3_000 - 500);
  });
});

describe.concurrent("quiet hours", () => {
  it("let nothing through until they are over, and then everything in order", async () => {
    const [source, quiet, loud] = [await open(), await open(), await open()];
    const { end, from, to } = soon();
    await carry([source], [quiet], { quietHours: { from, to }, timeZone: "Asia/Tokyo" });
    await carry([source], [loud]);
    for (const post of numbered(3)) await source.post(post);
    expect(await loud.saying(3)).toEqual(numbered(3));
    expect(await quiet.shows()).toEqual([]);
    const said = await until(
      async () => (await quiet.shows()).map(wordsOf),
      (words) => words.length === 3,
      80_000,
    );
    expect(said).toEqual(numbered(3));
    for (const at of await startsOf(quiet)) expect(at).toBeGreaterThanOrEqual(end);
  }, 120_000);

  it("of another time zone are none here", async () => {
    const [source, target] = [await open(), await open()];
    const { from, to } = soon();
    // Half a day away from Tokyo.
    await carry([source], [target], { quietHours: { from, to }, timeZone: "America/Sao_Paulo" });
    await source.post("Good morning, Brazil");
    expect(await target.saying(1)).toEqual(["Good morning, Brazil"]);
  });
});
