import { expect, it } from "vitest";
import { type Sample, withSample } from "./samples.ts";

const sample = (minute: number): Sample => ({ at: minute * 60_000, waiting: minute, sending: 0, dead: 0 });

it("keeps the last ten minutes", () => {
  const samples = [0, 5, 11].reduce(
    (before, minute) => withSample(before, sample(minute)),
    [] as readonly Sample[],
  );
  expect(samples.map(({ waiting }) => waiting)).toEqual([5, 11]);
});

it("counts a moment once, however often it is shown", () => {
  const once = withSample([], sample(1));
  expect(withSample(once, sample(1))).toBe(once);
});
