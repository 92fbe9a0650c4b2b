/** Administrators hear what broke, once, and once more when it works again. */
import { describe, expect, it } from "vitest";
import { askProduct, until } from "../place.ts";
import {
  carry,
  ChatRoom,
  deadLettersOf,
  mappingOf,
  saidIn,
  toldAbout,
  untilQueued,
  untilSays,
} from "./chats.ts";

const untilTold = (chat: ChatRoom, count: number) =>
  until(
    () => toldAbout(chat),
    (told) => told.length >= count,
  );

const untilDead = (chat: ChatRoom, count: number) =>
  until(
    () => deadLettersOf(chat),
    (letters) => letters.length >= count,
  );

const retry = (chat: ChatRoom) =>
  askProduct("POST", "/api/forwarder/dead-letters/retry", { target: String(chat.id) });

describe.concurrent("administrators", () => {
  it.for([
    ["kicked", "not_member", "нет в чате"],
    [{ can_post_messages: false }, "no_rights", "не может там писать"],
  ] as const)(
    "hear once that nothing gets into a target (%j), and once that it works again; what waited arrives",
    async ([botRights, kind, why]) => {
      const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
      const [mapping] = await carry([source], [target]);
      await source.post("Before the trouble");
      await target.showing(1);

      await target.becomes({ botRights });
      for (const each of [1, 2, 3]) await source.post(`During the trouble ${each}`);
      const letters = await untilDead(target, 3);
      expect(letters.map((letter) => letter.kind)).toEqual([kind, kind, kind]);
      const [broke] = await untilTold(target, 1);
      expect(broke).toMatch(/^⚠️/);
      expect(broke).toContain(why);
      await until(
        () => mappingOf(mapping),
        ({ trouble }) => trouble === kind,
      );

      await target.becomes({ botRights: "administrator" });
      expect((await untilTold(target, 2))[1]).toMatch(/^✅/);
      await until(
        () => mappingOf(mapping),
        ({ trouble }) => !trouble,
      );
      expect((await retry(target)).status).toBe(200);
      await untilSays(target, "During the trouble 3");
      await source.post("After the trouble");
      await untilSays(target, "After the trouble");
      expect(await saidIn(target)).toEqual([
        "Before the trouble",
        "During the trouble 1",
        "During the trouble 2",
        "During the trouble 3",
        "After the trouble",
      ]);
      expect(await deadLettersOf(target)).toEqual([]);
      expect(await toldAbout(target)).toHaveLength(2);
    },
  );

  it("hear once that a source cannot be read any more, and once that it can", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    await source.becomes({ botRights: "kicked" });
    const [broke] = await untilTold(source, 1);
    expect(broke).toMatch(/^⚠️ Источник/);
    await source.becomes({ botRights: "left" });
    await source.becomes({ botRights: "administrator" });
    expect((await untilTold(source, 2))[1]).toMatch(/^✅ Источник/);
    await source.post("It can be read again");
    await untilSays(target, "It can be read again");
    expect(await toldAbout(source)).toHaveLength(2);
  });

  it("hear of the source, and not of the target, when posts cannot be fetched from it any more", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { delaySeconds: 3 });
    await source.post("Waits too long");
    await untilQueued(target, 1);
    await source.becomes({ botRights: "kicked" });
    expect(await untilTold(source, 1)).toHaveLength(1);
    expect(await untilDead(target, 1)).toMatchObject([{ kind: "not_member" }]);
    await source.becomes({ botRights: "administrator" });
    expect(await untilTold(source, 2)).toHaveLength(2);
    expect((await retry(target)).status).toBe(200);
    await untilSays(target, "Waits too long");
    expect(await toldAbout(target)).toEqual([]);
  });

  it("hear nothing of one post that cannot be carried", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { delaySeconds: 2 });
    const { message_ids: ids } = await source.post("Deleted before it went");
    await source.remove(ids[0] ?? 0);
    await source.post("The next one");
    await untilSays(target, "The next one");
    expect(await saidIn(target)).toEqual(["The next one"]);
    expect(await toldAbout(target)).toEqual([]);
  });

  it("hear of a restricted source again only after it was open in between", async () => {
    const [source, target] = [await ChatRoom.open({ protected: true }), await ChatRoom.open()];
    await carry([source], [target]);
    await source.post("Not to be saved");
    expect((await untilTold(source, 1))[0]).toMatch(/^🔒/);
    await source.becomes({ protected: false });
    const check = await askProduct("POST", `/api/forwarder/chats/${source.id}/check`);
    expect(check.status).toBe(200);
    await source.post("For everybody");
    await untilSays(target, "For everybody");
    expect(await toldAbout(source)).toHaveLength(1);
  });
});
