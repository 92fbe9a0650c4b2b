/** QStash's own API, `/v2/…`. */
import { type Context, Hono } from "hono";
import * as z from "zod";
import { shownLetter } from "./dead-letters.ts";
import type { Dispatch } from "./dispatch.ts";
import { readDuration } from "./duration.ts";
import { newId } from "./ids.ts";
import type { KeyRing } from "./key-ring.ts";
import { shown } from "./message.ts";
import type { Publisher } from "./publish.ts";
import type { Queue } from "./queues.ts";
import { Refused } from "./refused.ts";
import { type Schedules, shownSchedule } from "./schedules.ts";
import { Wanted } from "./wanted.ts";

export interface ApiParts {
  readonly token: string;
  readonly publisher: Publisher;
  readonly dispatch: Dispatch;
  readonly schedules: Schedules;
  readonly keys: KeyRing;
  readonly now: () => number;
  readonly random: () => number;
}

const batchSchema = z.array(
  z.object({
    destination: z.string(),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().default(""),
    queue: z.string().optional(),
  }),
);
const queueSchema = z.object({
  queueName: z.string().min(1),
  parallelism: z.int().min(1).default(1),
  paused: z.boolean().default(false),
});

export function createApi(parts: ApiParts): Hono {
  const api = new Hono();
  api.use(async (c, next) => {
    if (c.req.header("Authorization") === `Bearer ${parts.token}`) return next();
    return c.json({ error: "unauthorized: invalid token" }, 401);
  });
  api.route("/v2", publishing(parts));
  api.route("/v2", messages(parts));
  api.route("/v2", deadLetters(parts));
  api.route("/v2", queues(parts));
  api.route("/v2", flowControl(parts));
  api.route("/v2", schedules(parts));
  api.route("/v2", signingKeys(parts));
  api.notFound((c) =>
    c.json({ error: `the dev world's QStash has nothing at ${c.req.method} ${c.req.path}` }, 404),
  );
  api.onError((error, c) => {
    if (error instanceof Refused) return c.json({ error: error.message }, error.status);
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    return c.json({ error: error.message }, error instanceof SyntaxError ? 400 : 500);
  });
  return api;
}

function publishing({ publisher, dispatch }: ApiParts): Hono {
  const routes = new Hono();
  routes.post("/publish/*", async (c) => {
    const destination = after(c, "/v2/publish/");
    const order = publisher.read({ destination, headers: c.req.raw.headers, body: await bodyOf(c) });
    return c.json(dispatch.publish(order), 201);
  });
  routes.post("/enqueue/:queue/*", async (c) => {
    const { queue } = c.req.param();
    const destination = after(c, `/v2/enqueue/${queue}/`);
    const order = publisher.read({ destination, headers: c.req.raw.headers, body: await bodyOf(c), queue });
    return c.json(dispatch.publish(order), 201);
  });
  routes.post("/batch", async (c) => {
    const asked = batchSchema.parse(await c.req.json());
    // All are read before one is published: a mistake in the last must not send the first.
    const orders = asked.map((each) =>
      publisher.read({ ...each, headers: new Headers(each.headers), body: Buffer.from(each.body) }),
    );
    return c.json(
      orders.map((order) => dispatch.publish(order)),
      201,
    );
  });
  return routes;
}

function messages({ dispatch }: ApiParts): Hono {
  const routes = new Hono();
  routes.get("/messages/:id", (c) => c.json(shown(known(dispatch, c.req.param("id")))));
  routes.delete("/messages/:id", (c) => {
    return c.json({ cancelled: dispatch.cancel([known(dispatch, c.req.param("id"))]) });
  });
  routes.delete("/messages", (c) => {
    const wanted = wantedBy(c);
    return c.json({
      cancelled: dispatch.cancel(dispatch.pending.filter((each) => wanted.matches(shown(each)))),
    });
  });
  for (const path of ["/events", "/logs"])
    routes.get(path, (c) => {
      const { items, cursor } = wantedBy(c).page(dispatch.events.newestFirst(), (event) => event);
      return c.json({ events: items, cursor });
    });
  return routes;
}

function known(dispatch: Dispatch, id: string) {
  const message = dispatch.find(id);
  if (!message) throw new Refused(`message ${id} not found`, 404);
  return message;
}

function deadLetters({ dispatch }: ApiParts): Hono {
  const routes = new Hono();
  const box = dispatch.deadLetters;
  routes.get("/dlq", (c) => {
    const { items, cursor } = box.page(wantedBy(c));
    return c.json({ messages: items.map(shownLetter), cursor });
  });
  routes.get("/dlq/:id", (c) => {
    const [letter] = box.page(only(c.req.param("id"))).items;
    if (!letter) throw new Refused(`message ${c.req.param("id")} not found in the dlq`, 404);
    return c.json(shownLetter(letter));
  });
  routes.delete("/dlq/:id", (c) => {
    if (box.take(only(c.req.param("id"))).items.length === 0)
      throw new Refused(`message ${c.req.param("id")} not found in the dlq`, 404);
    return c.body(null, 200);
  });
  routes.delete("/dlq", (c) => {
    const { items, cursor } = box.take(wantedBy(c));
    return c.json({ deleted: items.length, cursor });
  });
  routes.post("/dlq/retry", (c) => {
    const { items, cursor } = box.take(wantedBy(c));
    // A message of its own, due now: whoever retries means it.
    const again = items.map(({ message }) =>
      dispatch.publish({ ...message.order, deduplication: undefined, delayMs: 0, notBefore: 0 }),
    );
    return c.json({ responses: again.map(({ messageId }) => ({ messageId })), cursor });
  });
  return routes;
}

