/** Control: how stories and fault tests look at what waits, and disturb its delivery. */
import { Hono } from "hono";
import * as z from "zod";
import type { Dispatch } from "./dispatch.ts";
import type { KeyRing } from "./key-ring.ts";
import { type Message, plainUrl } from "./message.ts";

const twiceSchema = z.strictObject({ times: z.int().min(0).default(1) });
const keysSchema = z.strictObject({ current: z.string().min(1), next: z.string().min(1) });

export function createQStashControl(dispatch: Dispatch, keys: KeyRing): Hono {
  const control = new Hono();
  control.get("/messages", (c) => c.json(dispatch.messages.map(seen)));
  control.post("/hold", (c) => {
    dispatch.hold(true);
    return c.body(null, 204);
  });
  control.post("/release", (c) => {
    dispatch.hold(false);
    return c.body(null, 204);
  });
  control.post("/twice", async (c) => {
    const text = await c.req.text();
    dispatch.twice(twiceSchema.parse(text === "" ? {} : JSON.parse(text)).times);
    return c.body(null, 204);
  });
  control.post("/hurry", (c) => {
    dispatch.hurry();
    return c.body(null, 204);
  });
  control.post("/keys", async (c) => {
    keys.set(keysSchema.parse(await c.req.json()));
    return c.body(null, 204);
  });
  return control;
}

function seen({ id, order, state, attempts, createdAt }: Message) {
  return {
    id,
    url: plainUrl(order.url),
    queue: order.queue,
    flow: order.flow?.key,
    scheduleId: order.scheduleId,
    createdAt,
    attempts,
    state: state.is,
    status: "status" in state ? state.status : undefined,
    nextAt: state.is === "waiting" ? state.nextAt : undefined,
  };
}
