/** A target may be a source in its turn; a circle may not be. */
import { describe, expect, it } from "vitest";
import { askProduct } from "../place.ts";
import { carry, ChatRoom, saidIn, type Shown, untilSays, wordsOf } from "./chats.ts";

/** Chats of which each is carried to the next one; the last mapping is made first, as it may be. */
async function chain(length: number, settings: object = {}): Promise<readonly ChatRoom[]> {
  const rooms: ChatRoom[] = [];
  for (let each = 0; each < length; each++) rooms.push(await ChatRoom.open());
  for (const [place, room] of rooms.entries()) {
    const next = rooms[place + 1];
    if (next) await carry([room], [next], settings);
  }
  return rooms;
}

const first = ({ message_ids: [id] }: { readonly message_ids: readonly number[] }) => id ?? 0;
const groupsOf = (messages: readonly Shown[]) =>
  new Set(messages.map(({ media_group_id: group }) => group)).size;

describe.concurrent("a chain", () => {
  it("carries a post to its end, once, with what each mapping adds", async () => {
    const [a, b, c] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    await carry([a], [b], { transforms: [{ is: "footer", text: "Seen in A" }] });
    await carry([b], [c], { transforms: [{ is: "footer", text: "Seen in B" }] });
    await a.post("From the beginning");
    expect((await c.showing(1)).map(wordsOf)).toEqual([
      expect.stringMatching(/^From the beginning\s+Seen in A\s+Seen in B$/),
    ]);
    // What is posted in the middle goes on from there.
    await b.post("From the middle");
    await untilSays(c, "From the middle");
    expect((await a.shows()).length).toBe(1);
    expect((await c.shows()).length).toBe(2);
  });

  it("carries an album as one, and its edits", async () => {
    const [a, b, c] = await chain(3);
    if (!a || !b || !c) throw new Error("A chain has three chats");
    const { message_ids: ids } = await a.post({
      album: [
        { photo: {}, caption: "One" },
        { photo: {}, caption: "Two" },
      ],
    });
    const album = await c.showing(2);
    expect(album.map(wordsOf)).toEqual(["One", "Two"]);
    expect(groupsOf(album)).toBe(1);
    expect(album[0]?.media_group_id).toBeDefined();
    await a.edit(ids[1] ?? 0, { caption: "Two, changed" });
    expect((await untilSays(c, "Two, changed")).message_id).toBe(album[1]?.message_id);
    expect((await c.shows()).map(wordsOf)).toEqual(["One", "Two, changed"]);
  });

  it("carries edits to its end, however quickly they follow each other", async () => {
    const [a, b, c] = await chain(3);
    if (!a || !b || !c) throw new Error("A chain has three chats");
    const id = first(await a.post("Version one"));
    const [end] = await c.showing(1);
    for (const text of ["Version two", "Version three", "Version four"]) await a.edit(id, { text });
    expect((await untilSays(c, "Version four")).message_id).toBe(end?.message_id);
    expect(await saidIn(b)).toEqual(["Version four"]);
  });

  it("keeps the first author where it forwards", async () => {
    const [a, , c] = await chain(3, { mode: "forward" });
    if (!a || !c) throw new Error("A chain has three chats");
    const id = first(await a.post("My own words"));
    const [end] = await c.showing(1);
    expect(end?.forward_origin).toMatchObject({ chat: { id: a.id }, message_id: id });
  });

  it("keeps answers answers", async () => {
    const [a, , c] = await chain(3);
    if (!a || !c) throw new Error("A chain has three chats");
    const question = first(await a.post("Who is thirsty?"));
    await untilSays(c, "Who is thirsty?");
    await a.post({ text: "I am", reply_to: question });
    const answer = await untilSays(c, "I am");
    expect(answer.reply_to_message?.message_id).toBe((await untilSays(c, "Who is")).message_id);
  });

  it("carries a text that takes two messages whole, and the second answers the first", async () => {
    const [a, b, c] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    await carry([a], [b], { transforms: [{ is: "footer", text: "The very end" }] });
    await carry([b], [c]);
    await a.post("word ".repeat(818).trim());
    await untilSays(c, "The very end");
    const [beginning, end, ...more] = await c.shows();
    expect(more).toEqual([]);
    expect(end?.reply_to_message?.message_id).toBe(beginning?.message_id);
    expect(await saidIn(c)).toEqual(await saidIn(b));
  });

  it("has an end: after six of them a post goes no further", async () => {
    const rooms = await chain(8);
    await rooms[0]?.post("How far will it go?");
    await rooms[6]?.showing(1);
    await rooms[6]?.post("This one goes on");
    await rooms[7]?.showing(1);
    expect(await Promise.all(rooms.slice(6).map(saidIn))).toEqual([
      ["How far will it go?", "This one goes on"],
      ["This one goes on"],
    ]);
  });
});

describe.concurrent("a circle", () => {
  it("is refused", async () => {
    const [a, b, c] = await chain(3);
    if (!a || !b || !c) throw new Error("A chain has three chats");
    const wish = { sources: [String(c.id)], targets: [String(a.id)], mode: "copy" };
    const answer = await askProduct("PUT", "/api/mappings", wish);
    expect(await answer.json()).toMatchObject({ created: [], skipped: [{ code: "loop" }] });
    await c.post("Goes nowhere");
    await a.post("Goes to the end");
    await untilSays(c, "Goes to the end");
    expect(await saidIn(a)).toEqual(["Goes to the end"]);
  });

  it("that somebody has confirmed brings no post back to where it was, and goes around once", async () => {
    const [a, b, c] = await chain(3);
    if (!a || !b || !c) throw new Error("A chain has three chats");
    await carry([c], [a], { confirmLoop: true, dedup: { scope: "off" } });
    const places: readonly (readonly [ChatRoom, ChatRoom])[] = [
      [a, c],
      [b, a],
      [c, b],
    ];
    for (const [place, end] of places) {
      await place.post(`Said in ${place.title}`);
      await untilSays(end, `Said in ${place.title}`);
    }
    await b.post("The end");
    await untilSays(a, "The end");
    const all = [...[a, b, c].map(({ title }) => `Said in ${title}`), "The end"];
    for (const place of [a, b, c]) expect(await saidIn(place)).toEqual(all);
  });
});

describe.concurrent("what Telegram itself brings into a discussion group", () => {
  it.for([
    [false, ["Said in the group"]],
    [true, ["A post of the channel", "Said in the group"]],
  ] as const)("arrives only where that is wanted (%s)", async ([automaticForwards, shown]) => {
    const group = await ChatRoom.open({ type: "supergroup" });
    const channel = await ChatRoom.open({ discussion: group.id });
    const target = await ChatRoom.open();
    await carry([group], [target], { filters: { automaticForwards } });
    await channel.post("A post of the channel");
    await group.post("Said in the group");
    await untilSays(target, "Said in the group");
    expect(await saidIn(target)).toEqual(shown);
  });

  it("arrives once where the channel is carried too", async () => {
    const group = await ChatRoom.open({ type: "supergroup" });
    const channel = await ChatRoom.open({ discussion: group.id });
    const target = await ChatRoom.open();
    await carry([channel, group], [target], { filters: { automaticForwards: true } });
    await channel.post("A post of the channel");
    await untilSays(target, "A post of the channel");
    await group.post("Said in the group");
    await untilSays(target, "Said in the group");
    expect(await saidIn(target)).toEqual(["A post of the channel", "Said in the group"]);
  });
});
