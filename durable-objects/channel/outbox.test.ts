import { expect, it } from "vitest";
import { after, instant, seconds } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import { refund, say } from "#domain/twitch/effect";
import { memoryInTests, rowsIn } from "./memory-in-tests.ts";
import { type Errand, Outbox } from "./outbox.ts";

const now = instant(1_000_000);
const giveBack = (redemption: string) => refund(redemption as RedemptionId);

function scene() {
  const memory = memoryInTests();
  const outbox = new Outbox(memory);
  const decide = (...redemptions: readonly string[]) => {
    for (const redemption of redemptions)
      outbox.add({ key: redemption, feature: null, effect: giveBack(redemption), part: 0 }, now);
    outbox.keep();
  };
  /** What another life of the room finds. */
  const reborn = () => new Outbox(memory);
  return { memory, outbox, decide, reborn };
}

const keys = (errands: readonly Errand[]) => errands.map(({ key }) => key);
const first = (outbox: Outbox) => outbox.first("resolve")?.errand as Errand;

it("writes what was decided together on one page, and tears it out when all of it is done", () => {
  const { memory, outbox, decide } = scene();
  decide("a", "b");
  decide("c");
  expect(rowsIn(memory, "outbox_page")).toBe(2);

  for (const errand of outbox.due("resolve", now, 2)) outbox.remove(errand);
  outbox.keep();
  expect(rowsIn(memory, "outbox_page")).toBe(1);
  expect(outbox.size()).toBe(1);
});

it("finds in a new life what was waiting, begun and put off, in its order", () => {
  const { outbox, decide, reborn } = scene();
  decide("a", "b", "c");
  const [a, b] = outbox.due("resolve", now, 2) as [Errand, Errand];
  outbox.postpone(a, after(now, seconds(5)));
  outbox.remove(b);
  outbox.keep();
  outbox.add({ key: "line", feature: "keg", effect: say(now, "keg-opened"), part: 0 }, now);
  outbox.keep();
  outbox.begin(outbox.first("say")?.errand as Errand, now, after(now, seconds(20)));

  const found = reborn();
  expect(keys(found.due("resolve", now, 10))).toEqual(["c"]);
  expect(found.first("resolve")).toMatchObject({ errand: { key: "a", attempts: 1 }, due: 1_005_000 });
  expect(found.begun("say")).toMatchObject([{ key: "line", feature: "keg", begunAt: now }]);
  expect(found.nextDue("say")).toBe(1_020_000);
});

it("takes nothing up that was not kept, and nothing back that was", () => {
  const { outbox, decide } = scene();
  decide("a");
  outbox.remove(first(outbox));
  outbox.add({ key: "b", feature: null, effect: giveBack("b"), part: 0 }, now);
  outbox.forget();
  expect(keys(outbox.due("resolve", now, 10))).toEqual(["a"]);
});

it("ends an errand once, however often its answer comes", () => {
  const { outbox, decide } = scene();
  decide("a");
  const errand = first(outbox);
  expect(outbox.remove(errand)).toBe(true);
  expect(outbox.remove(errand)).toBe(false);

  // A later one is not taken for it, nor is it brought back by being put off.
  decide("b");
  expect(outbox.remove(errand)).toBe(false);
  outbox.postpone(errand, now);
  expect(keys(outbox.due("resolve", now, 10))).toEqual(["b"]);
});

it("does not forget that an errand was begun while nobody knows how it ended", () => {
  const { outbox } = scene();
  outbox.add({ key: "line", feature: null, effect: say(now, "keg-opened"), part: 0 }, now);
  outbox.keep();
  const line = outbox.first("say")?.errand as Errand;
  outbox.begin(line, now, after(now, seconds(20)));
  // As it was before it was begun: the lane holds an older word of it.
  outbox.decideBy(line, after(now, seconds(6)));
  expect(outbox.begun("say")).toHaveLength(1);
  expect(outbox.nextDue("say")).toBe(1_006_000);
});

it("begins another page where one is full", () => {
  const { memory, outbox, decide, reborn } = scene();
  decide(...Array.from({ length: 250 }, (_, n) => `r${n}`));
  expect(rowsIn(memory, "outbox_page")).toBe(3);
  expect(outbox.size()).toBe(250);
  expect(keys(reborn().due("resolve", now, 300))).toEqual(keys(outbox.due("resolve", now, 300)));
});
