import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveTo, until } from "../../stories/place.ts";
import type { Person } from "../../stories/telegram.ts";
import { PostOf } from "../../stories/telegram.ts";
import { wait } from "../aim.ts";
import { House } from "../house.ts";
import { Crowd, isLong } from "./crowd.ts";
import { expectAllHaveIt, expectAllHear } from "./served.ts";

const patience = 120_000;
const size = 4;

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
}, 60_000);
afterAll(() => house.close());

describe.runIf(isLong).concurrent("when the platform", () => {
  it.each([
    { name: "breaks off at 60 %, once", nature: { failure: "breaks", at: 0.6, times: 1 } },
    { name: "says that there is more than there is, once", nature: { failure: "lies", at: 0.6, times: 1 } },
    { name: "refuses the file, once", nature: { failure: "cdn-403", times: 1 } },
    { name: "hands out an old address, once", nature: { failure: "expired", times: 1 } },
  ])(
    "$name, the second try brings the video",
    async ({ nature }) => {
      const crowd = new Crowd(size);
      await crowd.post.is(nature);
      await crowd.ask();
      await expectAllHaveIt(crowd);
      expect(await crowd.uploads()).toBe(1);
      expect(await crowd.post.asked()).toMatchObject({ pages: 2 });
    },
    patience,
  );

  it(
    "breaks off every time, everybody hears why, and no half video lies anywhere",
    async () => {
      const crowd = new Crowd(size, new PostOf("instagram"));
      await crowd.post.is({ failure: "breaks", at: 0.6 });
      await crowd.ask();
      await expectAllHear(crowd, /Instagram did not answer|Telegram did not take the video/);
      expect(await crowd.uploads()).toBe(0);
      expect(await crowd.post.cached()).toEqual({ postgres: [], redis: [] });
    },
    patience,
  );

  it(
    "could not be reached and can again, the next who asks gets the video as soon as the refusal stands no more",
    async () => {
      const early = new Crowd(1);
      await early.post.is({ failure: "cdn-500", times: 3 });
      await early.ask();
      await expectAllHear(early, /TikTok did not answer/);

      // The refusal stands for 20 s, of which some have gone by; just then the room that knew it has forgotten all.
      await wait(19);
      const late = new Crowd(1, early.post);
      await late.ask();
      const asked = Date.now();
      await late.untilAllSeeIt();
      expect(Date.now() - asked).toBeLessThan(8_000);
    },
    patience,
  );

  it(
    "is slow, everybody gets the video all the same",
    async () => {
      const crowd = new Crowd(size);
      await crowd.post.is({ ratePerSecond: 150_000 });
      await crowd.ask();
      await expectAllHaveIt(crowd);
      expect(await crowd.uploads()).toBe(1);
      expect(await crowd.post.asked()).toMatchObject({ pages: 1, downloads: 1 });
    },
    patience,
  );

  it(
    "is slow, and nobody wants the video any more, no more bytes of it flow",
    async () => {
      const crowd = new Crowd(1);
      const [person] = crowd.people as [Person];
      await crowd.post.is({ ratePerSecond: 40_000 });
      await crowd.ask();
      const status = await person.untilHears(/Carrying the video over/);
      await until(
        () => crowd.post.asked(),
        ({ bytes }) => bytes > 0,
      );
      await person.press({ message: status.message_id, button: "✖ Cancel" });
      await person.untilHears(/Cancelled/);

      // A worker hears at its next beat, within ten seconds, that nobody waits any more; in these flow 400 kB.
      const { bytes } = await until(
        () => twoLooks(crowd.post),
        ({ flows }) => !flows,
        30_000,
      );
      expect(bytes).toBeLessThan(1_000_000);
      expect(await crowd.uploads()).toBe(0);
      expect(await crowd.rows()).toEqual([expect.objectContaining({ outcome: "cancelled" })]);
    },
    patience,
  );
});

/** Whether bytes flow, seen over a second. */
async function twoLooks(post: PostOf) {
  const before = await post.asked();
  await wait(1);
  const { bytes } = await post.asked();
  return { bytes, flows: bytes > before.bytes };
}
