/**
 * A forwarder as it is often written: one handler, which copies every post to every target at once, and tells its log what did
 * not work. grammY's own webhook, and nothing to remember anything with.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Bot, webhookCallback } from "grammy";
import { obey } from "./serve.ts";

const { BENCH_WORLD = "", BENCH_ROUTES = "{}" } = process.env;
const routes = JSON.parse(BENCH_ROUTES) as Readonly<Record<string, readonly number[]>>;
const secret = "embedded-telegram-secret";

const bot = new Bot("300:embedded-forwarder", { client: { fetch: throughWorld as typeof fetch } });
bot.on("channel_post", async (ctx) => {
  for (const target of routes[ctx.chat.id] ?? [])
    try {
      await ctx.copyMessage(target);
    } catch {
      // Here it would write its log.
    }
});
// The world answers 429 and worse also to those who ask for a bot's name: whoever starts in a storm tries again.
while (
  !(await bot.init().then(
    () => true,
    () => false,
  ))
);

const server = createServer(webhookCallback(bot, "http", { secretToken: secret }));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
while (
  !(await bot.api.setWebhook(url, { secret_token: secret }).then(
    () => true,
    () => false,
  ))
);
obey({ url }, {}, () => server.close());

/** A request to the outside, handed to the world as to a proxy. */
async function throughWorld(address: string | URL, init: RequestInit = {}): Promise<Response> {
  const { hostname, port } = new URL(BENCH_WORLD);
  const { method = "POST", headers, body } = init;
  const asked = request({
    hostname,
    port,
    path: String(address),
    method,
    headers: Object.fromEntries(new Headers(headers)),
  });
  asked.end(await new Response(body ?? null).text());
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return new Response(await text(answer), { status: answer.statusCode ?? 0 });
}
