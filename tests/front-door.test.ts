import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleFrontDoor, filesOf } from "../dev/front-door.ts";

/** The front door in workerd, before a Worker that says what it was asked. */
let house: Miniflare;
let url: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "taproom-page-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "assets/index-1a2b.js"), "export {};");
  const compatibilityDate = "2026-10-20";
  house = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          name: "front-door",
          modules: true,
          script: bundleFrontDoor(false),
          compatibilityDate,
          serviceBindings: { TAPROOM: "taproom", ASSETS: filesOf(folder) },
        },
        { name: "taproom", modules: true, script: worker, compatibilityDate },
      ],
    }),
  );
  url = (await house.ready).origin;
});
afterAll(async () => {
  await house.dispose();
  rmSync(folder, { recursive: true });
});

const worker = `export default {
  fetch(request) {
    if (request.headers.get("upgrade") === "websocket") {
      const [client, server] = Object.values(new WebSocketPair());
      server.accept();
      server.send("hello");
      return new Response(null, { status: 101, webSocket: client });
    }
    return request.text().then((body) => Response.json({ asked: request.method + " " + request.url, body }));
  },
}`;

const ask = (path: string, asked?: RequestInit) => fetch(`${url}${path}`, asked);

it("serves the page with a policy that runs nothing but its own scripts, and is never kept", async () => {
  const { status, headers } = await ask("/");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-store");
  const policy = headers.get("content-security-policy");
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ])
    expect(policy?.split("; ")).toContain(rule);
  expect(policy).not.toContain("unsafe");
  expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
});

it("lets files with a hash in their name be kept for a year, but not that one is missing", async () => {
  const there = await ask("/assets/index-1a2b.js");
  expect(there.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(there.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const gone = await ask("/assets/index-0000.js");
  expect(gone.status).toBe(404);
  expect(gone.headers.get("cache-control")).toBe("no-store");
});

it.each([
  "/api/people?limit=3",
  "/health",
  "/metrics",
  "/twitch/oauth/callback?code=1",
  "/telegram/forwarder",
  "/jobs/deliver",
  "/stats",
  "/agent",
  "/assetsx",
])("hands %s to the Worker", async (path) => {
  const answer = await ask(path, { method: "POST", body: "as it is" });
  expect(await answer.json()).toEqual({ asked: `POST ${url}${path}`, body: "as it is" });
  expect(answer.headers.get("content-security-policy")).toBeNull();
});

it("hands sockets to the Worker", async () => {
  const socket = new WebSocket(`${url.replace("http", "ws")}/api/logs/live`);
  const heard = await new Promise((resolve) => {
    socket.addEventListener("message", ({ data }) => resolve(data));
  });
  socket.close();
  expect(heard).toBe("hello");
});
