import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Emulator } from "../emulators/emulator.ts";
import { startWorld, type World } from "./world.ts";

const twitch = {
  clientId: "embedded-client",
  clientSecret: "embedded-secret",
  eventSubSecret: "embedded-eventsub-secret",
  broadcaster: { id: "1001", login: "streamer", name: "Streamer" },
  bot: { id: "1002", login: "taproom_bot", name: "Taproom_Bot" },
};

/** Answers with what it was asked. */
const echo: Emulator = {
  service: "echo",
  hosts: ["echo.test", "second.test"],
  async fetch(request) {
    received++;
    if (instead) return instead();
    return new Response(`${request.method} ${request.url} ${await request.text()}`, {
      headers: [
        ["X-Scheme", new URL(request.url).protocol],
        ["Set-Cookie", "a=1"],
        ["Set-Cookie", "b=2"],
      ],
    });
  },
};

let received = 0;
/** Instead of the echo. */
let instead: (() => Response) | undefined;

/** Half of what was promised, and then nothing more. */
function breaking(): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode("half")),
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      controller.error(new Error("the source broke"));
    },
  });
}

let world: World;
let random = () => 0;
beforeEach(async () => {
  random = () => 0;
  received = 0;
  instead = undefined;
  world = await startWorld({
    port: 0,
    webhookOrigin: "http://127.0.0.1:1",
    twitch,
    emulators: [[echo]],
    playground: () => new Response("the page"),
    random: () => random(),
  });
});
afterEach(() => world.close());

/** As workerd sends it: the whole URL in the request line, and no Host header. */
async function throughProxy(url: string, { method = "GET", body = "" } = {}): Promise<IncomingMessage> {
  const outgoing = httpRequest({
    host: "127.0.0.1",
    port: world.port,
    path: url,
    method,
    setHost: false,
    agent: false,
  });
  outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  return response;
}

const control = async (method: string, path: string, body?: unknown) => {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await (await fetch(world.url + path, { method, ...sent })).text();
  return answer ? (JSON.parse(answer) as unknown) : null;
};
const fault = (body: object) => control("POST", "/faults", { service: "echo", ...body });
const calls = (query = "") => control("GET", `/calls${query}`) as Promise<Record<string, unknown>[]>;

