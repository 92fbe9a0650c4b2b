import { expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { placeOf, type Request, type Stage } from "./request.ts";

const post = { platform: "tiktok", id: "7301" } as const;
const stages = {
  new: { is: "new" },
  queued: { is: "queued", post },
  flying: { is: "flying", post, progress: { is: "queued" } },
  answering: {
    is: "answering",
    outcome: { is: "refused", reason: "removed", errorId: "" },
    cached: false,
  },
  "answering from the cache": {
    is: "answering",
    outcome: { is: "landed", upload: { files: [], title: "", author: "", offers: [], messageId: 1 } },
    cached: true,
  },
  tidying: { is: "tidying", deleteStatus: true, deleteLink: false },
} as const satisfies Readonly<Record<string, Stage>>;

const line = (...names: readonly (keyof typeof stages)[]): Request[] =>
  names.map((name, place) => ({
    id: `m${place}`,
    lead: { is: "post", post },
    quality: "best",
    target: { is: "inline", messageId: "a" },
    source: "message",
    at: instant(0),
    language: "en",
    stage: stages[name],
    failures: 0,
    due: instant(0),
  }));

const places = (...names: readonly (keyof typeof stages)[]) => {
  const all = line(...names);
  return all.map((request) => placeOf(request, all));
};

it("lets one download at a time, in the order in which they were asked for", () => {
  expect(places("flying", "queued", "queued")).toEqual([1, 2, 3]);
});

it("counts whatever is under way before whatever waits", () => {
  expect(places("queued", "flying", "queued")).toEqual([2, 2, 3]);
});

it("lets nobody overtake a request that is still being looked at", () => {
  expect(places("new", "queued")).toEqual([1, 2]);
});

it("lets nobody overtake an answer that Telegram makes wait", () => {
  expect(places("answering", "queued")).toEqual([1, 2]);
});

it("does not wait for what lies at Telegram, nor for what is answered", () => {
  expect(places("answering from the cache", "tidying", "queued")).toEqual([1, 1, 1]);
});
