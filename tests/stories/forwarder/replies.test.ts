/** An answer stays an answer where it can. */
import { describe, expect, it } from "vitest";
import { carry, ChatRoom, untilSays, wordsOf } from "./chats.ts";

async function carried(settings: object = {}) {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
  await carry([source], [target], settings);
  return { source, target };
}

const first = ({ message_ids: [id] }: { readonly message_ids: readonly number[] }) => id ?? 0;

describe.concurrent("an answer", () => {
  it("answers what stands for the answered post", async () => {
    const { source, target } = await carried();
    const question = first(await source.post("Who is thirsty?"));
    await source.post("Something between them");
    await source.post({ text: "I am", reply_to: question });
    const answer = await untilSays(target, "I am");
    expect(answer.reply_to_message?.message_id).toBe((await untilSays(target, "Who is")).message_id);
  });

  it("answers the very piece of an album", async () => {
    const { source, target } = await carried();
    const { message_ids: pieces } = await source.post({
      album: [
        { photo: {}, caption: "One" },
        { photo: {}, caption: "Two" },
      ],
    });
    await source.post({ photo: {}, caption: "The second one!", reply_to: pieces[1] });
    const answer = await untilSays(target, "The second one!");
    expect(answer.reply_to_message?.message_id).toBe((await untilSays(target, "Two")).message_id);
  });

  it("in its turn is answered, as far as anybody likes to talk", async () => {
    const { source, target } = await carried({ transforms: [{ is: "footer", text: "Signed" }] });
    const one = first(await source.post("The first word"));
    const two = first(await source.post({ text: "The second word", reply_to: one }));
    await source.post({ text: "The third word", reply_to: two });
    const answer = await untilSays(target, "The third word");
    expect(answer.reply_to_message?.message_id).toBe((await untilSays(target, "The second word")).message_id);
  });

  it("to what was never carried stands for itself", async () => {
    const { source, target } = await carried({ filters: { keywords: { include: [{ find: "beer" }] } } });
    const question = first(await source.post("Wine, anybody?"));
    await source.post({ text: "No, beer", reply_to: question });
    const answer = await untilSays(target, "No, beer");
    expect(answer.reply_to_message).toBeUndefined();
    expect((await target.shows()).map(wordsOf)).toEqual(["No, beer"]);
  });

  it("to what was deleted in the target stands for itself", async () => {
    const { source, target } = await carried();
    const question = first(await source.post("Soon gone from the target"));
    const [copy] = await target.showing(1);
    await target.remove(copy?.message_id ?? 0);
    await source.post({ text: "An answer to it", reply_to: question });
    expect((await untilSays(target, "An answer to it")).reply_to_message).toBeUndefined();
  });

  it("answers nothing where answers are dropped", async () => {
    const { source, target } = await carried({ replies: "drop" });
    const question = first(await source.post("Who is hungry?"));
    await source.post({ text: "Me again", reply_to: question });
    expect((await untilSays(target, "Me again")).reply_to_message).toBeUndefined();
  });

  it("brings along the post it answers where that is wanted, once", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const question = first(await source.post("Said before anybody was listening"));
    await carry([source], [target], { replies: "bring" });
    await source.post({ text: "The first answer", reply_to: question });
    await source.post({ text: "The second answer", reply_to: question });
    const answers = [await untilSays(target, "The first"), await untilSays(target, "The second")];
    expect((await target.shows()).map(wordsOf)).toEqual([
      "Said before anybody was listening",
      "The first answer",
      "The second answer",
    ]);
    const parent = await untilSays(target, "Said before");
    for (const { reply_to_message: answered } of answers)
      expect(answered?.message_id).toBe(parent.message_id);
  });

  it("does not bring along what a filter turns away", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const question = first(await source.post("An ad"));
    const filters = { keywords: { exclude: [{ find: "ad" }] } };
    await carry([source], [target], { replies: "bring", filters });
    await source.post({ text: "The answer to it", reply_to: question });
    await untilSays(target, "The answer to it");
    expect((await target.shows()).map(wordsOf)).toEqual(["The answer to it"]);
  });
});
