import * as z from "zod";
import { type Instant, instant } from "#kernel/clock";
import { type ForwarderConfig, forwarderConfig } from "#kernel/config";
import type { Log } from "#kernel/log";
import { ChannelService } from "#adapters/forwarder/channel-service";
import { MappingService } from "#adapters/forwarder/mapping-service";
import { QueueService } from "#adapters/forwarder/queue-service";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import type { DoorEnv } from "../../door.ts";
import { type Described, ownersRefusals } from "../docs/described.ts";
import { problem } from "../../problem.ts";
import { jsonBody, read } from "../read-request.ts";
import type { Context } from "hono";

/** What an operation may reach for. */
export interface Tools {
  readonly env: Env;
  readonly config: ForwarderConfig;
  readonly log: Log;
  readonly channels: ChannelService;
  readonly mappings: MappingService;
  readonly queue: QueueService;
  readonly now: Instant;
}

/** Who acts through this door, as the audit writes it. */
export const api = "api";

/** What the owner can do with the forwarder over HTTP; its document is made of the same. */
export interface Operation extends Described {
  readonly ask: (asked: Asked<object, object, unknown>, tools: Tools) => Promise<unknown>;
}

interface Asked<InPath, Query, Body> {
  readonly inPath: InPath;
  readonly query: Query;
  readonly body: Body;
}

const nothing = z.object({});
type Nothing = typeof nothing;

const refusals = {
  ...ownersRefusals,
  400: "What was sent cannot be used; the message says why",
  403: "The forwarder is off: its variables are not set",
  429: "More calls in a minute than a person makes",
};

type Wanted<InPath extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = Pick<
  Described,
  "tag" | "method" | "path" | "summary" | "answer"
> & {
  readonly inPath?: InPath;
  readonly query?: Query;
  readonly body?: Body;
  readonly ask: (
    asked: Asked<z.output<InPath>, z.output<Query>, z.output<Body>>,
    tools: Tools,
  ) => Promise<unknown>;
};

/** Binds the types of an operation together; the list does not know them. */
export const operation = <
  InPath extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(
  wanted: Wanted<InPath, Query, Body>,
): Operation =>
  ({
    ...wanted,
    refusals: { ...refusals, ...(wanted.inPath && { 404: "There is none of this id" }) },
    // The cast: what it is asked with is parsed by the schemas beside it.
  }) as unknown as Operation;

/** Sees to a request. Throws BadInput, Refused, and what whoever is asked throws. */
export async function answer(asking: Operation, c: Context<DoorEnv>): Promise<Response> {
  const asked = {
    inPath: read(asking.inPath ?? nothing, c.req.param()),
    query: read(asking.query ?? nothing, c.req.query()),
    body: asking.body ? read(asking.body, await jsonBody(c)) : undefined,
  };
  try {
    return c.json(await asking.ask(asked, toolsOf(c)));
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const { code } = error.refusal;
    return problem(c, { status: missing.has(code) ? 404 : 400, code, detail: error.message });
  }
}

const missing: ReadonlySet<string> = new Set(["no-mapping", "no-job"]);

function toolsOf({ env, var: { config: whole, log } }: Context<DoorEnv>): Tools {
  const config = forwarderConfig(whole);
  const channels = new ChannelService({ config, log });
  const mappings = new MappingService({
    config,
    channels,
    onChanged: (chat) => env.SOURCE_CHAT.getByName(chat).mappingsChanged(),
  });
  const queue = new QueueService({
    config,
    wake: (at, order) => env.FORWARDER.getByName("forwarder").wake(at, order),
  });
  return { env, config, log, channels, mappings, queue, now: instant(Date.now()) };
}
