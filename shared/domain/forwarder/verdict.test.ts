import { describe, expect, it } from "vitest";
import { after, instant, minutes, seconds } from "#kernel/clock";
import { type TroubleKind, troubleOf } from "./trouble.ts";
import { type Failures, verdictOn } from "./verdict.ts";

const now = instant(1_000_000);
const verdict = (kind: TroubleKind, failures: Partial<Failures> = {}, more: object = {}) =>
  verdictOn(
    { kind, isRepeatable: false, ...more },
    { attempts: 0, unsure: 0, ...failures },
    { unsure: "again" },
    now,
  );

describe("a send that failed", () => {
  it("waits exactly as long as a 429 says, and has not failed", () => {
    const retryAt = after(now, seconds(17));
    expect(verdict("flood", { attempts: 4 }, { retryAt })).toEqual({
      is: "again",
      until: retryAt,
      attempts: 4,
      unsure: 0,
    });
  });

  it("lets the whole bot rest when the wait is long", () => {
    const retryAt = after(now, minutes(6));
    expect(verdict("flood", {}, { retryAt })).toMatchObject({ rest: retryAt });
  });

  it.each([
    [0, 3],
    [1, 6],
    [2, 12],
    [3, 24],
  ])("after %d failures of Telegram's own waits %d s", (attempts, wait) => {
    expect(verdict("server", { attempts })).toMatchObject({ is: "again", until: after(now, seconds(wait)) });
  });

  it("is given up at the fifth failure", () => {
    expect(verdict("server", { attempts: 4 })).toEqual({
      is: "dead",
      kind: "server",
      attempts: 5,
      unsure: 0,
    });
  });

  it("is sent blindly once more, and then a person decides", () => {
    expect(verdict("unsure")).toMatchObject({ is: "again", unsure: 1 });
    expect(verdict("unsure", { unsure: 1 })).toMatchObject({ is: "dead", kind: "unsure", unsure: 2 });
  });

  it("is not sent blindly where the mapping asks a person", () => {
    const failure = { kind: "unsure", isRepeatable: false } as const;
    expect(verdictOn(failure, { attempts: 0, unsure: 0 }, { unsure: "hold" }, now)).toMatchObject({
      is: "dead",
    });
  });

  it("is repeated where that does no harm", () => {
    expect(verdict("unsure", {}, { isRepeatable: true })).toMatchObject({
      is: "again",
      attempts: 1,
      unsure: 0,
    });
  });

  it("waits with all others for a new token", () => {
    expect(verdict("auth", { attempts: 4 })).toMatchObject({
      is: "again",
      attempts: 4,
      rest: after(now, minutes(1)),
    });
  });

  it("is given up at once where Telegram would say no again", () => {
    expect(verdict("no_rights")).toMatchObject({ is: "dead", kind: "no_rights" });
  });
});

describe("what Telegram means", () => {
  it.each<[TroubleKind, number, string]>([
    ["flood", 429, "Too Many Requests: retry after 3"],
    ["server", 502, "Bad Gateway"],
    ["auth", 401, "Unauthorized"],
    ["auth", 404, "Not Found"],
    ["migrated", 400, "Bad Request: group chat was upgraded to a supergroup chat"],
    ["protected", 400, "Bad Request: message has protected content and can't be forwarded"],
    ["topic_missing", 400, "Bad Request: message thread not found"],
    ["not_member", 403, "Forbidden: bot was kicked from the channel chat"],
    ["not_member", 403, "Forbidden: bot is not a member of the supergroup chat"],
    ["chat_not_found", 400, "Bad Request: chat not found"],
    ["no_rights", 400, "Bad Request: not enough rights to send text messages to the chat"],
    ["no_rights", 400, "Bad Request: need administrator rights in the channel chat"],
    ["message_gone", 400, "Bad Request: message to copy not found"],
    ["cannot_copy", 400, "Bad Request: the message can't be copied"],
    ["cannot_forward", 400, "Bad Request: the message can't be forwarded"],
    ["cannot_edit", 400, "Bad Request: message can't be edited"],
    ["too_long", 400, "Bad Request: message caption is too long"],
    ["media_invalid", 400, "Bad Request: wrong file identifier/HTTP URL specified"],
    ["unknown", 400, "Bad Request: something nobody has heard of"],
  ])("%s by %d %s", (kind, status, said) => {
    expect(troubleOf(status, said)).toBe(kind);
  });
});
