/** A source whose saving is restricted is left alone, unless it is one's own. */
import { describe, expect, it } from "vitest";
import { until } from "../place.ts";
import { carry, ChatRoom, toldAbout, untilSays, wordsOf } from "./chats.ts";

describe.concurrent("posts of a source that restricts saving", () => {
  it.for(["copy", "forward"])("do not arrive, and administrators are told once (%s)", async (mode) => {
    const [source, target] = [await ChatRoom.open({ protected: true }), await ChatRoom.open()];
    await carry([source], [target], { mode });
    await source.post("Not to be saved");
    await source.post("Nor this one");
    await source.post({ album: [{ photo: {} }, { photo: {} }] });
    await until(
      () => toldAbout(source),
      (told) => told.length > 0,
    );
    await source.becomes({ protected: false });
    await source.post("For everybody");
    await untilSays(target, "For everybody");
    expect((await target.shows()).map(wordsOf)).toEqual(["For everybody"]);
    expect((await toldAbout(source)).filter((text) => text.startsWith("🔒"))).toHaveLength(1);
  });

  it("do not arrive when a single one of them is restricted, and the others do", async () => {
    const [source, target] = [await ChatRoom.open({ type: "supergroup" }), await ChatRoom.open()];
    await carry([source], [target]);
    await source.post({ text: "Only to be read here", protected: true });
    await source.post("For everybody");
    await untilSays(target, "For everybody");
    expect((await target.shows()).map(wordsOf)).toEqual(["For everybody"]);
  });

  it("arrive as copies where the channel is one's own and that is wanted", async () => {
    const [source, target] = [await ChatRoom.open({ protected: true }), await ChatRoom.open()];
    await carry([source], [target], { mode: "forward", protectedPosts: "copy" });
    await source.post("My own words");
    await source.post({ album: [{ photo: {}, caption: "My own photos" }, { photo: {} }] });
    const messages = await target.showing(3);
    expect(messages.map(wordsOf)).toEqual(["My own words", "My own photos", ""]);
    expect(messages.every(({ forward_origin: origin }) => origin === undefined)).toBe(true);
    expect(new Set(messages.slice(1).map(({ media_group_id: group }) => group)).size).toBe(1);
    expect(await toldAbout(source)).toEqual([]);
  });

  it("become protected once the source does: what could be forwarded yesterday is left alone today", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { mode: "forward" });
    await source.post("While it was allowed");
    await target.showing(1);
    await source.becomes({ protected: true });
    await source.post("When it was not");
    await until(
      () => toldAbout(source),
      (told) => told.length > 0,
    );
    await source.becomes({ protected: false });
    await source.post("When it was again");
    await untilSays(target, "When it was again");
    expect((await target.shows()).map(wordsOf)).toEqual(["While it was allowed", "When it was again"]);
  });
});
