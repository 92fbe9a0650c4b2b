import { expect, it } from "vitest";
import type { Call } from "../../../world/calls.ts";
import type { Passage } from "../state/traffic.ts";
import { isAbout, subjectOf, toneOf } from "./passage.ts";

const called = (call: Partial<Call>): Passage => ({
  key: 1,
  way: "out",
  at: 1,
  status: 200,
  call: {
    service: "twitch",
    method: "GET",
    host: "api.twitch.tv",
    path: "/helix/users",
    query: {},
    body: null,
    status: 200,
    at: 1,
    ...call,
  },
});

const queried = (body: unknown) => called({ service: "postgres", path: "/sql", body });

it("names a query by its statement, and a batch by its first", () => {
  expect(subjectOf(queried({ query: 'select *\n  from "players"', params: [] }))).toBe(
    "select * from players",
  );
  expect(subjectOf(queried({ queries: [{ query: "begin" }, { query: "end" }] }))).toBe("begin (+1)");
});

const told = (body: unknown) => called({ service: "redis", path: "/", body });

it("names what Redis is told by its command and key, and several by their first", () => {
  expect(subjectOf(told(["GET", "upload:tiktok:1"]))).toBe("GET upload:tiktok:1");
  expect(
    subjectOf(
      told([
        ["SET", "a", "1"],
        ["GET", "b"],
      ]),
    ),
  ).toBe("SET a (+1)");
  for (const body of [null, "PING", []]) expect(subjectOf(told(body))).toBe("/");
});

it("names anything else by its path, whatever it carries", () => {
  expect(subjectOf(called({}))).toBe("/users");
  for (const body of [null, "text", { queries: [] }, { queries: [null] }, { query: 1 }])
    expect(subjectOf(queried(body))).toBe("/sql");
});

it("finds a call by what was sent with it", () => {
  const said = called({ body: { message: "Кегу!" } });
  expect(isAbout(said, "кегу")).toBe(true);
  expect(isAbout(said, "квас")).toBe(false);
  expect(isAbout(said, "  ")).toBe(true);
});

it.each([
  [204, "good"],
  [302, "good"],
  [429, "warning"],
  [500, "bad"],
  [0, "bad"],
])("takes %i for %s", (status, tone) => {
  expect(toneOf(status)).toBe(tone);
});
