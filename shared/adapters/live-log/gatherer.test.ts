import { expect, it } from "vitest";
import { instant, type Millis, seconds } from "#kernel/clock";
import type { LogLine } from "#domain/admin/log/log-line";
import { Gatherer } from "./gatherer.ts";

/** A house in which time goes on when it is told to. */
class House {
  now = 0;
  isAway = false;
  readonly handedOver: { readonly events: readonly string[]; readonly dropped: number }[] = [];
  /** Requests that wait for their moment to hand over. */
  readonly waiting: (() => void)[] = [];
  readonly #work: Promise<void>[] = [];
  readonly #gatherer = new Gatherer({
    handOver: async (lines, dropped) => {
      if (this.isAway) throw new Error("away");
      this.handedOver.push({ events: lines.map(({ event }) => event), dropped });
    },
    clock: () => instant(this.now),
    wait: (_: Millis) => new Promise<void>((resolve) => this.waiting.push(resolve)),
    keepAlive: (work) => void this.#work.push(work),
  });

  log(...events: readonly string[]): void {
    for (const event of events) this.#gatherer.add(line(event));
  }

  async theMomentPasses(): Promise<void> {
    for (const go of this.waiting.splice(0)) go();
    await Promise.all(this.#work);
  }
}

const line = (event: string): LogLine => ({ at: "", level: "info", event, part: "house", facts: {} });
const many = (count: number) => Array.from({ length: count }, (_, n) => String(n));
const sizes = ({ handedOver }: House) => handedOver.map(({ events }) => events.length);

it("lines of one moment are handed over together, whoever they are from", async () => {
  const house = new House();
  house.log("a");
  house.log("b", "c");
  expect(house.handedOver).toEqual([]);
  await house.theMomentPasses();
  expect(house.handedOver).toEqual([{ events: ["a", "b", "c"], dropped: 0 }]);
  house.log("d");
  await house.theMomentPasses();
  expect(house.handedOver[1]).toEqual({ events: ["d"], dropped: 0 });
});

it("many lines are handed over by the hundred, in their order", async () => {
  const house = new House();
  house.log(...many(250));
  await house.theMomentPasses();
  expect(sizes(house)).toEqual([100, 100, 50]);
  expect(house.handedOver.flatMap(({ events }) => events)).toEqual(many(250));
});

it("more than a thousand do not wait: the rest is counted, and it is told how many they were", async () => {
  const house = new House();
  house.log(...many(1_007));
  await house.theMomentPasses();
  expect(sizes(house)).toEqual(Array.from({ length: 10 }, () => 100));
  expect(house.handedOver.map(({ dropped }) => dropped)).toEqual([7, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

it("whoever writes notices nothing when the room is away; what was lost is counted until it is back", async () => {
  const house = new House();
  house.isAway = true;
  house.log("a", "b");
  await house.theMomentPasses();
  house.log("c");
  await house.theMomentPasses();
  house.isAway = false;
  house.log("d");
  await house.theMomentPasses();
  expect(house.handedOver).toEqual([{ events: ["d"], dropped: 3 }]);
});

it("another one hands over when whoever was about to has ended with their request", async () => {
  const house = new House();
  house.log("a");
  house.waiting.pop();
  house.now += seconds(4);
  house.log("b");
  expect(house.waiting).toEqual([]);
  house.now += seconds(1);
  house.log("c");
  for (const go of house.waiting) go();
  await expect.poll(() => house.handedOver).toEqual([{ events: ["a", "b", "c"], dropped: 0 }]);
});
