import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { servePlayground } from "./serve.ts";

type Answer = (
  path: string,
  authorization: string | undefined,
  body: string,
) => [status: number, json: unknown];

let product: Server;
let answer: Answer;
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  product = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const [status, json] = answer(request.url ?? "", request.headers.authorization, body);
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(json));
  }).listen(0, "127.0.0.1");
  await once(product, "listening");
  const { port } = product.address() as AddressInfo;
  serve = await servePlayground({ productOrigin: `http://127.0.0.1:${port}`, adminToken: "let-me-in" });
});
afterAll(() => product.close());

const ask = (path: string, init?: RequestInit) => serve(new Request(`http://localhost:8788${path}`, init));

it("shows a page that loads nothing from elsewhere", async () => {
  const page = await ask("/");
  expect(page.headers.get("Content-Type")).toContain("text/html");
  expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'; script-src 'self'");
  const addresses = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, address]) => address ?? "",
  );
  expect(addresses).toHaveLength(3);
  const style = await (await ask("/playground/page.css")).text();
  const pictures = [...style.matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => String(address));
  expect(pictures).toEqual(["/playground/wallpaper.svg"]);
  for (const address of [...addresses, ...pictures]) expect((await ask(address)).status).toBe(200);
});

it("bundles the page whole", async () => {
  expect((await (await ask("/playground/page.js")).text()).length).toBeGreaterThan(10_000);
  expect(await (await ask("/playground/page.css")).text()).not.toContain("@import");
});

it("changes the product's settings in the owner's name", async () => {
  let heard: unknown;
  const keg = { fuseSeconds: 60, boarsNeeded: 20, timeoutSeconds: 600 };
  answer = (...asked) => {
    heard = asked;
    return [200, { language: "en", keg, secret: "of no concern to a page" }];
  };
  const changed = await ask("/playground/settings?channel=1001", {
    method: "PUT",
    body: '{"language":"en"}',
  });
  expect(heard).toEqual(["/api/channels/1001/settings", "Bearer let-me-in", '{"language":"en"}']);
  expect(await changed.json()).toEqual({ language: "en", keg });
});

it("passes on why the product refuses", async () => {
  answer = () => [400, { status: 400, code: "bad-input", detail: "keg.fuseSeconds: too small" }];
  const refused = await ask("/playground/settings?channel=1001", { method: "PUT", body: "{}" });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ detail: "keg.fuseSeconds: too small" });
});

it("asks for nothing but a channel", async () => {
  answer = () => [200, {}];
  for (const channel of ["", "1/../2", "1?x", "admin"])
    expect((await ask(`/playground/settings?channel=${encodeURIComponent(channel)}`)).status).toBe(400);
  expect((await ask("/playground/product")).status).toBe(400);
});

it("tells how much the product has still to do", async () => {
  answer = (path) => [200, path === "/health" ? {} : { outbox: 3, journal: 1, deadLetters: 0, counts: {} }];
  const look = await ask("/playground/product?channel=1001");
  expect(await look.json()).toMatchObject({ isUp: true, status: { outbox: 3, journal: 1, deadLetters: 0 } });
});

it("tells how the games stand, whatever they are", async () => {
  answer = (path) => [200, path.endsWith("/features") ? { "twenty-one": "unheard of" } : {}];
  const room = await ask("/playground/room?channel=1001");
  expect(await room.json()).toMatchObject({ table: { queue: [], game: null }, votes: [] });
});

it("calls the ranks of players by their names in either language", async () => {
  answer = () => [200, { items: [{ id: "1", login: "ann", name: "Аня", wins: 10, losses: 0, tickets: 1 }] }];
  const russian = await ask("/playground/players?channel=1001&language=ru");
  expect(await russian.json()).toMatchObject([{ name: "Аня", rank: "Картёжный гоблин" }]);
  const english = await ask("/playground/players?channel=1001&language=en");
  expect(await english.json()).toMatchObject([{ rank: "Card-Table Goblin" }]);
});

it("searches the log for exactly what was typed", async () => {
  const paths: string[] = [];
  answer = (path) => {
    paths.push(path);
    return [200, { items: [] }];
  };
  const search = new URLSearchParams({ channel: "1001", level: "warn", text: "a&limit=1 кега" });
  await ask(`/playground/log?${search}`);
  const asked = new URL(paths[0] ?? "", "http://localhost").searchParams;
  expect(Object.fromEntries(asked)).toEqual({ limit: "200", level: "warn", text: "a&limit=1 кега" });
});

it("asks for mappings, and makes and changes them, in the owner's name", async () => {
  const heard: unknown[] = [];
  answer = (...asked) => {
    heard.push(asked);
    return [200, { items: [] }];
  };
  const bodies = ["", '{"sources":["-1"],"targets":["-2"]}', '{"enabled":false}'] as const;
  await ask("/playground/forwarder/mappings");
  await ask("/playground/forwarder/mappings", { method: "PUT", body: bodies[1] });
  await ask("/playground/forwarder/mappings/7", { method: "PATCH", body: bodies[2] });
  await ask("/playground/forwarder/queue");
  const bearer = "Bearer let-me-in";
  expect(heard).toEqual([
    ["/api/mappings?limit=200", bearer, bodies[0]],
    ["/api/mappings", bearer, bodies[1]],
    ["/api/mappings/7", bearer, bodies[2]],
    ["/api/forwarder/queue", bearer, ""],
  ]);
});

it("leads to nothing else of the product", async () => {
  answer = () => [200, {}];
  for (const what of ["setup", "mappings/7/../8", "mappings/export", "../channels", "webhook"])
    expect((await ask(`/playground/forwarder/${what}`)).status).toBe(404);
  expect((await ask("/playground/forwarder/queue", { method: "POST" })).status).toBe(404);
});

it("tells that the product is down", async () => {
  const away = await servePlayground({ productOrigin: "http://127.0.0.1:1", adminToken: "" });
  const look = await away(new Request("http://localhost/playground/product?channel=1001"));
  expect(await look.json()).toEqual({ isUp: false, status: null });
  const settings = await away(new Request("http://localhost/playground/settings?channel=1001"));
  expect(settings.status).toBe(503);
  const mappings = await away(new Request("http://localhost/playground/forwarder/mappings"));
  expect(mappings.status).toBe(503);
});

it("has nothing at other addresses", async () => {
  expect((await ask("/elsewhere")).status).toBe(404);
  expect((await ask("/", { method: "POST" })).status).toBe(404);
});
