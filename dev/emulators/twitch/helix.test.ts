import { getAppToken } from "@twurple/auth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { botId, botScopes, broadcasterId, clientId, clientSecret, setStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.consent(botId, botScopes);
});
afterEach(() => stage.close());

const helix = (path: string, headers: Record<string, string>) =>
  stage.world.fetch(new Request(`https://api.twitch.tv/helix${path}`, { headers }));
const bearer = async () => {
  const { accessToken } = await getAppToken(clientId, clientSecret);
  return { Authorization: `Bearer ${accessToken}`, "Client-Id": clientId };
};

const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}=${n}`);

describe("every answer", () => {
  it("tells how much may still be asked, and is JSON", async () => {
    const { headers } = await helix("/users?id=1001", await bearer());
    expect(headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(headers.get("Ratelimit-Limit")).toBe("800");
    expect(headers.get("Ratelimit-Remaining")).toBe("799");
    expect(Number(headers.get("Ratelimit-Reset")) * 1_000).toBeGreaterThanOrEqual(Date.now());
  });

  it("is such also when it is a no", async () => {
    const response = await helix("/users", await bearer());
    expect(response.status).toBe(400);
    expect(response.headers.get("Ratelimit-Remaining")).toBe("799");
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  });
});

describe("nobody gets in", () => {
  it.each([
    ["without a token", {}, "OAuth token is missing"],
    ["without a client id", { Authorization: "Bearer x" }, "Client ID is missing"],
    [
      "with a token nobody gave out",
      { Authorization: "Bearer x", "Client-Id": clientId },
      "Invalid OAuth token",
    ],
  ])("%s", async (_, headers, message) => {
    const response = await helix("/users?id=1", headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "Unauthorized", status: 401, message });
  });

  it("with somebody else's client id", async () => {
    const response = await helix("/users?id=1", { ...(await bearer()), "Client-Id": "other" });
    expect(await response.json()).toMatchObject({
      status: 401,
      message: "Client ID and OAuth token do not match",
    });
  });
});

describe("users", () => {
  it("are found by id and by login", async () => {
    const [byId] = await stage.api.users.getUsersByIds([broadcasterId, "404"]);
    expect(byId?.name).toBe("streamer");
    expect((await stage.api.users.getUserByName("lena_iz_omska"))?.displayName).toBe("Лена_из_Омска");
  });

  it("are asked for by id and by login in one call, a hundred at most", async () => {
    const headers = await bearer();
    const asked = async (query: string) => {
      const response = await helix(`/users?${query}`, headers);
      return { status: response.status, ...((await response.json()) as { data?: { login: string }[] }) };
    };
    const { data } = await asked("id=1001&login=LENA_iz_omska&id=404&login=nobody_here&login=streamer");
    expect(data?.map(({ login }) => login)).toEqual(["streamer", "lena_iz_omska"]);

    expect((await asked([...many("id", 50), ...many("login", 50)].join("&"))).status).toBe(200);
    expect((await asked([...many("id", 51), ...many("login", 50)].join("&"))).status).toBe(400);
  });

  it.each([
    ["a display name", "login=Лена_из_Омска"],
    ["nothing", "login="],
    ["words", "login=two%20words"],
    ["an at sign", "login=@streamer"],
    ["a login for an id", "id=streamer"],
  ])("are not found at all where one is asked for by %s", async (_, query) => {
    const response = await helix(`/users?id=1001&${query}`, await bearer());
    expect(await response.json()).toEqual({
      error: "Bad Request",
      status: 400,
      message: "Invalid username(s), email(s), or ID(s). Bad Identifiers.",
    });
  });

  it("exist from the moment their channel is named", async () => {
    expect(await stage.api.users.getUserById("777")).toBeNull();
    await stage.look("/twitch/rewards?broadcasterId=777");
    expect((await stage.api.users.getUserById("777"))?.name).toBe("streamer777");
  });
});

describe("Twurple", () => {
  it("waits and asks again when Helix says too many", async () => {
    const Reset = String(Math.floor(Date.now() / 1_000));
    const headers = { "Ratelimit-Limit": "800", "Ratelimit-Remaining": "0", "Ratelimit-Reset": Reset };
    await stage.control("/faults", { service: "twitch", path: "/users", status: 429, headers, times: 1 });

    expect((await stage.api.users.getUserById(broadcasterId))?.name).toBe("streamer");
    const calls = (await stage.look("/calls?service=twitch")) as { status: number }[];
    expect(calls.map(({ status }) => status)).toEqual([429, 200]);
  });

  it("asks again by itself when Helix is broken or the line is: nothing that must not repeat may go through it", async () => {
    await stage.control("/faults", { service: "twitch", status: 503, times: 1 });
    await stage.control("/faults", { service: "twitch", reset: true, late: true, times: 1 });
    expect((await stage.api.users.getUserById(broadcasterId))?.name).toBe("streamer");
    const calls = (await stage.look("/calls?service=twitch")) as { status: number }[];
    expect(calls.map(({ status }) => status)).toEqual([503, 0, 200]);
  });
});

it("answers 429 when the bucket is empty, and again when it has filled", async () => {
  let now = Date.UTC(2026, 10, 20);
  const small = await setStage({ now: () => now, twitch: { limits: { helixPointsPerMinute: 2 } } });
  const { accessToken } = await getAppToken(clientId, clientSecret);
  const ask = async () => {
    const headers = { Authorization: `Bearer ${accessToken}`, "Client-Id": clientId };
    const request = new Request("https://api.twitch.tv/helix/users?id=1001", { headers });
    return (await small.world.fetch(request)).status;
  };
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
  now += 30_000;
  expect([await ask(), await ask()]).toEqual([200, 429]);
  await small.close();
});
