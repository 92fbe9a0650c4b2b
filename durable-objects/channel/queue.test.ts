import { expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { Queue } from "./queue.ts";

const waiting = (name: string, due: number) => ({ name, due: instant(due) });

function three() {
  const queue = new Queue<ReturnType<typeof waiting>>();
  queue.put(1, waiting("anna", 30));
  queue.put(2, waiting("boris", 10));
  queue.put(3, waiting("clara", 20));
  return queue;
}

it("keeps the order in which they came, whenever they are due", () => {
  const queue = three();
  queue.put(1, waiting("anna", 5));
  queue.delete(2);
  expect([...queue].map(({ name }) => name)).toEqual(["anna", "clara"]);
  expect(queue.size).toBe(2);
});

it.each([
  ["all are there", () => {}, 10],
  ["the earliest has gone", (queue) => queue.delete(2), 20],
  ["the earliest has been put off", (queue) => queue.put(2, waiting("boris", 40)), 20],
  ["an earlier one has come", (queue) => queue.put(4, waiting("dora", 1)), 1],
  ["another has gone", (queue) => queue.delete(3), 10],
  ["nobody is left", (queue) => [1, 2, 3].map((id) => queue.delete(id)), undefined],
] satisfies [string, (queue: ReturnType<typeof three>) => unknown, number | undefined][])(
  "knows when the next is due when %s",
  (_, change, due) => {
    const queue = three();
    // Asked before, so that what it remembers has to be right.
    queue.nextDue();
    change(queue);
    expect(queue.nextDue()).toBe(due);
  },
);

it("says what was not there", () => {
  expect(three().delete(4)).toBe(false);
});
