/** Telegram may take a video and show it later: then its message has no number yet. */
import { describe, expect, it } from "vitest";
import { askPostgres } from "../place.ts";
import { carry, ChatRoom, deadLettersOf, saidIn, untilSays, untilShows } from "./chats.ts";

async function carried(settings: object = {}) {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open({ holdsVideosBack: true })];
  await carry([source], [target], { pins: true, ...settings });
  return { source, target };
}

const linksOf = async ({ id }: ChatRoom) =>
  (
    await askPostgres("select target_id::int as id from forward_links where target_chat = $1", String(id))
  ).map((row) => row["id"]);

const video = { video: {}, caption: "A slow video" };

describe.concurrent("a video that Telegram holds back", () => {
  it.for(["copy", "forward"])("arrives once, and is known to be without a number (%s)", async (mode) => {
    const { source, target } = await carried({ mode });
    await source.post(video);
    await source.post("Comes after it and stands before it");
    await untilSays(target, "Comes after it");
    expect(await saidIn(target)).toEqual(["Comes after it and stands before it"]);
    expect(await linksOf(target)).toContain(0);
    await target.release();
    await untilSays(target, "A slow video");
    expect(await saidIn(target)).toEqual(["Comes after it and stands before it", "A slow video"]);
  });

  it("is neither changed nor pinned, and an answer to it stands for itself; nothing of it fails", async () => {
    const { source, target } = await carried();
    const { message_ids: ids } = await source.post(video);
    const id = ids[0] ?? 0;
    await source.post("The video is on its way");
    await untilSays(target, "on its way");
    await target.release();
    await untilSays(target, "A slow video");
    await source.edit(id, { caption: "A quick video" });
    await source.pin(id);
    await source.post({ text: "What a video!", reply_to: id });
    const answer = await untilSays(target, "What a video!");
    expect(answer.reply_to_message).toBeUndefined();
    const [, released] = await target.shows();
    expect(released).toMatchObject({ caption: "A slow video", isPinned: false });
    expect(await deadLettersOf(target)).toEqual([]);
  });

  it("among photos holds back the whole album, which is still one and comes once", async () => {
    const { source, target } = await carried();
    await source.post({ album: [{ photo: {}, caption: "Photo" }, video] });
    await source.post("After the album");
    await untilSays(target, "After the album");
    await target.release();
    const messages = await untilShows(target, (all) => all.length >= 3);
    const [, photo, film] = messages;
    expect(photo?.media_group_id).toBeDefined();
    expect(film?.media_group_id).toBe(photo?.media_group_id);
    expect(await saidIn(target)).toEqual(["After the album", "Photo", "A slow video"]);
  });

  it("with words too long for a caption is followed by the rest of them", async () => {
    const { source, target } = await carried({
      transforms: [{ is: "footer", text: "The very end of it" }],
    });
    await source.post({ video: {}, caption: "word ".repeat(204).trim() });
    await untilSays(target, "The very end of it");
    await target.release();
    await untilShows(target, (all) => all.length === 2);
    expect(await deadLettersOf(target)).toEqual([]);
  });
});
