import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Fault, goesWrong, moveTo } from "../../stories/place.ts";
import { cacheChat, type Person, telegramCalls } from "../../stories/telegram.ts";
import { House } from "../house.ts";
import { Crowd, isLong } from "./crowd.ts";
import { expectAllHaveIt } from "./served.ts";

const patience = 90_000;
const waitSeconds = 3;
const size = 4;

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
  // Its own limit would have a call refused that is to be heard too late.
  await house.world("/telegram/limits", { global: null });
}, 60_000);
afterAll(() => house.close());

const tooMany: Fault = {
  status: 429,
  body: {
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${waitSeconds}`,
    parameters: { retry_after: waitSeconds },
  },
  times: 1,
};
const broken: Fault = {
  status: 500,
  body: { ok: false, error_code: 500, description: "Internal Server Error" },
  times: 1,
};

const sendingTo = ({ id }: Person, fault: Fault) =>
  goesWrong("telegram", { channel: String(id), path: "/sendVideo", ...fault });

const videosSentTo = async ({ id }: Person) =>
  (await telegramCalls()).filter(
    ({ method, body }) => method === "sendVideo" && Number(body["chat_id"]) === id,
  );

/** Every second one of them meets it. */
async function halfOf(crowd: Crowd, fault: Fault): Promise<readonly Person[]> {
  const half = crowd.people.filter((_, n) => n % 2 === 0);
  for (const person of half) await sendingTo(person, fault);
  return half;
}

describe.runIf(isLong).concurrent("when a video is given, and Telegram", () => {
  it(
    "wants a rest, it gets exactly that, and nobody gets a second copy",
    async () => {
      const crowd = new Crowd(size);
      const half = await halfOf(crowd, tooMany);
      await crowd.ask();
      await expectAllHaveIt(crowd);
      for (const person of half) {
        const [first, second, ...more] = await videosSentTo(person);
        const waited = ((second?.at ?? 0) - (first?.at ?? 0)) / 1_000;
        expect(waited).toBeGreaterThanOrEqual(waitSeconds);
        expect(waited).toBeLessThan(waitSeconds + 3);
        expect(more).toEqual([]);
      }
    },
    patience,
  );

  it.each([
    { name: "breaks", fault: broken },
    { name: "is not reached", fault: { reset: true, times: 1 } },
    { name: "is silent", fault: { blackhole: true, times: 1 } },
  ])(
    "$name, everybody gets it, once",
    async ({ fault }) => {
      const crowd = new Crowd(size);
      await halfOf(crowd, fault);
      await crowd.ask();
      await expectAllHaveIt(crowd);
    },
    patience,
  );

  it(
    "does so and the answer is lost, only those have it twice, in place of what told how far it was",
    async () => {
      const crowd = new Crowd(size);
      const half = await halfOf(crowd, { reset: true, late: true, times: 1 });
      const ids = half.map(({ id }) => id);
      await crowd.ask();
      const got = await expectAllHaveIt(crowd, { doubled: ids });
      const doubled = got.flatMap(({ person, videos }) => (videos > 1 ? [person.id] : []));
      expect(doubled).toEqual(ids);
      expect(got.flatMap(({ texts }) => texts)).toEqual([]);
      process.stdout.write(`${doubled.length} of ${got.length} have it twice: their answers were lost\n`);
    },
    patience,
  );
});

describe.runIf(isLong).each([
  { name: "wants a rest", fault: tooMany, uploads: 1 },
  { name: "breaks", fault: broken, uploads: 1 },
  { name: "is not reached", fault: { reset: true, times: 1 }, uploads: 1 },
  { name: "takes it and the answer is lost", fault: { reset: true, late: true, times: 1 }, uploads: 2 },
])("when it is carried to the cache channel, and Telegram $name", ({ fault, uploads }) => {
  it(
    "everybody gets it, once",
    async () => {
      const crowd = new Crowd(size);
      await goesWrong("telegram", { channel: String(cacheChat), path: "/sendVideo", ...fault });
      await crowd.ask();
      await expectAllHaveIt(crowd);
      expect(await crowd.uploads()).toBe(uploads);
    },
    patience,
  );
});
