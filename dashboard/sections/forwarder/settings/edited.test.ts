import { expect, it } from "vitest";
import { defaults } from "./defaults.ts";
import { changesIn } from "./edited.ts";

const before = { label: "News", settings: { ...defaults, perMinute: 5 } };

it("sends only what differs, and null for what is there no more", () => {
  const after = { label: " Fresh news ", settings: { ...defaults, silent: true } };
  expect(changesIn({ before, after })).toEqual({ label: "Fresh news", silent: true, perMinute: null });
});

it("sends nothing where a change was taken back", () => {
  expect(changesIn({ before, after: { ...before } })).toEqual({});
});
