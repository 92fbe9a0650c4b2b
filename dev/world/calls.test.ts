import { expect, it } from "vitest";
import { type Call, Calls } from "./calls.ts";
import { redact } from "./redact.ts";

const call = (rest: Partial<Call>): Call => ({
  service: "twitch",
  method: "GET",
  host: "api.twitch.tv",
  path: "/helix/users",
  query: {},
  body: null,
  status: 200,
  at: 1_000,
  ...rest,
});

it("lists calls oldest first", () => {
  const calls = new Calls();
  calls.record(call({ at: 2 }));
  calls.record(call({ at: 1 }));
  expect(calls.list().map(({ at }) => at)).toEqual([1, 2]);
});

it("forgets the oldest calls when there are too many", () => {
  const calls = new Calls(3);
  for (let at = 1; at <= 10; at++) calls.record(call({ at }));
  expect(calls.list().map(({ at }) => at)).toEqual([8, 9, 10]);
});

it("finds the calls of a service, of a time and of a channel", () => {
  const calls = new Calls();
  calls.record(call({ service: "postgres", at: 1 }));
  calls.record(call({ query: { broadcaster_id: "1001" }, at: 2 }));
  calls.record(call({ body: { broadcaster_id: "7" }, at: 3 }));
  calls.record(call({ body: { condition: { broadcaster_user_id: "1001" } }, at: 4 }));

  const found = (filter: Parameters<Calls["list"]>[0]) => calls.list(filter).map(({ at }) => at);
  expect(found({ service: "postgres" })).toEqual([1]);
  expect(found({ since: 3 })).toEqual([3, 4]);
  expect(found({ channel: "1001" })).toEqual([2, 4]);
});

it("keeps no secret", () => {
  expect(
    redact({
      client_id: "known",
      client_secret: "a",
      refresh_token: "b",
      code: "c",
      transport: { callback: "https://here", secret: "d" },
      list: [{ token: "e" }],
    }),
  ).toEqual({
    client_id: "known",
    client_secret: "•••",
    refresh_token: "•••",
    code: "•••",
    transport: { callback: "https://here", secret: "•••" },
    list: [{ token: "•••" }],
  });
});
