/**
 * The REST protocol of Upstash: `POST /` takes one command as a JSON array, `POST /pipeline` many, `POST /multi-exec`
 * many at once. A command that fails alone is answered 400 with `{error}`; in a pipeline, an element is.
 */
import { Hono } from "hono";
import * as z from "zod";
import type { Backend, RedisCommand, Reply } from "./backend.ts";
import { type Encoding, type Outcome, outcomeOf } from "./reply-json.ts";
import type { Scripts } from "./scripts.ts";

export interface RestParts {
  readonly token: string;
  readonly scripts: Scripts;
  readonly backend: () => Promise<Backend>;
}

// What one line of JSON per request cannot carry, or what would hold or turn the one connection for everybody.
const notOverRest = new Set(
  "AUTH BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN DISCARD EXEC HELLO MONITOR MULTI PSUBSCRIBE QUIT RESET SELECT SHUTDOWN SSUBSCRIBE SUBSCRIBE UNWATCH WAIT WATCH".split(
    " ",
  ),
);

const argument = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform(String);
const commandSchema = z.tuple([z.string().min(1)], argument);
const commandsSchema = z.array(commandSchema);

export function createRest({ token, scripts, backend }: RestParts): Hono {
  const rest = new Hono();

  rest.use(async (c, next) => {
    if (c.req.header("Authorization") === `Bearer ${token}`) return next();
    return c.json({ error: "WRONGPASS invalid or missing auth token" }, 401);
  });

  rest.post("/", async (c) => {
    const command = commandSchema.parse(await c.req.json());
    const outcome = await runOne(await backend(), scripts, command, encodingOf(c.req.raw));
    return c.json(outcome, "error" in outcome ? 400 : 200);
  });

  rest.post("/pipeline", async (c) => {
    const commands = commandsSchema.parse(await c.req.json());
    const opened = await backend();
    // Sent in order and answered in order: others may come in between, as at Upstash.
    const running = commands.map((command) => runOne(opened, scripts, command, encodingOf(c.req.raw)));
    return c.json(await Promise.all(running));
  });

  rest.post("/multi-exec", async (c) => {
    const commands = commandsSchema.parse(await c.req.json());
    return c.json(await runAtOnce(await backend(), scripts, commands, encodingOf(c.req.raw)));
  });

  rest.notFound((c) => c.json({ error: `ERR nothing is played at ${c.req.method} ${c.req.path}` }, 404));
  rest.onError((error, c) => c.json({ error: explain(error) }, isAboutTheLine(error) ? 500 : 400));
  return rest;
}

async function runOne(
  backend: Backend,
  scripts: Scripts,
  command: RedisCommand,
  encoding: Encoding,
): Promise<Outcome> {
  const refusal = refuse(command);
  if (refusal !== undefined) return { error: refusal };
  const prepared = scripts.prepare(command);
  const reply = await backend.run(prepared.command).catch((error: Error): Reply => error);
  return outcomeOf(reply instanceof Error ? reply : (prepared.reply ?? reply), encoding);
}

async function runAtOnce(
  backend: Backend,
  scripts: Scripts,
  commands: readonly RedisCommand[],
  encoding: Encoding,
): Promise<Outcome[]> {
  const refusal = commands.map(refuse).find((each) => each !== undefined);
  if (refusal !== undefined) throw new Error(`EXECABORT Transaction discarded because of: ${refusal}`);
  const prepared = commands.map((command) => scripts.prepare(command));
  const replies = await backend.runAtOnce(prepared.map(({ command }) => command));
  return replies.map((reply, at) =>
    outcomeOf(reply instanceof Error ? reply : (prepared[at]?.reply ?? reply), encoding),
  );
}

function refuse([name]: RedisCommand): string | undefined {
  return notOverRest.has(name.toUpperCase())
    ? `ERR Command is not available: '${name}'. See https://upstash.com/docs/redis/overall/rediscompatibility for details`
    : undefined;
}

function encodingOf({ headers }: Request): Encoding {
  return headers.get("Upstash-Encoding")?.toLowerCase() === "base64" ? "base64" : "plain";
}

function explain(error: Error): string {
  if (error instanceof z.ZodError) return `ERR failed to parse command: ${z.prettifyError(error)}`;
  return error instanceof SyntaxError ? `ERR failed to parse command: ${error.message}` : error.message;
}

function isAboutTheLine(error: Error): boolean {
  return error.message.startsWith("No Redis answers");
}