const only = (dlqId: string) => new Wanted(new URLSearchParams({ dlqId }));

function queues({ dispatch, now }: ApiParts): Hono {
  const routes = new Hono();
  const view = (queue: Queue) => ({
    ...queue,
    lag: dispatch.pending.filter(({ order }) => order.queue === queue.name).length,
  });
  routes.post("/queues", async (c) => {
    const { queueName, ...settings } = queueSchema.parse(await c.req.json());
    dispatch.queues.set(queueName, settings, now());
    dispatch.look();
    return c.body(null, 200);
  });
  routes.get("/queues", (c) => c.json(dispatch.queues.list().map(view)));
  routes.get("/queues/:name", (c) => c.json(view(dispatch.queues.get(c.req.param("name")))));
  routes.delete("/queues/:name", (c) => {
    const { name } = dispatch.queues.get(c.req.param("name"));
    dispatch.cancel(dispatch.pending.filter(({ order }) => order.queue === name));
    dispatch.queues.delete(name);
    return c.body(null, 200);
  });
  routes.post("/queues/:name/:change{pause|resume}", (c) => {
    const { name, change } = c.req.param();
    dispatch.queues.set(name, { paused: change === "pause" }, now());
    dispatch.look();
    return c.body(null, 200);
  });
  return routes;
}

function flowControl({ dispatch, now }: ApiParts): Hono {
  const routes = new Hono();
  const waiting = (key: string) =>
    dispatch.pending.filter(({ order, state }) => order.flow?.key === key && state.is === "waiting").length;

  routes.get("/flowControl/:key", (c) => {
    const { key } = c.req.param();
    return c.json(dispatch.flows.shown(key, waiting(key)));
  });
  routes.post("/flowControl/:key/:change{pause|resume|pin|unpin|resetRate}", (c) => {
    const { key, change } = c.req.param();
    const { flows } = dispatch;
    const { parallelism, rate, period } = c.req.query();
    if (change === "pause" || change === "resume") flows.pause(key, change === "pause");
    else if (change === "resetRate") flows.resetRate(key, now());
    else if (change === "unpin")
      flows.unpin(key, { parallelism: parallelism === "true", rate: rate === "true" });
    else
      flows.pin(key, {
        parallelism: numberIn(parallelism),
        rate: numberIn(rate),
        ...(period !== undefined && { periodMs: readDuration(period, "period") }),
      });
    dispatch.look();
    return c.body(null, 200);
  });
  routes.get("/globalParallelism", (c) => {
    const underWay = dispatch.pending.filter(({ state }) => state.is === "in flight");
    // There is no limit of the whole account here.
    return c.json({ parallelismMax: 0, parallelismCount: underWay.length });
  });
  return routes;
}

function schedules({ publisher, schedules: all, random }: ApiParts): Hono {
  const routes = new Hono();
  routes.post("/schedules/*", async (c) => {
    const { headers } = c.req.raw;
    const cron = headers.get("Upstash-Cron");
    if (cron === null) throw new Refused("Upstash-Cron header is missing");
    const destination = after(c, "/v2/schedules/");
    const order = publisher.read({ destination, headers, body: await bodyOf(c) });
    const scheduleId = headers.get("Upstash-Schedule-Id") ?? newId("scd", random);
    all.set(scheduleId, cron, order);
    return c.json({ scheduleId }, 201);
  });
  routes.get("/schedules", (c) => c.json(all.list().map(shownSchedule)));
  routes.get("/schedules/:id", (c) => c.json(shownSchedule(all.get(c.req.param("id")))));
  routes.delete("/schedules/:id", (c) => {
    all.delete(c.req.param("id"));
    return c.body(null, 200);
  });
  for (const method of ["PATCH", "POST"])
    routes.on(method, "/schedules/:id/:change{pause|resume}", (c) => {
      const { id, change } = c.req.param();
      all.pause(id, change === "pause");
      return c.body(null, 200);
    });
  return routes;
}

function signingKeys({ keys }: ApiParts): Hono {
  const routes = new Hono();
  routes.get("/keys", (c) => c.json(keys.keys));
  routes.post("/keys/rotate", (c) => c.json(keys.rotate()));
  return routes;
}

/** The destination stands in the path as it is, query and all. */
function after(c: Context, prefix: string): string {
  const { href } = new URL(c.req.url);
  return href.slice(href.indexOf(prefix) + prefix.length);
}

async function bodyOf(c: Context): Promise<Buffer> {
  return Buffer.from(await c.req.arrayBuffer());
}

function wantedBy(c: Context): Wanted {
  return new Wanted(new URL(c.req.url).searchParams);
}

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Refused(`"${text}" is no whole number`);
  return Number(text);
}
