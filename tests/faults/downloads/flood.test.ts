import { afterAll, beforeAll, expect, it } from "vitest";
import { moveTo, until } from "../../stories/place.ts";
import { wait } from "../aim.ts";
import { House } from "../house.ts";
import { Crowd, type Got } from "./crowd.ts";
import { expectOver } from "./served.ts";

/** How long the trouble lasts; CI takes less of it, and fewer people. */
const seconds = Number(process.env["FAULT_SECONDS"] ?? 20);
const posts = Math.round(seconds * 1.5);
const peopleForEach = 10;
const broken = 0.1;

let house: House;
beforeAll(async () => {
  house = await House.start();
  moveTo(house.place);
}, 60_000);
afterAll(() => house.close());

it("answers everybody once who asks while a tenth of all calls is broken", async () => {
  for (const service of ["telegram", "qstash", "redis"]) {
    await house.world("/faults", { service, status: 500, share: broken / 2 });
    await house.world("/faults", { service, reset: true, share: broken / 2 });
  }
  const crowds = Array.from({ length: posts }, () => new Crowd(peopleForEach));
  const ending = wait(seconds).then(() => house.forgetFaults());
  const asking = crowds.flatMap((crowd) =>
    crowd.people.map(async (person) => {
      await wait(Math.random() * seconds);
      await crowd.askOne(person);
    }),
  );
  await Promise.all([...asking, ending]);

  const got: Got[] = [];
  for (const crowd of crowds) {
    const rows = await expectOver(crowd);
    const delivered = new Set(rows.flatMap((row) => (row.outcome === "delivered" ? [row.user_id] : [])));
    // Whose post could not be carried, three times on end, has a reason in place of a video.
    const isAnswered = ({ person, videos, texts }: Got) =>
      delivered.has(String(person.id))
        ? videos === 1 && texts.length === 0
        : videos === 0 && texts.length === 1;
    got.push(
      ...(await until(
        () => crowd.look(),
        (all) => all.every(isAnswered),
      )),
    );
    expect(await crowd.uploads()).toBe(delivered.size > 0 ? 1 : 0);
  }
  const withVideo = got.filter(({ videos }) => videos === 1).length;
  process.stdout.write(`${got.length} people, ${posts} posts: ${withVideo} have their video\n`);
  expect(withVideo).toBeGreaterThan(got.length * 0.8);
}, 300_000);
