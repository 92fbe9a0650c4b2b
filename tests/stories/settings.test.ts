import { describe, expect, it } from "vitest";
import { openChannel, person } from "./channel.ts";
import { askProduct, place } from "./place.ts";

const keg = { fuseSeconds: 60, boarsNeeded: 20, victims: 50, timeoutSeconds: 600 };
const defaults = { language: "ru", admins: [], privileged: [], privilegedVips: false, keg };

describe.concurrent("a channel's settings", () => {
  it("have defaults, and change one by one", async () => {
    const channel = await openChannel();
    const before = (await (await channel.ask("GET", "settings")).json()) as object;
    expect(before).toMatchObject(defaults);

    const changed = await channel.ask("PUT", "settings", { keg: { fuseSeconds: 6 } });
    expect(changed.status).toBe(200);
    const expected = { ...before, keg: { ...keg, fuseSeconds: 6 } };
    expect(await changed.json()).toEqual(expected);
    await channel.ask("PUT", "settings", { language: "en" });
    expect(await (await channel.ask("GET", "settings")).json()).toEqual({ ...expected, language: "en" });
  });

  it.each([
    ["keg.fuseSeconds", { keg: { fuseSeconds: 0 } }],
    ["keg.fuseSeconds", { keg: { fuseSeconds: 3_601 } }],
    ["keg.fuseSeconds", { keg: { fuseSeconds: "60" } }],
    ["keg.boarsNeeded", { keg: { boarsNeeded: 1.5 } }],
    ["keg.victims", { keg: { victims: 101 } }],
    ["keg.timeoutSeconds", { keg: { timeoutSeconds: 1_209_601 } }],
    ["keg", { keg: [] }],
    ["fuse", { keg: { fuse: 6 } }],
    ["language", { language: "de" }],
    ["privileged", { privileged: ["streamer"] }],
    ["privileged", { privileged: 1 }],
    ["darts", { darts: {} }],
    ["__proto__", JSON.parse('{"__proto__": {"language": "en"}}') as object],
    ["settings", []],
    ["settings", null],
    ["settings", "keg"],
  ])("refuse a wrong %s by name: %j", async (name, patch) => {
    const channel = await openChannel();
    const before: unknown = await (await channel.ask("GET", "settings")).json();
    const answer = await channel.ask("PUT", "settings", patch);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "bad-input", detail: expect.stringContaining(name) });
    expect(await (await channel.ask("GET", "settings")).json()).toEqual(before);
  });

  it("refuse what is no JSON", async () => {
    const answer = await fetch(`${place.product}/api/channels/1/settings`, {
      method: "PUT",
      headers: { Authorization: `Bearer ${place.adminToken}` },
      body: "{",
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: "The body is not JSON" });
  });
});

describe.concurrent("the ledger", () => {
  it("names each redemption's reward, viewer, state and moment", async () => {
    const ann = person("ann");
    const channel = await openChannel({ chatters: [ann] });
    const before = new Date().toISOString();
    const id = await channel.redeem("boar", ann);

    const { ledger } = await channel.untilOver(/кеги пока нет/);
    expect(ledger).toEqual([
      expect.objectContaining({
        id,
        reward: "boar",
        viewer: "ann",
        state: "CANCELED",
        stands: "ended",
      }),
    ]);
    const at = ledger[0]?.at ?? "";
    expect([before, at, new Date().toISOString()].toSorted()[1]).toBe(at);
  });

  it.each(["0", "1001", "-1", "all", "1.5"])("shows up to a thousand; limit=%s", async (limit) => {
    const answer = await askProduct("GET", `/api/channels/1/redemptions?limit=${limit}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("limit") });
  });
});

describe.concurrent("the owner's API", () => {
  const paths = [
    ["GET", "settings"],
    ["PUT", "settings"],
    ["GET", "redemptions"],
    ["GET", "dead-letters"],
    ["GET", "status"],
    ["POST", "setup"],
  ] as const;

  it.each(paths)("answers nobody without the token: %s %s", async (method, path) => {
    const url = `${place.product}/api/channels/1001/${path}`;
    const wrong = [
      undefined,
      "Bearer embedded-admin-token",
      `Bearer ${place.adminToken}x`,
      `Basic ${place.adminToken}`,
      "Bearer ",
    ];
    const statuses = wrong.map(async (authorization) => {
      const headers = new Headers(authorization === undefined ? {} : { Authorization: authorization });
      const answer = await fetch(url, { method, headers });
      expect(await answer.json()).toMatchObject({ code: "unauthorized" });
      return answer.status;
    });
    expect(await Promise.all(statuses)).toEqual([401, 401, 401, 401, 401]);
  });

  it.each(["streamer", "1001x", "-1", "123456789012345678901", "%00"])("knows no channel %s", async (id) => {
    const answer = await askProduct("GET", `/api/channels/${id}/settings`);
    expect(answer.status).toBe(400);
  });

  it("says what is not there in JSON", async () => {
    const answer = await askProduct("GET", "/api/nothing");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "not-found" });
  });

  it("tells whoever asks whether it is well", async () => {
    const answer = await fetch(`${place.product}/health`);
    const report = (await answer.json()) as { readonly failing: readonly string[] };
    expect(report).toMatchObject({ mode: "embedded", bot: "connected" });
    // Other stories break channels of their own, and the house's health is about all of them.
    const well = report.failing.length === 0;
    expect(report).toMatchObject({ status: well ? "ok" : "failing" });
    expect(answer.status).toBe(well ? 200 : 500);
  });
});
