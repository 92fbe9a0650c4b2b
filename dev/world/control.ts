/** Control: how people, stories and fault tests look into the world and disturb it. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import * as z from "zod";
import type { Calls } from "./calls.ts";
import { parseFault } from "./faults.ts";
import type { Happenings } from "./happenings.ts";
import { Mistake } from "./mistake.ts";
import type { Outbound } from "./outbound.ts";
import type { Services } from "./services.ts";

export interface ControlParts {
  readonly outbound: Outbound;
  readonly calls: Calls;
  readonly services: Services;
  readonly happenings: Happenings;
  readonly reset: () => Promise<void>;
}

/** People also say what the vendor or the thing is called. */
const alsoCalled = new Map([
  ["helix", "twitch"],
  ["neon", "postgres"],
  ["database", "postgres"],
]);
const serviceNamed = (name: string) => alsoCalled.get(name) ?? name;

export function createControl({ outbound, calls, services, happenings, reset }: ControlParts): Hono {
  const control = new Hono();

  control.get("/calls", (c) => {
    const { service, since, channel } = c.req.query();
    const wanted = {
      service: service === undefined ? undefined : serviceNamed(service),
      since: since === undefined ? undefined : momentOf(since),
      channel,
    };
    return c.json(calls.list(wanted));
  });

  control.get("/faults", (c) => c.json(outbound.faults));
  control.post("/faults", async (c) => {
    const asked = parseFault(await c.req.json());
    const fault = { ...asked, service: serviceNamed(asked.service) };
    if (!services.isKnown(fault.service)) return c.json({ error: unknownService(fault.service) }, 400);
    const id = randomUUID();
    outbound.addFault({ ...fault, id });
    return c.json({ id });
  });
  control.delete("/faults/:id", (c) => {
    const { id } = c.req.param();
    return outbound.removeFault(id) ? c.body(null, 204) : c.json({ error: `There is no fault "${id}"` }, 404);
  });
  control.delete("/faults", (c) => {
    outbound.clearFaults();
    return c.body(null, 204);
  });

  control.get("/services", (c) => c.json(services.list()));
  control.post("/services/:name/:change{stop|start}", (c) => {
    const { change } = c.req.param();
    const name = serviceNamed(c.req.param("name"));
    if (!services.isKnown(name)) return c.json({ error: unknownService(name) }, 404);
    if (change === "stop") services.stop(name);
    else services.start(name);
    return c.json(services.list());
  });

  control.get("/events", (c) =>
    streamSSE(c, async (stream) => {
      // Headers go out with the first byte: whoever listens should know at once that he does.
      await stream.write(": listening\n\n");
      const stop = happenings.listen((event, happening) => {
        void stream.writeSSE({ event, data: JSON.stringify(happening) });
      });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );

  control.post("/reset", async (c) => {
    await reset();
    return c.body(null, 204);
  });

  control.onError((error, c) => c.json({ error: explain(error) }, isMistake(error) ? 400 : 500));
  control.notFound((c) => c.json({ error: `Nothing at ${c.req.method} ${c.req.path}` }, 404));
  return control;
}

function momentOf(since: string): number {
  const moment = /^\d+$/.test(since) ? Number(since) : Date.parse(since);
  if (Number.isNaN(moment)) throw new Mistake(`"${since}" is neither milliseconds nor ISO 8601`);
  return moment;
}

function unknownService(name: string): string {
  return `There is no service "${name}"; GET /services lists them`;
}

function isMistake(error: Error): boolean {
  // A SyntaxError is a body that is no JSON.
  return error instanceof z.ZodError || error instanceof Mistake || error instanceof SyntaxError;
}

function explain(error: Error): string {
  return error instanceof z.ZodError ? z.prettifyError(error) : error.message;
}
