import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { askWorld, moveTo, throughWorld, until } from "../../stories/place.ts";
import { wait } from "../aim.ts";
import { House } from "../house.ts";
import { killRuntime } from "../kill.ts";
import { Crowd, isLong } from "./crowd.ts";
import { expectAllHaveIt, expectHeard, expectHeardSoon } from "./served.ts";

const size = 5;

interface Message {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
}

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
}, 60_000);
beforeEach(() => house.world("/reset", {}));
afterEach(() => house.world("/services/qstash/start", {}));
afterAll(() => house.close());

const messages = () => askWorld<readonly Message[]>("GET", "/qstash/messages");

const untilPublished = (count = 1) => until(messages, ({ length }) => length >= count, 20_000);

it("downloads once what the queue delivers twice at once", async () => {
  await house.world("/qstash/twice", { times: 3 });
  const crowds = [new Crowd(size), new Crowd(size), new Crowd(size)];
  await Promise.all(crowds.map((crowd) => crowd.ask()));
  for (const crowd of crowds) {
    expectHeard(crowd);
    await expectAllHaveIt(crowd);
    expect(await crowd.post.asked()).toMatchObject({ pages: 1, downloads: 1 });
    expect(await crowd.uploads()).toBe(1);
  }
}, 60_000);

it.runIf(isLong)(
  "tells that it waits while the queue holds deliveries back, and goes on when it lets go",
  async () => {
    const crowd = new Crowd(size);
    await house.world("/qstash/hold", {});
    await crowd.ask();
    const [message] = await untilPublished();
    expect(message?.state).toBe("waiting");
    for (const person of crowd.people) await person.untilHears(/Waiting for a free pair of hands/);
    expect(await crowd.post.asked()).toMatchObject({ pages: 0 });

    await house.world("/qstash/release", {});
    await expectAllHaveIt(crowd);
    expect(await crowd.uploads()).toBe(1);
  },
  60_000,
);

it.runIf(isLong)(
  "tells that the line does not move while the queue is away, and brings the video by itself when it is back",
  async () => {
    const crowd = new Crowd(size);
    await house.world("/services/qstash/stop", {});
    await crowd.ask();
    expectHeardSoon(crowd);
    for (const person of crowd.people) await person.untilHears(/line is not moving at the moment/);

    await house.world("/services/qstash/start", {});
    await expectAllHaveIt(crowd);
    expect(await crowd.uploads()).toBe(1);
  },
  90_000,
);

it.runIf(isLong)(
  "loses nothing when the queue takes a job and the answer is lost",
  async () => {
    const crowd = new Crowd(size);
    await house.world("/faults", { service: "qstash", late: true, reset: true, times: 1 });
    await crowd.ask();
    await expectAllHaveIt(crowd);
    expect(await crowd.uploads()).toBe(1);
    expect(await crowd.post.asked()).toMatchObject({ downloads: 1 });
  },
  60_000,
);

it.runIf(isLong)(
  "misses after two minutes what the queue has lost",
  async () => {
    const crowd = new Crowd(size);
    await house.world("/qstash/hold", {});
    await crowd.ask();
    const [message] = await untilPublished();
    const token = "embedded-qstash-token";
    const lost = await throughWorld(`https://qstash.taproom.test/v2/messages/${message?.id}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(lost.status).toBeLessThan(300);
    await house.world("/qstash/release", {});
    await expectAllHaveIt(crowd, { longest: 180_000 });
    expect(await crowd.uploads()).toBe(1);
  },
  240_000,
);

it.runIf(isLong)(
  "misses within a minute a worker whose death the queue has not noticed",
  async () => {
    const crowd = new Crowd(size);
    await crowd.post.is({ ratePerSecond: 200_000 });
    // The second delivery is answered at once: somebody is at it. So the queue takes the message for delivered.
    await house.world("/qstash/twice", { times: 1 });
    await crowd.ask();
    await until(
      () => crowd.post.asked(),
      ({ bytes }) => bytes > 0,
      20_000,
    );
    await wait(1);
    expect(killRuntime()).toBeGreaterThan(0);
    await crowd.post.is({ ratePerSecond: null });
    await expectAllHaveIt(crowd);
    expect(await crowd.uploads()).toBe(1);
  },
  120_000,
);