describe("an outbound request", () => {
  it("reaches whoever plays its host, with its real URL", async () => {
    const response = await throughProxy("https://echo.test/a/b?c=%D1%8F", { method: "POST", body: "hello" });
    expect(await text(response)).toBe("POST https://echo.test/a/b?c=%D1%8F hello");
    expect(response.headers["x-scheme"]).toBe("https:");
    expect(response.headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  });

  it("is refused with a line that names the host when nobody plays it", async () => {
    const response = await throughProxy("https://nobody.test/");
    expect(response.statusCode).toBe(502);
    expect(await text(response)).toContain("nobody.test");
    expect(await calls()).toMatchObject([{ service: "nobody", host: "nobody.test", status: 502 }]);
  });

  it("is remembered, without its secrets", async () => {
    const before = Date.now();
    await throughProxy("https://echo.test/p?x=1&x=2&code=hush", {
      method: "POST",
      body: '{"token":"hush","n":1}',
    });
    await throughProxy("https://second.test/q");
    const [first, second] = await calls("?service=echo");
    expect(first).toEqual({
      service: "echo",
      method: "POST",
      host: "echo.test",
      path: "/p",
      query: { x: ["1", "2"], code: "•••" },
      body: { token: "•••", n: 1 },
      announced: 22,
      status: 200,
      at: expect.any(Number),
    });
    expect(first?.["at"]).toBeGreaterThanOrEqual(before);
    expect(second).toMatchObject({ host: "second.test", body: null });
    expect(await calls(`?since=${new Date(before + 60_000).toISOString()}`)).toEqual([]);
  });
});

describe("a fault", () => {
  it("answers in the service's stead", async () => {
    await fault({ status: 429, headers: { "Ratelimit-Reset": "5" }, body: { message: "slow down" } });
    const response = await throughProxy("https://echo.test/");
    expect(response.statusCode).toBe(429);
    expect(response.headers["ratelimit-reset"]).toBe("5");
    expect(JSON.parse(await text(response))).toEqual({ message: "slow down" });
    expect(await calls()).toMatchObject([{ status: 429 }]);
  });

  it("resets the connection", async () => {
    await fault({ reset: true });
    await expect(throughProxy("https://echo.test/")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await calls()).toMatchObject([{ status: 0 }]);
  });

  it("leaves the caller waiting until the caller goes", async () => {
    await fault({ blackhole: true, times: 1 });
    const socket = connect(world.port, "127.0.0.1");
    socket.write("GET https://echo.test/ HTTP/1.1\r\n\r\n");
    await waitUntil(async () => (await calls()).length === 1);
    expect(socket.bytesRead).toBe(0);
    socket.destroy();
    expect((await throughProxy("https://echo.test/")).statusCode).toBe(200);
  });

  it("leaves the caller waiting inside the process as well", async () => {
    await fault({ blackhole: true });
    const patience = new AbortController();
    const answer = world.fetch(new Request("https://echo.test/", { signal: patience.signal }));
    await waitUntil(async () => (await calls()).length === 1);
    patience.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
  });

  it("breaks the line inside the process as fetch would", async () => {
    await fault({ reset: true });
    const answer = world.fetch(new Request("https://echo.test/"));
    await expect(answer).rejects.toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
  });

  it("strikes a share of the calls, by the chance it is handed", async () => {
    await fault({ status: 500, share: 0.5 });
    const chances = [0.4, 0.6, 0.1];
    random = () => chances.shift() ?? 1;
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await throughProxy("https://echo.test/")).statusCode);
    expect(statuses).toEqual([500, 200, 500, 200]);
  });

  it("delays, and then lets the service answer", async () => {
    await fault({ delayMs: 20 });
    const before = performance.now();
    expect((await throughProxy("https://echo.test/")).statusCode).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(19);
  });

  it("is listed, and gone when it is deleted", async () => {
    const { id } = (await fault({ status: 500 })) as { id: string };
    expect(await control("GET", "/faults")).toEqual([{ id, service: "echo", status: 500 }]);
    await control("DELETE", "/faults");
    expect(await control("GET", "/faults")).toEqual([]);
    expect((await throughProxy("https://echo.test/")).statusCode).toBe(200);
  });

  it("may be taken back alone", async () => {
    const { id } = (await fault({ status: 500 })) as { id: string };
    await fault({ status: 503 });
    await control("DELETE", `/faults/${id}`);
    expect((await throughProxy("https://echo.test/")).statusCode).toBe(503);
    expect(await control("DELETE", `/faults/${id}`)).toMatchObject({ error: expect.stringContaining(id) });
  });

  it("may be about one channel", async () => {
    await fault({ status: 500, channel: "7" });
    const body = '{"broadcaster_id":"7"}';
    expect((await throughProxy("https://echo.test/?broadcaster_id=7")).statusCode).toBe(500);
    expect((await throughProxy("https://echo.test/", { method: "POST", body })).statusCode).toBe(500);
    expect((await throughProxy("https://echo.test/?broadcaster_id=8")).statusCode).toBe(200);
    expect((await throughProxy("https://echo.test/")).statusCode).toBe(200);
  });

  it("needs a service that exists", async () => {
    expect(await control("POST", "/faults", { service: "twich" })).toMatchObject({
      error: expect.stringContaining("twich"),
    });
  });
});

