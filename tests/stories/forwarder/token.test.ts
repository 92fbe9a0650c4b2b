/** The bot's token does not fit any more: nothing is lost, and somebody hears of it. */
import { expect, it } from "vitest";
import { goesWrong, until } from "../place.ts";
import { carry, ChatRoom, deadLettersOf, saidIn, told } from "./chats.ts";

const ofTheToken = async () => (await told()).filter((text) => text.includes("окен бота"));

it(
  "lets posts wait until the token fits again, and administrators hear of both once",
  { timeout: 150_000 },
  async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    const mended = await goesWrong("telegram", {
      channel: String(target.id),
      status: 401,
      body: { ok: false, error_code: 401, description: "Unauthorized" },
    });
    await source.post("The first one");
    await source.post("The second one");
    const [broke] = await until(ofTheToken, (texts) => texts.length > 0);
    expect(broke).toMatch(/^⛔/);
    expect(await saidIn(target)).toEqual([]);
    await mended();
    // It is tried again a minute later.
    const shown = () => saidIn(target);
    expect(await until(shown, (words) => words.length === 2, 90_000)).toEqual([
      "The first one",
      "The second one",
    ]);
    const all = await until(ofTheToken, (texts) => texts.length > 1);
    expect(all[1]).toMatch(/^✅/);
    expect(all).toHaveLength(2);
    expect(await deadLettersOf(target)).toEqual([]);
  },
);
