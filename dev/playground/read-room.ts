/** Reads what the product tells of its channel. It keeps what it likes in the shapes it likes: what is not known here is left out. */
import * as z from "zod";
import { type Card, pack, total } from "#domain/twitch/features/twenty-one/cards";
import type { ChannelSettings, DeadLetter, LogEntry, ProductStatus, RoomLook, TableLook } from "./wire.ts";

const count = z.number().catch(0);
const moment = z.number().catch(0);
const user = z.object({ id: z.string(), login: z.string(), name: z.string() });

/** Every entry that can be read; the others are left out. */
const those = <Entry>(entry: z.ZodType<Entry>) =>
  z
    .array(entry.nullable().catch(null))
    .catch([])
    .transform((entries) => entries.filter((each) => each !== null));

/** The same of a list, as the API answers it. */
const itemsOf = <Entry>(entry: z.ZodType<Entry>, json: unknown): readonly Entry[] =>
  z
    .object({ items: those(entry) })
    .catch({ items: [] })
    .parse(json).items;

const dated = z.iso.datetime().transform((written) => Date.parse(written));

const statusSchema = z.object({
  awake: z.boolean().catch(true),
  standing: z
    .object({ subscriptions: those(z.string()), problems: those(z.string()), checkedAt: moment })
    .nullable()
    .catch(null),
  failing: those(z.string()),
  outbox: count,
  journal: count,
  ledger: count,
  players: count,
  deadLetters: count,
}) satisfies z.ZodType<ProductStatus>;

/** `null`: that is no status. */
export const readStatus = (json: unknown): ProductStatus | null =>
  statusSchema.nullable().catch(null).parse(json);

const part = <Part>(schema: z.ZodType<Part>) => schema.optional().catch(undefined);

const collectorSet = z.object({
  name: z.string(),
  words: z.array(z.string()),
  peopleNeeded: z.number(),
  windowSeconds: z.number(),
});

const settingsSchema = z.object({
  language: z.enum(["ru", "en"]),
  keg: z.object({ fuseSeconds: z.number(), boarsNeeded: z.number(), timeoutSeconds: z.number() }),
  commands: part(z.record(z.string(), z.array(z.string()))),
  sleep: part(
    z.object({
      schedule: z.object({ enabled: z.boolean(), from: z.string(), to: z.string() }),
      timeZone: z.string(),
      redemptions: z.enum(["refund", "pause"]),
    }),
  ),
  "twenty-one": part(z.object({ mode: z.enum(["auto", "live"]) })),
  voteban: part(z.object({ votesNeeded: z.number() })),
  collectors: part(z.object({ sets: those(collectorSet) })),
}) satisfies z.ZodType<ChannelSettings>;

/** Throws where there are no settings of a keg. */
export const readSettings = (json: unknown): ChannelSettings => settingsSchema.parse(json);

const guest = z
  .object({ chatter: user, stake: z.object({ by: z.enum(["ticket", "reward"]) }), cameAt: moment })
  .transform(({ chatter, stake, cameAt }) => ({ user: chatter, stake: stake.by, cameAt }));

const cards: ReadonlySet<string> = new Set(pack);
const card = z.custom<Card>((value) => typeof value === "string" && cards.has(value));

const seat = z
  .object({ chatter: user, hand: z.array(card) })
  .transform(({ chatter, hand }) => ({ user: chatter, hand, total: total(hand) }));

const game = z
  .object({
    phase: z.literal("playing"),
    game: z.object({ seats: z.array(seat) }),
    turn: z.number(),
    turnEndsAt: moment,
  })
  .transform(({ game: { seats }, turn, turnEndsAt }) => ({ seats, turn, turnEndsAt }));

const emptyTable: TableLook = { queue: [], nextGameAt: 0, game: null };

const room = z.object({ queue: those(guest), nextGameAt: moment });

function readTable(json: unknown): TableLook {
  const { data } = room.safeParse(json);
  return data ? { ...data, game: game.nullable().catch(null).parse(json) } : emptyTable;
}

const vote = z
  .object({
    target: user.optional(),
    names: z.array(z.string()).catch([]),
    voters: z.array(z.unknown()),
    endsAt: moment,
  })
  .transform(({ target, names, voters, endsAt }) => ({
    target: target?.name ?? names[0] ?? "?",
    voters: voters.length,
    endsAt,
  }));

const collector = z
  .object({
    set: z.string(),
    people: those(user),
    others: those(user),
    drawn: user.nullable().catch(null),
    lastAt: moment,
  })
  .transform(({ set, people, others, drawn, lastAt }) => ({
    set,
    people: drawn ? [...others, drawn] : people,
    drawn,
    lastAt,
  }));

const votesSchema = z.object({ votes: those(vote) }).catch({ votes: [] });

const collectorsSchema = z.object({ collectors: those(collector) }).catch({ collectors: [] });

const order = z.object({ is: z.enum(["asleep", "awake"]), until: z.number() });
const sleepSchema = z.object({ order: order.nullable().catch(null) }).catch({ order: null });

export function readRoom(json: unknown): RoomLook {
  const states = new Map(typeof json === "object" && json !== null ? Object.entries(json) : []);
  return {
    table: readTable(states.get("twenty-one")),
    votes: votesSchema.parse(states.get("voteban")).votes,
    collectors: collectorsSchema.parse(states.get("collectors")).collectors,
    order: sleepSchema.parse(states.get("sleep")).order,
  };
}

const player = user.extend({ wins: count, losses: count, tickets: count });

export const readPlayers = (json: unknown) => itemsOf(player, json);

const entry = z.object({
  at: dated,
  level: z.enum(["debug", "info", "warn", "error"]),
  event: z.string(),
  facts: z.record(z.string(), z.unknown()).catch({}),
}) satisfies z.ZodType<LogEntry>;

export const readLog = (json: unknown): readonly LogEntry[] => itemsOf(entry, json);

const deadLetter = z.object({ key: z.string(), at: dated, why: z.string().catch(""), what: z.unknown() });

export const readDeadLetters = (json: unknown): readonly DeadLetter[] => itemsOf(deadLetter, json);
