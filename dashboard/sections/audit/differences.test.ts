import { expect, it } from "vitest";
import { differences } from "./differences.ts";

it("tells what a wish changes, and nothing of what it does not name", () => {
  const before = { id: "twitch:5001", name: "Ida", rights: { logs: "see" }, hasPassword: false };
  const after = { name: "Ida", rights: { logs: "change" } };
  expect(differences(before, after)).toEqual([{ path: "rights.logs", before: "see", after: "change" }]);
});

it("tells what has come into a field that is named, and what has gone from it", () => {
  expect(differences({ rights: { logs: "see" } }, { rights: { players: "see" } })).toEqual([
    { path: "rights.logs", before: "see" },
    { path: "rights.players", after: "see" },
  ]);
});

it("tells everything of what is new, and of what was removed", () => {
  const mapping = { enabled: true, source: { chat: "-1001" } };
  expect(differences(null, mapping)).toEqual([
    { path: "enabled", after: true },
    { path: "source.chat", after: "-1001" },
  ]);
  expect(differences(mapping, null)).toEqual([
    { path: "enabled", before: true },
    { path: "source.chat", before: "-1001" },
  ]);
});

it("takes a list as a whole", () => {
  expect(differences({ names: ["a", "b"] }, { names: ["a", "c"] })).toEqual([
    { path: "names", before: ["a", "b"], after: ["a", "c"] },
  ]);
  expect(differences({ names: ["a"] }, { names: ["a"] })).toEqual([]);
});

it("knows nothing different about nothing", () => {
  expect(differences(null, null)).toEqual([]);
  expect(differences(undefined, null)).toEqual([]);
});
