import * as z from "zod";
import { BadInput } from "#kernel/errors";
import type { ChatterId } from "#kernel/ids";
import { type Level, levels } from "#kernel/log";
import type { Asked } from "#durable-objects/channel/channel";
import type { LedgerEntry } from "#durable-objects/channel/ledger";
import type { SetUp } from "#durable-objects/channel/set-up";
import type { ChannelSettings } from "#domain/twitch/settings";
import { type DoorEnv, door } from "../door.ts";
import { problem } from "../problem.ts";
import { ownerOnly } from "./owner-only.ts";
import { jsonBody, limitOf, read } from "./read-request.ts";
import type { Context } from "hono";

const channelId = z.string().regex(/^\d{1,20}$/);
const level = z.enum(levels).default("debug");
const count = z.int().min(0).max(1_000_000_000);

/** Players as `npx taproom import players` sends them. */
const importedPlayers = z.strictObject({
  players: z
    .array(
      z.strictObject({
        id: z.string().regex(/^\d{1,20}$/, "wants a Twitch user id (digits)"),
        login: z.string().min(1).max(60),
        name: z.string().min(1).max(60),
        wins: count,
        losses: count,
        tickets: count,
      }),
    )
    .max(500),
  /** Tells what would change, and changes nothing. */
  dryRun: z.boolean().default(false),
});

/** What the owner sees and sets of a channel. Moments are milliseconds since the epoch. */
export const channels = door()
  .use(ownerOnly)
  .get("/", async (c) => c.json(await c.env.DIRECTORY.getByName("channels").list()))
  .get("/:id/settings", async (c) => c.json(await room(c).settings()))
  .put("/:id/settings", async (c) => {
    const changed = asked<ChannelSettings>(await room(c).change(await jsonBody(c)));
    if (!changed.ok) throw new BadInput(changed.why);
    return c.json(changed.value);
  })
  .get("/:id/redemptions", async (c) => c.json((await room(c).redemptions(limitOf(c, 200))).map(shown)))
  .get("/:id/dead-letters", async (c) => c.json(await room(c).deadLetters(limitOf(c, 200))))
  .get("/:id/status", async (c) => c.json(await room(c).status()))
  .get("/:id/features", async (c) => c.json(await room(c).featureStates()))
  .get("/:id/players", async (c) => {
    const players = await room(c).players(c.req.query("search") ?? "", limitOf(c, 200));
    return c.json(players.map(({ chatter, score }) => ({ ...chatter, ...score })));
  })
  .post("/:id/players/import", async (c) => {
    const { players, dryRun } = readImport(await jsonBody(c));
    return c.json(await room(c).importPlayers(players, dryRun));
  })
  .get("/:id/log", async (c) => {
    const question = { level: levelOf(c), text: c.req.query("text") ?? "", limit: limitOf(c, 200) };
    return c.json(await room(c).chronicle(question));
  })
  .post("/:id/setup", async (c) => {
    const done = asked<SetUp>(await room(c).setUp());
    if (!done.ok) return problem(c, { status: 502, code: "not-set-up", detail: done.why });
    return c.json(done.value);
  });

function room(c: Context<DoorEnv>) {
  const id = channelId.safeParse(c.req.param("id"));
  if (!id.success) throw new BadInput("The channel is named by its broadcaster's Twitch user id (digits)");
  return c.env.CHANNEL.getByName(id.data);
}

/** RPC's types add a disposer to every member of a union, which keeps TypeScript from telling them apart. */
const asked = <T>(answer: unknown) => answer as Asked<T>;

function levelOf(c: Context<DoorEnv>): Level {
  const wanted = level.safeParse(c.req.query("level"));
  if (!wanted.success) throw new BadInput(`level: wants one of ${levels.join(", ")}`);
  return wanted.data;
}

function readImport(body: unknown) {
  const { players: imported, dryRun } = read(importedPlayers, body);
  const players = imported.map(({ id, login, name, ...score }) => ({
    chatter: { id: id as ChatterId, login, name },
    score,
  }));
  return { players, dryRun };
}

const shown = (entry: LedgerEntry) => ({
  id: entry.id,
  reward: entry.reward,
  viewer: entry.viewerLogin,
  viewerId: entry.viewerId,
  viewerName: entry.viewerName,
  state: entry.status,
  decided: entry.decided,
  input: entry.input,
  cost: entry.cost,
  at: entry.at,
  resolvedAt: entry.resolvedAt,
});
