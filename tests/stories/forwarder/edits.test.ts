/** A post changes, and so does what stands for it; or not, as the mapping wants. */
import { describe, expect, it } from "vitest";
import { goesWrong } from "../place.ts";
import { carry, ChatRoom, saidIn, untilQueued, untilSays, untilShows, wordsOf } from "./chats.ts";

async function carried(settings: object = {}) {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
  const [mapping] = await carry([source], [target], settings);
  return { source, target, mapping };
}

/** Posts something, and comes back when it has arrived. */
async function posted({ source, target }: { source: ChatRoom; target: ChatRoom }, content: string | object) {
  const before = (await target.shows()).length;
  const { message_ids: ids } = await source.post(content);
  const arrived = (await target.showing(before + ids.length)).slice(before);
  return { id: ids[0] ?? 0, ids, arrived };
}

/** Everything that was posted before has been seen to. */
async function nothingMoreComes(
  { source, target }: { source: ChatRoom; target: ChatRoom },
  words = "This is the last post",
) {
  await source.post(words);
  await untilSays(target, words);
  return (await saidIn(target)).slice(0, -1);
}

describe.concurrent("an edit", () => {
  it("changes the copy", async () => {
    const rooms = await carried();
    const { id, arrived } = await posted(rooms, "Beer at sevn");
    await rooms.source.edit(id, { text: "Beer at seven" });
    const changed = await untilSays(rooms.target, "Beer at seven");
    expect(changed.message_id).toBe(arrived[0]?.message_id);
    expect(await nothingMoreComes(rooms)).toEqual(["Beer at seven"]);
  });

  it("changes a caption, a photo, and what the mapping writes below them stays", async () => {
    const rooms = await carried({ transforms: [{ is: "footer", text: "Signed" }] });
    const { id, arrived } = await posted(rooms, { photo: { content: "before" }, caption: "Before" });
    await rooms.source.edit(id, { caption: "After" });
    expect((await untilSays(rooms.target, "After")).caption).toMatch(/^After\s+Signed$/);
    await rooms.source.edit(id, { photo: { content: `after ${id}` } });
    const [shown] = await untilShows(
      rooms.target,
      ([message]) => message?.files[0]?.url !== arrived[0]?.files[0]?.url,
    );
    expect(shown?.message_id).toBe(arrived[0]?.message_id);
    expect(shown?.caption).toMatch(/^After\s+Signed$/);
  });

  it.for(["copy", "forward"])("that nobody can see is not sent (%s)", async (mode) => {
    const rooms = await carried({ mode, editsOtherwise: "repost" });
    const { id } = await posted(rooms, "Nothing will change here");
    const album = await posted(rooms, { album: [{ photo: {}, caption: "Nor here" }, { photo: {} }] });
    await rooms.source.edit(id, {});
    for (const each of album.ids) await rooms.source.edit(each, {});
    expect(await nothingMoreComes(rooms)).toEqual(["Nothing will change here", "Nor here", ""]);
    expect(await rooms.target.calls("edit")).toEqual([]);
  });

  it("changes one piece of an album, and leaves the others", async () => {
    const rooms = await carried();
    const { ids, arrived } = await posted(rooms, {
      album: [{ photo: {}, caption: "One" }, { photo: {}, caption: "Two" }, { photo: {} }],
    });
    await rooms.source.edit(ids[1] ?? 0, { caption: "Two, changed" });
    const changed = await untilSays(rooms.target, "Two, changed");
    expect(changed.message_id).toBe(arrived[1]?.message_id);
    expect(await nothingMoreComes(rooms)).toEqual(["One", "Two, changed", ""]);
  });

  it("of an album is judged with the whole album, and writes no second footer", async () => {
    const rooms = await carried({
      transforms: [{ is: "footer", text: "Signed" }],
      filters: { keywords: { include: [{ find: "beer" }] } },
      editsRejected: "delete",
    });
    const { ids } = await posted(rooms, {
      album: [
        { photo: {}, caption: "All about beer" },
        { photo: {}, caption: "A glas" },
      ],
    });
    await rooms.source.edit(ids[1] ?? 0, { caption: "A glass" });
    await untilSays(rooms.target, "A glass");
    expect(await nothingMoreComes(rooms, "The last beer")).toEqual([
      expect.stringMatching(/^All about beer\s+Signed$/),
      "A glass",
    ]);
  });

  it("comes as a new post where that is wanted, and the next edit too", async () => {
    const rooms = await carried({ edits: "repost" });
    const { id } = await posted(rooms, "Version one");
    await rooms.source.edit(id, { text: "Version two" });
    await rooms.target.showing(2);
    await rooms.source.edit(id, { text: "Version three" });
    await rooms.target.showing(3);
    expect(await nothingMoreComes(rooms)).toEqual(["Version one", "Version two", "Version three"]);
    expect(await rooms.target.calls("edit")).toEqual([]);
  });

  it("changes nothing where it is ignored", async () => {
    const rooms = await carried({ edits: "ignore" });
    const { id } = await posted(rooms, "As it was");
    await rooms.source.edit(id, { text: "As it is" });
    expect(await nothingMoreComes(rooms)).toEqual(["As it was"]);
  });

  it.for([
    ["ignore", ["Forwarded"]],
    ["repost", ["Forwarded", "Forwarded and changed"]],
  ] as const)("of a forwarded post cannot be made: %s", async ([editsOtherwise, shown]) => {
    const rooms = await carried({ mode: "forward", editsOtherwise });
    const { id, arrived } = await posted(rooms, "Forwarded");
    expect(arrived[0]?.forward_origin).toBeDefined();
    await rooms.source.edit(id, { text: "Forwarded and changed" });
    expect(await nothingMoreComes(rooms)).toEqual(shown);
    expect(await rooms.target.calls("edit")).toEqual([]);
  });

  it.for([
    ["ignore", []],
    ["repost", ["Is there still"]],
  ] as const)("of what was deleted in the target cannot be made: %s", async ([editsOtherwise, shown]) => {
    const rooms = await carried({ editsOtherwise });
    const { id, arrived } = await posted(rooms, "Was there");
    await rooms.target.remove(arrived[0]?.message_id ?? 0);
    await rooms.source.edit(id, { text: "Is there still" });
    expect(await nothingMoreComes(rooms)).toEqual(shown);
  });

  it.for([
    ["keep", ["Good beer"]],
    ["delete", []],
  ] as const)("that no filter would let pass: %s", async ([editsRejected, shown]) => {
    const rooms = await carried({ editsRejected, filters: { keywords: { exclude: [{ find: "wine" }] } } });
    const { id } = await posted(rooms, "Good beer");
    await rooms.source.edit(id, { text: "Good wine" });
    expect(await nothingMoreComes(rooms)).toEqual(shown);
  });

  it("that comes while the post waits goes with it: the post arrives once, as it is then", async () => {
    const rooms = await carried({ rereadSeconds: 3, transforms: [{ is: "footer", text: "Signed" }] });
    const { message_ids: ids } = await rooms.source.post("With a tpyo");
    await rooms.source.edit(ids[0] ?? 0, { text: "With no typo" });
    await rooms.target.showing(1);
    expect((await rooms.target.shows()).map(wordsOf)).toEqual([
      expect.stringMatching(/^With no typo\s+Signed$/),
    ]);
    expect(await rooms.target.calls("edit")).toEqual([]);
  });

  it("of a piece of an album that waits leaves it a whole album", async () => {
    const rooms = await carried({ rereadSeconds: 4, transforms: [{ is: "footer", text: "Signed" }] });
    const { message_ids: ids } = await rooms.source.post({
      album: [
        { photo: {}, caption: "Frist" },
        { photo: {}, caption: "Second" },
      ],
    });
    // By now the album has been put together, and waits.
    await rooms.source.post("A post after it");
    await untilQueued(rooms.target, 2);
    await rooms.source.edit(ids[0] ?? 0, { caption: "First" });
    await untilSays(rooms.target, "A post after it");
    expect((await rooms.target.shows()).map(wordsOf)).toEqual([
      expect.stringMatching(/^First\s+Signed$/),
      "Second",
      expect.stringMatching(/^A post after it/),
    ]);
  });

  it("that no filter lets pass any more keeps a waiting post from going, where such posts are deleted", async () => {
    const rooms = await carried({
      rereadSeconds: 4,
      editsRejected: "delete",
      filters: { keywords: { exclude: [{ find: "wine" }] } },
    });
    const { message_ids: ids } = await rooms.source.post("Good beer");
    await untilQueued(rooms.target, 1);
    await rooms.source.edit(ids[0] ?? 0, { text: "Good wine" });
    expect(await nothingMoreComes(rooms)).toEqual([]);
  });

  it("is made once Telegram is well again", async () => {
    const rooms = await carried();
    const { id, arrived } = await posted(rooms, "Before the trouble");
    const { target, source } = rooms;
    const body = { ok: false, error_code: 502, description: "Bad Gateway" };
    await goesWrong("telegram", { channel: String(target.id), path: "/edit", status: 502, body, times: 1 });
    await source.edit(id, { text: "After the trouble" });
    const changed = await untilSays(target, "After the trouble");
    expect(changed.message_id).toBe(arrived[0]?.message_id);
  });
});
