import { afterAll, beforeAll, expect, it } from "vitest";
import { carry, ChatRoom, untilShows } from "../../stories/forwarder/chats.ts";
import { moveTo } from "../../stories/place.ts";
import { House } from "../house.ts";

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
}, 60_000);
afterAll(() => house.close());

/** A room that nobody asks for anything is put to sleep after ten seconds, and waits longer than that for the rest of an album. */
const outage = 12_000;

it("carries an album that lay ready when Taproom went away, though its room falls asleep over it", async () => {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
  await carry([source], [target]);
  await source.post({ album: [{ photo: {}, caption: "One" }, { photo: {} }, { photo: {} }] });
  await house.goAway(outage);
  await source.post("And a word about it");

  const messages = await untilShows(target, ({ length }) => length >= 4);
  expect(messages.map(({ text, caption }) => text ?? caption)).toEqual([
    "One",
    undefined,
    undefined,
    "And a word about it",
  ]);
}, 120_000);
