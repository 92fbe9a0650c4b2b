import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seeded } from "../../../shared/kernel/random.ts";
import { wait } from "../aim.ts";
import { House, until } from "../house.ts";
import { killRuntime } from "../kill.ts";
import { type Findings, postName } from "./readers.ts";
import { scriptOf, type SourceScript } from "./script.ts";
import { type AskWorld, sourceChat, storm, Storm, targetChat, targetOf } from "./storm.ts";

/** CI has time for a small one. `STORM_FANOUT=50` is every source to every target, and takes an hour: each takes one message a second. */
const isLong = Number(process.env["FAULT_INSTANTS"] ?? 20) > 2;
const posts = Number(process.env["STORM_POSTS"] ?? (isLong ? 1_000 : 100));
const fanOut = Number(process.env["STORM_FANOUT"] ?? (isLong ? 5 : 3));
/** How long people post. */
const seconds = Number(process.env["STORM_SECONDS"] ?? posts / 10);
const seed = Number(process.env["STORM_SEED"] ?? randomInt(2 ** 31));
const kills = 3;
const repetitions = 10;
const patience = 300_000 + posts * fanOut * 200;

/** A job of a post, as Postgres has it. */
interface Job {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly first: string;
  readonly state: "waiting" | "sending" | "done" | "dead";
  readonly unsure: number;
  readonly outcome: string | null;
}

let house: House;
const ask: AskWorld = (path, body) => house.world(path, body);
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterAll(() => house.close());

const tell = (line: string) => process.stdout.write(`${line}\n`);

it(
  `carries every post once, in order and whole, through a storm (seed ${seed})`,
  async () => {
    const script = scriptOf({ seed, posts, fanOut, seconds });
    const weather = new Storm(ask, script);
    await weather.open();
    for (const each of script) await carry(each);
    await storm(ask);
    const began = Date.now();
    await Promise.all([weather.rage(), strike()]);
    const expected = script.reduce((sum, { deeds, targets }) => sum + postsAmong(deeds) * targets.length, 0);
    const jobs = await untilOver(expected);
    tell(`seed ${seed}: ${expected} deliveries in ${Math.round((Date.now() - began) / 1_000)} s`);

    const unsure = new Set(jobs.filter((job) => job.unsure > 0).map((job) => nameOf(weather, job)));
    const dead = jobs.filter(({ state }) => state === "dead");
    const given = new Set(dead.map((job) => nameOf(weather, job)));
    const found = await weather.look();
    tell(`${unsure.size} unsure, ${dead.length} given up, ${JSON.stringify(counted(found))}`);
    // It is given up because nobody knows whether it has come. A person who looks does, and has it tried again where it has not.
    expect(dead.filter(({ outcome }) => outcome !== "unsure")).toEqual([]);
    expect(found.missing.filter((post) => !given.has(post))).toEqual([]);
    await house.forgetFaults();
    for (const job of dead.filter((each) => found.missing.includes(nameOf(weather, each))))
      await house.api(`/api/forwarder/dead-letters/${job.id}/retry`, { method: "POST" });
    await untilOver(expected);

    const { missing, doubled, moreThanDoubled, split, reordered, stale } = await weather.look();
    expect(missing).toEqual([]);
    expect(split).toEqual([]);
    // What was tried again stands behind what has not waited for it.
    expect(reordered.filter((post) => !given.has(post))).toEqual([]);
    expect(moreThanDoubled).toEqual([]);
    expect(doubled.filter((post) => !unsure.has(post))).toEqual([]);
    // An edit finds the copy that was heard of, and of what was given up none.
    expect(stale.filter((post) => !given.has(post))).toEqual([]);
  },
  patience * 2,
);

async function carry({ source, targets, mode }: SourceScript): Promise<void> {
  const wish = {
    sources: [String(sourceChat(source))],
    targets: targets.map((target) => String(targetChat(target))),
    mode,
  };
  const { created } = await house.api<{ readonly created: readonly unknown[] }>("/api/mappings", {
    method: "PUT",
    body: JSON.stringify(wish),
  });
  expect(created).toHaveLength(targets.length);
}

/** What befalls Taproom while people post: deaths, a Redis that forgets, a QStash that repeats itself. */
async function strike(): Promise<void> {
  const random = seeded(seed + 1);
  const somewhen = async (what: string, happen: () => unknown) => {
    const moment = 5 + random() * (seconds + 20);
    await wait(moment);
    tell(`${moment.toFixed(1)} s: ${what}`);
    await happen();
  };
  await Promise.all([
    ...Array.from({ length: kills }, () => somewhen("killed", kill)),
    ...Array.from({ length: repetitions }, () =>
      somewhen("QStash delivers twice", () => ask("/qstash/twice", { times: 1 })),
    ),
    somewhen("Redis flushed", () => ask("/redis/flush", {})),
  ]);
}

/** Whoever is just being born is killed as soon as they live. */
async function kill(): Promise<void> {
  while (killRuntime() === 0) await wait(0.05);
}

const postsAmong = (deeds: SourceScript["deeds"]): number => deeds.filter(({ is }) => is === "post").length;

const ofPosts = "key = mapping_id || ':' || source_chat || ':' || (source_ids->>0)";

/** Waits until every post has its jobs, and all that there is to do is over. */
async function untilOver(expected: number): Promise<readonly Job[]> {
  await until(
    () =>
      house.postgres(
        `select count(*) filter (where state in ('waiting', 'sending')) as open,
          count(*) filter (where ${ofPosts}) as posts from forward_jobs`,
      ),
    ([row]) => Number(row?.["open"]) === 0 && Number(row?.["posts"]) === expected,
    patience,
  );
  const rows = await house.postgres(
    `select id, source_chat as source, target_chat as target, source_ids->>0 as first, state, unsure, outcome
      from forward_jobs where ${ofPosts}`,
  );
  // The cast: the columns that were asked for.
  return rows as unknown as readonly Job[];
}

/** Which post a job carries, by the storm's own numbers. */
function nameOf({ posted }: Storm, { source, target, first }: Job): string {
  const post = posted.find(
    (each) => String(sourceChat(each.source)) === source && each.messageIds[0] === Number(first),
  );
  return post ? postName(targetOf(target), post) : `nobody's ${source}:${first}`;
}

const counted = ({ expected: _, ...found }: Findings) =>
  Object.fromEntries(Object.entries(found).map(([what, names]) => [what, names.length]));
