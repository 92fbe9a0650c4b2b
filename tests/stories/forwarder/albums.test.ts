/** An album stays one album. */
import { describe, expect, it } from "vitest";
import { carry, ChatRoom, type Shown, untilSays, untilShows, wordsOf } from "./chats.ts";

const groupsOf = (messages: readonly Shown[]) => [
  ...new Set(messages.map(({ media_group_id: group }) => group)),
];

const photos = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ photo: {}, caption: `Photo ${place}` }));

describe.concurrent("an album", () => {
  it.for([
    ["copy", 2],
    ["copy", 10],
    ["forward", 2],
    ["forward", 10],
  ] as const)("arrives as one, in its order (%s, %i photos)", async ([mode, count]) => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { mode });
    await source.post({ album: photos(count) });
    const messages = await target.showing(count);
    expect(messages.map(wordsOf)).toEqual(photos(count).map(({ caption }) => caption));
    expect(groupsOf(messages)).toEqual([expect.any(String)]);
    expect(await target.calls(mode)).toHaveLength(1);
  });

  it("stays one when its pieces come slowly, and what was posted after it comes after it", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    const posting = source.post({ album: photos(4), gapMs: 700 });
    await posting;
    await source.post("After the album");
    const messages = await target.showing(5);
    expect(messages.map(wordsOf)).toEqual(["Photo 0", "Photo 1", "Photo 2", "Photo 3", "After the album"]);
    expect(groupsOf(messages.slice(0, 4))).toHaveLength(1);
  });

  it("stays one where its words change, with a footer once", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { transforms: [{ is: "footer", text: "Signed" }] });
    await source.post({
      album: [{ photo: {} }, { video: {}, caption: "Only here are words" }, { photo: {} }],
    });
    const messages = await target.showing(3);
    expect(messages.map(({ files }) => files[0]?.kind)).toEqual(["photo", "video", "photo"]);
    expect(groupsOf(messages)).toEqual([expect.any(String)]);
    expect(messages.map(wordsOf)).toEqual(["", expect.stringMatching(/^Only here are words\s+Signed$/), ""]);
  });

  it("stays one where it answers a post", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    const {
      message_ids: [question],
    } = await source.post("Who has photos?");
    await source.post({ album: photos(3), reply_to: question });
    const [parent, ...album] = await target.showing(4);
    expect(groupsOf(album)).toEqual([expect.any(String)]);
    expect(album[0]?.reply_to_message?.message_id).toBe(parent?.message_id);
  });

  it.for(["copy", "forward"])("of files stays apart from other files (%s)", async (mode) => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { mode });
    await source.post({ document: { file_name: "one.pdf" } });
    await source.post({ album: [{ document: {} }, { document: {} }] });
    await source.post({ document: { file_name: "two.pdf" } });
    const messages = await target.showing(4);
    const [before, first, second, after] = messages.map(({ media_group_id: group }) => group);
    expect([before, after]).toEqual([undefined, undefined]);
    expect(first).toBe(second);
    expect(first).toBeDefined();
  });

  it("is followed by a piece that comes late, which answers it, and does not come a second time", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    const { media_group_id } = await source.post({ album: photos(2) });
    const [first] = await target.showing(2);
    await source.post({ photo: {}, caption: "Late", media_group_id });
    const late = await untilSays(target, "Late");
    expect(late.reply_to_message?.message_id).toBe(first?.message_id);
    await source.post("Nothing more of the album");
    await untilSays(target, "Nothing more");
    expect((await target.shows()).map(wordsOf)).toEqual([
      "Photo 0",
      "Photo 1",
      "Late",
      "Nothing more of the album",
    ]);
  });

  it("is turned away as a whole, for the words of any of its pieces", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { filters: { keywords: { exclude: [{ find: "ad" }] } } });
    await source.post({
      album: [
        { photo: {}, caption: "Fine" },
        { photo: {}, caption: "An ad" },
      ],
    });
    await source.post("The next one");
    await untilSays(target, "The next one");
    expect((await target.shows()).map(wordsOf)).toEqual(["The next one"]);
  });

  it("of which a piece was deleted meanwhile arrives with the others", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { delaySeconds: 3 });
    const { message_ids: ids } = await source.post({ album: photos(3) });
    await source.remove(ids[1] ?? 0);
    const messages = await untilShows(target, (all) => all.length >= 2);
    expect(messages.map(wordsOf)).toEqual(["Photo 0", "Photo 2"]);
  });
});