describe("a body that breaks off", () => {
  it("reaches no service, and is remembered as a call nobody answered", async () => {
    const socket = connect(world.port, "127.0.0.1");
    socket.write("POST https://echo.test/ HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf");
    socket.end();
    await waitUntil(async () => (await calls()).length === 1);
    expect(await calls()).toMatchObject([{ service: "echo", status: 0, body: "the body broke off" }]);
    expect(received).toBe(0);
  });

  it.each([
    ["chunked", {}],
    ["of a known length", { "Content-Length": "12" }],
  ])("on its way back breaks the line: %s", async (_, headers) => {
    instead = () => new Response(breaking(), { headers });
    const response = await throughProxy("https://echo.test/");
    expect(response.statusCode).toBe(200);
    await expect(text(response)).rejects.toMatchObject({ code: "ECONNRESET" });
    const inside = await world.fetch(new Request("https://echo.test/"));
    await expect(inside.text()).rejects.toThrow("the source broke");
  });
});

describe("a service", () => {
  it("resets every connection while it is stopped", async () => {
    await control("POST", "/services/echo/stop");
    expect(await control("GET", "/services")).toContainEqual({
      name: "echo",
      hosts: ["echo.test", "second.test"],
      running: false,
    });
    await expect(throughProxy("https://echo.test/")).rejects.toMatchObject({ code: "ECONNRESET" });
    await control("POST", "/services/echo/start");
    expect((await throughProxy("https://echo.test/")).statusCode).toBe(200);
  });

  it("that does not exist is not found", async () => {
    expect(await control("POST", "/services/nothing/stop")).toMatchObject({
      error: expect.stringContaining("nothing"),
    });
  });
});

describe("the world", () => {
  it("shows the page to whoever asks for no control", async () => {
    expect(await (await fetch(world.url)).text()).toBe("the page");
  });

  it("talks to this machine only", async () => {
    const outgoing = httpRequest({
      port: world.port,
      host: "127.0.0.1",
      path: "/calls",
      headers: { Host: "evil.test" },
    });
    outgoing.end();
    const [response] = (await once(outgoing, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(403);
  });

  it("tells what happens to whoever listens", async () => {
    const leaving = new AbortController();
    const stream = await fetch(`${world.url}/events`, { signal: leaving.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(": listening\n\n");
    await control("POST", "/twitch/say", { user: "2005", text: "привет" });
    const heard = await reader?.read();
    expect(heard?.value).toContain("event: chat");
    expect(heard?.value).toContain('"broadcasterId":"1001"');
    leaving.abort();
  });

  it.each([
    ["stream", "/twitch/stream", { live: true }, '"stream":{"id":'],
    ["rewards", "/twitch/rewards/keg", { isPaused: true }, '"isPaused":true'],
    ["moderators", "/twitch/roles", { user: "2005", roles: ["moderator"] }, '"login":"applecatfan"'],
  ])("tells whoever listens of %s", async (name, path, body, detail) => {
    const leaving = new AbortController();
    const stream = await fetch(`${world.url}/events`, { signal: leaving.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await control("POST", path, body);
    let heard = "";
    while (!heard.includes(`event: ${name}\n`)) heard += (await reader?.read())?.value ?? "";
    expect(heard).toContain(detail);
    leaving.abort();
  });

  it("forgets calls, faults and stops when it is reset", async () => {
    await throughProxy("https://echo.test/");
    await fault({ status: 500 });
    await control("POST", "/services/echo/stop");
    await control("POST", "/reset");
    expect((await throughProxy("https://echo.test/")).statusCode).toBe(200);
    expect(await calls()).toHaveLength(1);
  });

  it("ends at once, whoever is still waiting", async () => {
    await fault({ blackhole: true });
    const hanging = throughProxy("https://echo.test/").catch(() => "cut");
    const listening = await fetch(`${world.url}/events`);
    const inside = world.fetch(new Request("https://echo.test/")).catch(() => "ended");
    await waitUntil(async () => (await calls()).length === 2);

    const before = performance.now();
    await world.close();
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(await hanging).toBe("cut");
    expect(await inside).toBe("ended");
    await expect(listening.text()).rejects.toThrow("terminated");
    world = await startWorld({ port: 0, webhookOrigin: "http://127.0.0.1:1", twitch });
  });
});

async function waitUntil(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setImmediate(resolve));
}
