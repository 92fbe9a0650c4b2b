/** What is pinned in a source is pinned in its targets where that is wanted. */
import { describe, expect, it } from "vitest";
import { until } from "../place.ts";
import {
  carry,
  ChatRoom,
  deadLettersOf,
  mappingOf,
  type Shown,
  toldAbout,
  untilSays,
  untilShows,
  wordsOf,
} from "./chats.ts";

const pinned = (messages: readonly Shown[]) => messages.filter(({ isPinned }) => isPinned).map(wordsOf);
const somethingIsPinned = (messages: readonly Shown[]) => pinned(messages).length > 0;
const first = ({ message_ids: [id] }: { readonly message_ids: readonly number[] }) => id ?? 0;

describe.concurrent("a pin", () => {
  it("pins what stands for the post, and only where that is wanted", async () => {
    const [source, pins, leaves] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [pins], { pins: true });
    await carry([source], [leaves]);
    await source.post("Not this one");
    const id = first(await source.post("The rules of the house"));
    await source.pin(id);
    expect(pinned(await untilShows(pins, somethingIsPinned))).toEqual(["The rules of the house"]);
    await source.post("The next post");
    await untilSays(leaves, "The next post");
    expect(pinned(await leaves.shows())).toEqual([]);
    // A pin is no post: nothing of it is carried.
    await untilSays(pins, "The next post");
    expect((await pins.shows()).map(wordsOf).filter((words) => words !== "")).toEqual([
      "Not this one",
      "The rules of the house",
      "The next post",
    ]);
  });

  it("of an album pins the same piece of it", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { pins: true });
    const { message_ids: ids } = await source.post({
      album: [
        { photo: {}, caption: "One" },
        { photo: {}, caption: "Two" },
      ],
    });
    await source.pin(ids[1] ?? 0);
    expect(pinned(await untilShows(target, somethingIsPinned))).toEqual(["Two"]);
  });

  it("goes on along a chain", async () => {
    const [a, b, c] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    await carry([b], [c], { pins: true });
    await carry([a], [b], { pins: true });
    const id = first(await a.post("Pinned all along"));
    await c.showing(1);
    await a.pin(id);
    expect(pinned(await untilShows(c, somethingIsPinned))).toEqual(["Pinned all along"]);
  });

  it("that the bot may not make waits for a person, and posts arrive all the same", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await target.becomes({ botRights: { can_edit_messages: false } });
    const [mapping] = await carry([source], [target], { pins: true });
    const id = first(await source.post("The rules of the house"));
    await source.pin(id);
    const [letter] = await until(
      () => deadLettersOf(target),
      (letters) => letters.length > 0,
    );
    expect(letter).toMatchObject({ kind: "no_rights" });
    // Nobody is told that nothing gets there.
    expect((await mappingOf(mapping))["trouble"]).toBeUndefined();
    await source.post("The next post");
    await untilSays(target, "The next post");
    expect(await toldAbout(target)).toEqual([]);
  });

  it("of what was never carried does nothing and holds nobody up", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const id = first(await source.post("Before there was a mapping"));
    await carry([source], [target], { pins: true });
    await source.pin(id);
    await source.post("The next post");
    await untilSays(target, "The next post");
    expect(pinned(await target.shows())).toEqual([]);
  });
});
