import { setTimeout as wait } from "node:timers/promises";
import type { Meter, RoomMeter } from "../meter/meter.ts";
import type { TaproomProcess } from "../taproom-process.ts";
import { type Call, callsSince, countedByMethod } from "./transcript.ts";

/** What videos have cost, in the units Cloudflare, Upstash, Neon and Telegram count in. */
export interface VideoSpending {
  /** Requests of the Worker, by path: updates and jobs. */
  readonly worker: Readonly<Record<string, number>>;
  /** Requests of rooms by `Class.method`, alarms among them. */
  readonly rooms: Readonly<Record<string, number>>;
  /** Rows and values written, and alarms set, by class. */
  readonly rows: Readonly<Record<string, number>>;
  readonly alarmsSet: number;
  readonly redisCommands: number;
  readonly qstashMessages: number;
  readonly sqlRequests: number;
  readonly telegram: Readonly<Record<string, number>>;
  /** Requests to platforms: pages, pictures, files. */
  readonly origin: number;
}

/** The rooms of the downloader; those of the channels go on with their own life meanwhile. */
const classes = ["RequesterDO", "DownloadDO", "PlatformDO", "ShortLinkDO"];
const paths = ["/telegram/downloader", "/jobs/download"];
const tables = ["telegram_users", "telegram_chats", "uploads", "downloads", "clicks", "referrals"];
/** Nothing has happened for so long: longer than rows wait until they are written to Postgres. */
const quiet = 10_000;

/** What is spent while `story` is played, and until nothing more happens. */
export async function spendingOnVideos(
  taproom: TaproomProcess,
  story: () => Promise<unknown>,
): Promise<VideoSpending> {
  const before = await taproom.readMeter();
  const since = Date.now();
  await story();
  const { meter, calls } = await untilQuiet(taproom, since);
  const of = (service: string) => calls.filter((call) => call.service === service);
  return {
    worker: pick(more(before.worker, meter.worker), paths),
    rooms: more(requestsOf(before), requestsOf(meter)),
    rows: more(rowsOf(before), rowsOf(meter)),
    alarmsSet: sum(classes, (name) => alarms(meter.rooms[name]) - alarms(before.rooms[name])),
    redisCommands: sum(of("redis"), commandsIn),
    qstashMessages: of("qstash").length,
    sqlRequests: of("postgres").filter(isOurs).length,
    telegram: countedByMethod(of("telegram")),
    origin: of("origin").length,
  };
}

async function untilQuiet(taproom: TaproomProcess, since: number) {
  let seen = "";
  let still = 0;
  for (let attempts = 300; attempts > 0; attempts -= 1) {
    const meter = await taproom.readMeter();
    const calls = await callsSince(taproom, since);
    const looks = JSON.stringify([classes.map((name) => meter.rooms[name]), calls.length]);
    if (looks !== seen) still = Date.now();
    else if (Date.now() - still >= quiet) return { meter, calls };
    seen = looks;
    await wait(500);
  }
  throw new Error("The downloader does not come to rest.");
}

type Counts = Readonly<Record<string, number>>;

const more = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );

const pick = (counts: Counts, names: readonly string[]): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => names.includes(name)));

const requestsOf = ({ rooms }: Meter): Counts =>
  Object.fromEntries(
    classes.flatMap((name) =>
      Object.entries(rooms[name]?.requests ?? {}).map(([method, count]) => [`${name}.${method}`, count]),
    ),
  );

const rowsOf = ({ rooms }: Meter): Counts =>
  Object.fromEntries(classes.map((name) => [name, written(rooms[name])]));

const written = (room: RoomMeter | undefined) => (room ? room.sqlRows + room.values + room.alarmsSet : 0);
const alarms = (room: RoomMeter | undefined) => room?.alarmsSet ?? 0;

/** The channels write to Postgres, too. */
const isOurs = ({ body }: Call) =>
  tables.some((table) => JSON.stringify(body).includes(String.raw`\"${table}\"`));

/** A pipeline has a command in each of its entries. */
const commandsIn = ({ path, body }: Call) => (path === "/" || !Array.isArray(body) ? 1 : body.length);

const sum = <Item>(items: readonly Item[], count: (item: Item) => number) =>
  items.reduce((total, item) => total + count(item), 0);
