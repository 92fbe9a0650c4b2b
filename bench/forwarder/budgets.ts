import { type Budget, most } from "../budget.ts";
import type { Forwarder } from "./forwarder.ts";

/** What was promised of the forwarder, and what came of it. */
export function forwarderBudgets({ calm, storm, pattern }: Forwarder): readonly Budget[] {
  const wrong = [calm, storm].map(({ found }) => found.missing + found.split + found.reordered);
  const { find, characters, first, max } = pattern;
  return [
    most("calm: posts missing, split or out of order", wrong[0] ?? Number.NaN, 0),
    most("calm: posts that stand there twice", calm.found.doubled + calm.found.moreThanDoubled, 0),
    most("storm: posts missing, split or out of order", wrong[1] ?? Number.NaN, 0),
    most("storm: posts that stand there more than twice", storm.found.moreThanDoubled, 0),
    most(`${find} on ${characters} characters: worst, ms`, Math.max(first, max), 10),
  ];
}
