/** A group becomes a supergroup and has another id: nobody has to say so. */
import { describe, expect, it } from "vitest";
import { until } from "../place.ts";
import { carry, ChatRoom, deadLettersOf, mappingOf, untilSays, wordsOf } from "./chats.ts";

const openGroup = () => ChatRoom.open({ type: "group" });

describe.concurrent("a group that moves", () => {
  it("is carried from as before, and the mapping names its new id", async () => {
    const [group, target] = [await openGroup(), await ChatRoom.open()];
    const [mapping] = await carry([group], [target]);
    await group.post("Before the move");
    await target.showing(1);
    const supergroup = await group.moves();
    await until(
      () => mappingOf(mapping),
      ({ source }) => source === String(supergroup.id),
    );
    await supergroup.post("After the move");
    await untilSays(target, "After the move");
    expect((await target.shows()).map(wordsOf)).toEqual(["Before the move", "After the move"]);
  });

  it("is carried to as before, and what was on its way arrives in the new one", async () => {
    const [source, group] = [await ChatRoom.open(), await openGroup()];
    const [mapping] = await carry([source], [group], { delaySeconds: 2 });
    await source.post("Before the move");
    const supergroup = await group.moves();
    await untilSays(supergroup, "Before the move");
    await source.post("After the move");
    await untilSays(supergroup, "After the move");
    expect(await mappingOf(mapping)).toMatchObject({ target: String(supergroup.id), enabled: true });
    expect(await deadLettersOf(group)).toEqual([]);
    expect(await deadLettersOf(supergroup)).toEqual([]);
  });

  it("leaves behind what was carried: an edit of it changes no other message", async () => {
    const [source, group] = [await ChatRoom.open(), await openGroup()];
    await carry([source], [group]);
    const { message_ids: ids } = await source.post("Said before the move");
    await group.showing(1);
    const supergroup = await group.moves();
    await source.edit(ids[0] ?? 0, { text: "Changed after the move" });
    await source.post("Said after the move");
    await untilSays(supergroup, "Said after the move");
    expect((await supergroup.shows()).map(wordsOf).filter((words) => words !== "")).toEqual([
      "Said after the move",
    ]);
    expect(await supergroup.calls("edit")).toEqual([]);
  });
});
