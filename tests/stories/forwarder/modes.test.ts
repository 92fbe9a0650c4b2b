/** Posts arrive with their author or without, and it is known how. */
import { describe, expect, it } from "vitest";
import { goesWrong, until } from "../place.ts";
import { carry, ChatRoom, deadLettersOf, mappingOf, saidIn, untilSays, wordsOf } from "./chats.ts";

const refusesForward = (target: ChatRoom) =>
  goesWrong("telegram", {
    path: "/forwardMessage",
    channel: String(target.id),
    status: 400,
    body: { ok: false, error_code: 400, description: "Bad Request: the message can't be forwarded" },
  });

/** Waits until the mapping says that its last post went out so. */
const untilCarriedAs = (mapping: number | undefined, mode: string) =>
  until(
    () => mappingOf(mapping),
    ({ lastMode }) => lastMode === mode,
  );

describe.concurrent("a post", () => {
  it("shows its author where the mapping forwards, and none where it copies", async () => {
    const [source, forwards, copies] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    const [forward] = await carry([source], [forwards], { mode: "forward" });
    const [copy] = await carry([source], [copies], { mode: "copy" });
    const {
      message_ids: [id],
    } = await source.post("Whose words are these?");
    const [withAuthor] = await forwards.showing(1);
    expect(withAuthor?.forward_origin).toMatchObject({
      type: "channel",
      chat: { id: source.id },
      message_id: id,
    });
    expect((await copies.showing(1))[0]?.forward_origin).toBeUndefined();
    await untilCarriedAs(forward, "forward");
    await untilCarriedAs(copy, "copy");
  });

  it("keeps the author it already had, forwarded or not", async () => {
    const [source, target, elsewhere] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { mode: "forward" });
    await source.post({ text: "First said elsewhere", forwardedFrom: { chat: elsewhere.id, message_id: 7 } });
    const [message] = await target.showing(1);
    expect(message?.forward_origin).toMatchObject({ chat: { id: elsewhere.id }, message_id: 7 });
  });

  it("that cannot be forwarded arrives as a copy, and the mapping says why", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const [mapping] = await carry([source], [target], { mode: "forward" });
    const mended = await refusesForward(target);
    await source.post("Cannot be forwarded");
    const [message] = await target.showing(1);
    expect(message).toMatchObject({ text: "Cannot be forwarded" });
    expect(message?.forward_origin).toBeUndefined();
    await untilCarriedAs(mapping, "copy (cannot_forward)");
    await mended();
    await source.post("Can be forwarded again");
    await target.showing(2);
    await untilCarriedAs(mapping, "forward");
  });

  it("that cannot be forwarded does not arrive where copies are not wanted, and waits for a person", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { mode: "forward", fallback: false });
    const mended = await refusesForward(target);
    await source.post("Only with its author");
    const [letter] = await until(
      () => deadLettersOf(target),
      (letters) => letters.length > 0,
    );
    expect(letter).toMatchObject({ kind: "cannot_forward" });
    await mended();
    // It holds nobody up.
    await source.post("The next one");
    await untilSays(target, "The next one");
    expect(await saidIn(target)).toEqual(["The next one"]);
  });

  it("is a copy where its words change, also in a mapping that forwards", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { mode: "forward", transforms: [{ is: "footer", text: "Signed" }] });
    await source.post("With more below");
    const [message] = await target.showing(1);
    expect(message?.text).toMatch(/^With more below\s+Signed$/);
    expect(message?.forward_origin).toBeUndefined();
  });

  it.for(["copy", "forward"])("comes without a sound where that is wanted (%s)", async (mode) => {
    const [source, quiet, loud] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [quiet], { mode, silent: true });
    await carry([source], [loud], { mode });
    await source.post("Hush");
    await source.post({ album: [{ photo: {} }, { photo: {} }] });
    await quiet.showing(3);
    await loud.showing(3);
    const sounds = async (chat: ChatRoom) =>
      (await chat.calls(mode)).map(({ body }) => body["disable_notification"] === true);
    expect(await sounds(quiet)).toEqual([true, true]);
    expect(await sounds(loud)).toEqual([false, false]);
  });

  it("arrives wherever no filter turns it away, whatever other mappings think of it", async () => {
    const source = await ChatRoom.open();
    const rooms = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()] as const;
    const [strict, open, other] = rooms;
    await carry([source], [strict], { filters: { keywords: { exclude: [{ find: "wine" }] } } });
    await carry([source], [open]);
    await carry([source], [other], { filters: { keywords: { include: [{ find: "wine" }] } } });
    await source.post("Good wine tonight");
    await source.post("Good beer tonight");
    await open.showing(2);
    await strict.showing(1);
    await other.showing(1);
    expect((await strict.shows()).map(wordsOf)).toEqual(["Good beer tonight"]);
    expect((await open.shows()).map(wordsOf)).toEqual(["Good wine tonight", "Good beer tonight"]);
    expect((await other.shows()).map(wordsOf)).toEqual(["Good wine tonight"]);
  });
});
