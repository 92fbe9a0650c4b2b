import { describe, expect, it } from "vitest";
import { instant } from "#kernel/clock";
import type { Arrival } from "./arrival.ts";
import { nextOf, type Waiting } from "./gather.ts";
import { aMessage, aPhoto, aText } from "./rehearsal.ts";

const at = (order: number, arrival: Arrival): Waiting => ({ order: instant(order), arrival });
const message = (order: number, id: number, groupId?: string) =>
  at(order, {
    is: "message",
    key: `message:${id}`,
    hops: 0,
    message: aMessage(id, groupId ? aPhoto(`Photo ${id}`) : aText(`Post ${id}`), groupId ? { groupId } : {}),
  });
const edit = (order: number, id: number, text: string) =>
  at(order, { is: "edit", key: `edit:${order}`, hops: 0, message: aMessage(id, aText(text)) });
const album = (count: number, first = 0) =>
  Array.from({ length: count }, (_, place) => message(first + place, place + 1, "album"));
const next = (waiting: readonly Waiting[], now: number, ...awakenings: readonly number[]) =>
  nextOf(waiting, instant(now), [0, ...awakenings].map(instant));
const idsOf = (waiting: readonly Waiting[], now: number, ...awakenings: readonly number[]) => {
  const found = next(waiting, now, ...awakenings);
  return found.is === "post" ? found.post.messages.map(({ id }) => id) : found.is;
};

describe("what comes next in a source", () => {
  it("is nothing where nothing waits", () => {
    expect(next([], 0)).toEqual({ is: "nothing" });
  });

  it("is a single message, at once", () => {
    expect(idsOf([message(0, 7), message(1, 8)], 1)).toEqual([7]);
  });

  it("is an album when it has been quiet for a second and a half", () => {
    expect(next(album(3), 1_501)).toEqual({ is: "wait", until: 1_502 });
    expect(idsOf(album(3), 1_502)).toEqual([1, 2, 3]);
  });

  it("is an album of ten at once, and no eleventh", () => {
    expect(idsOf(album(11), 11)).toHaveLength(10);
  });

  it("is an album that never gets quiet after ten seconds", () => {
    const trickle = Array.from({ length: 9 }, (_, place) => message(place * 1_200, place + 1, "album"));
    expect(next(trickle, 9_999)).toEqual({ is: "wait", until: 10_000 });
    expect(idsOf(trickle, 10_000)).toHaveLength(9);
  });

  it("is an album that was interrupted when Telegram will have brought the rest of it", () => {
    expect(next(album(3), 5_002, 5_002)).toEqual({ is: "wait", until: 13_002 });
    expect(idsOf(album(3), 13_002, 5_002)).toEqual([1, 2, 3]);
    const whole = [...album(3), message(6_500, 4, "album"), message(16_000, 5, "album")];
    expect(next(whole.slice(0, 4), 6_500, 5_002)).toEqual({ is: "wait", until: 8_000 });
    expect(next(whole, 16_000, 5_002).is).toBe("post");
  });

  it("is an album that was interrupted for an hour after a minute and a bit", () => {
    expect(next(album(3), 3_600_000, 3_600_000)).toEqual({ is: "wait", until: 3_663_000 });
  });

  it("is an album that was interrupted again and again when Telegram will have brought the rest of it", () => {
    expect(next(album(3), 9_002, 5_002, 9_002)).toEqual({ is: "wait", until: 21_002 });
    expect(next(album(3), 50_002, 5_002, 9_002, 20_002, 50_002)).toEqual({ is: "wait", until: 103_002 });
    expect(next(album(3), 60_002, 5_002, 60_002)).toEqual({ is: "wait", until: 123_002 });
  });

  it("is an album that was interrupted once, and whose room was put to sleep while it waited, as if it had not slept", () => {
    const [died, until] = [30_002, 63_002];
    expect(next(album(3), died, died)).toEqual({ is: "wait", until });
    expect(idsOf(album(3), until, died, until)).toEqual([1, 2, 3]);
    expect(idsOf(album(3), until + 900, died, until + 900)).toEqual([1, 2, 3]);
  });

  it("is an album after a minute and a bit at the latest, whatever wakes its room up", () => {
    const awakenings = Array.from({ length: 10 }, (_, n) => 20_002 + n * 6_000);
    expect(next(album(3), 74_002, ...awakenings)).toEqual({ is: "wait", until: 83_002 });
  });

  it("leaves out what others have posted between an album's messages, and lets it wait", () => {
    const waiting = [message(0, 1, "album"), message(10, 2), message(20, 3, "album")];
    expect(next(waiting, 100).is).toBe("wait");
    expect(idsOf(waiting, 1_520)).toEqual([1, 3]);
  });

  it("puts an album's messages in the order of their ids", () => {
    expect(idsOf([message(0, 2, "album"), message(1, 1, "album")], 5_000)).toEqual([1, 2]);
  });

  it("takes in an edit of what is waiting still", () => {
    const waiting = [message(0, 7), edit(5, 7, "Better"), edit(9, 7, "Best")];
    const found = next(waiting, 10);
    expect(found).toMatchObject({ post: { messages: [{ content: { text: { text: "Best" } } }] } });
    expect(found.is === "post" && found.of).toEqual(waiting);
  });

  it("is an edit of its own where the message has gone", () => {
    const waiting = [edit(0, 6, "Better"), message(1, 7)];
    expect(next(waiting, 10)).toMatchObject({ is: "arrival", arrival: { is: "edit" } });
  });
});
