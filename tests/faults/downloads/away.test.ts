import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { moveTo } from "../../stories/place.ts";
import { PostOf } from "../../stories/telegram.ts";
import { wait } from "../aim.ts";
import { House } from "../house.ts";
import { Crowd, isLong } from "./crowd.ts";
import { expectAllHaveIt, expectHeardSoon } from "./served.ts";

const size = 4;
const patience = 180_000;

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
}, 60_000);
beforeEach(() => house.world("/reset", {}));
afterEach(mend);
afterAll(() => house.close());

async function mend(): Promise<void> {
  await house.forgetFaults();
  for (const service of ["postgres", "redis"]) await house.world(`/services/${service}/start`, {});
}

const stop = (service: string) => house.world(`/services/${service}/stop`, {});
const fault = (service: string, how: object) => house.world("/faults", { service, ...how });

const outages = [
  { name: "Redis is stopped", begin: () => stop("redis") },
  { name: "Redis answers nothing", begin: () => fault("redis", { blackhole: true }) },
  { name: "Redis forgets everything", begin: () => house.world("/redis/flush", {}) },
  { name: "Postgres is stopped", begin: () => stop("postgres") },
  { name: "Postgres takes five seconds", begin: () => fault("postgres", { delayMs: 5_000 }) },
  { name: "Postgres answers nothing", begin: () => fault("postgres", { blackhole: true }) },
  { name: "both are stopped", begin: () => Promise.all([stop("redis"), stop("postgres")]) },
];

describe.runIf(isLong).each(outages)("while $name", ({ begin }) => {
  it(
    "videos come, new ones and known ones, and every request is written down once",
    async () => {
      const known = new PostOf();
      const before = new Crowd(1, known);
      await before.ask();
      await before.untilAllSeeIt();

      const fresh = [new Crowd(size), new Crowd(size)];
      const again = new Crowd(size, known);
      const under = new Crowd(size);
      await under.post.is({ ratePerSecond: 1_000_000 });
      const underWay = under.ask();
      await wait(0.5);
      await begin();
      const crowds = [...fresh, again, under];
      await Promise.all([underWay, again.ask(), ...fresh.map((crowd) => crowd.ask())]);
      for (const crowd of crowds) {
        expectHeardSoon(crowd);
        await crowd.untilAllSeeIt();
      }
      await mend();
      for (const crowd of crowds) await expectAllHaveIt(crowd);
      for (const crowd of crowds) expect(await crowd.uploads()).toBe(1);
    },
    patience,
  );
});
