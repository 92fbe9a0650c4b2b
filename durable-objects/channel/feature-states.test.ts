import { expect, it } from "vitest";
import { FeatureStates } from "./feature-states.ts";
import { memoryInTests } from "./memory-in-tests.ts";

function scene() {
  const memory = memoryInTests();
  const states = new FeatureStates(memory);
  states.set("keg", { phase: "opening" });
  states.keep();
  /** What another life of the room finds. */
  const reborn = () => new FeatureStates(memory).get("keg");
  return { states, reborn };
}

it("finds in a new life what was kept", () => {
  const { states, reborn } = scene();
  states.set("keg", { phase: "burning" });
  expect(states.get("keg")).toEqual({ phase: "burning" });
  expect(reborn()).toEqual({ phase: "opening" });
  states.keep();
  expect(reborn()).toEqual({ phase: "burning" });
});

it("goes back to what was kept when a transaction is taken back", () => {
  const { states } = scene();
  states.set("keg", { phase: "burning" });
  states.forget();
  expect(states.get("keg")).toEqual({ phase: "opening" });
});

it("knows nothing of a game that was closed", () => {
  const { states, reborn } = scene();
  states.set("keg", undefined);
  states.keep();
  expect(states.get("keg")).toBeUndefined();
  expect(reborn()).toBeUndefined();
});
