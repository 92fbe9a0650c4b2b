import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { neon, NeonDbError, neonConfig } from "@neondatabase/serverless";
import { eq, sql as fragment } from "drizzle-orm";
import { drizzle } from "drizzle-orm/neon-http";
import { bigint, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startNeon, type NeonEmulator } from "./index.ts";

const embeddedUrl = "postgres://taproom:embedded@db.taproom.test/taproom";

const players = pgTable("players", {
  id: bigint({ mode: "bigint" }).primaryKey(),
  login: text().notNull().unique(),
  wins: integer().notNull().default(0),
  badges: text().array(),
  settings: jsonb().$type<{ greeting: string; levels: number[] }>(),
  seenAt: timestamp("seen_at", { withTimezone: true }),
});

const migration = `
create table players (
  id bigint primary key,
  login text not null unique,
  wins integer not null default 0 check (wins >= 0),
  badges text[],
  settings jsonb,
  seen_at timestamptz
);
--> statement-breakpoint
create table "odd ""name" (n integer generated always as identity, word text);
`;

let folder: string;
let migrationsFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "taproom-neon-"));
  migrationsFolder = join(folder, "migrations");
  await mkdir(join(migrationsFolder, "meta"), { recursive: true });
  await writeFile(join(migrationsFolder, "0000_first.sql"), migration);
  const entries = [{ idx: 0, version: "7", when: 1_700_000_000_000, tag: "0000_first", breakpoints: true }];
  await writeFile(join(migrationsFolder, "meta/_journal.json"), JSON.stringify({ version: "7", entries }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lets the vendor's driver talk to the emulator instead of the internet. */
function connectDriver(emulator: NeonEmulator): void {
  neonConfig.fetchFunction = (url: string, init: RequestInit) => emulator.fetch(new Request(url, init));
}

/** A database of its own on a real server: what the suite leaves behind goes with it. */
async function makeDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `taproom_test_${process.pid}`;
  const administer = async (statement: string) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) };
}

const serverUrl = process.env["TEST_POSTGRES_URL"];
const backends = ["PGlite", ...(serverUrl === undefined ? [] : ["PostgreSQL"])];

describe.each(backends)("Neon on %s", (backend) => {
  const sql = neon(embeddedUrl);
  const db = drizzle(sql);
  let emulator: NeonEmulator;
  let dropDatabase: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    if (backend === "PostgreSQL" && serverUrl !== undefined) {
      const { url, drop } = await makeDatabase(serverUrl);
      dropDatabase = drop;
      emulator = startNeon({ postgresUrl: url, migrationsFolder });
    } else {
      emulator = startNeon({ migrationsFolder });
    }
    connectDriver(emulator);
    await emulator.ready;
  }, 30_000);

  beforeEach(() => emulator.reset());

  afterAll(async () => {
    await emulator.close();
    await dropDatabase?.();
  });

  it("is asked at the host the driver makes of the connection string", async () => {
    const asked: string[] = [];
    neonConfig.fetchFunction = (url: string, init: RequestInit) => {
      asked.push(url);
      return emulator.fetch(new Request(url, init));
    };
    await sql`select 1`;
    connectDriver(emulator);

    expect(asked).toEqual(["https://api.taproom.test/sql"]);
    expect(emulator.hosts).toContain(new URL(asked[0] ?? "").hostname);
  });

  it("answers a template with rows, an array or the full result, as it is asked", async () => {
    expect(await sql`select ${7}::int as n, ${null}::text as nothing`).toEqual([{ n: 7, nothing: null }]);
    expect(await sql.query("select $1::text, 2", ["a"], { arrayMode: true })).toEqual([["a", 2]]);
    expect(await sql.query("select true as yes", [], { fullResults: true })).toMatchObject({
      command: "SELECT",
      rowCount: 1,
      rows: [{ yes: true }],
      fields: [{ name: "yes", dataTypeID: 16, format: "text" }],
    });
  });

  it("brings every type back as it went", async () => {
    const player = {
      id: 9_007_199_254_740_993n,
      login: "пан O'Neil 🐗",
      wins: 2_147_483_647,
      badges: ['with "quotes"', "a,b", "", "NULL"],
      settings: { greeting: "line\nbreak", levels: [1, 2.5] },
      seenAt: new Date("2026-11-20T10:11:12.345Z"),
    };
    await db.insert(players).values(player);
    expect(await db.select().from(players)).toEqual([player]);

    const empty = { id: 1n, login: "empty", badges: null, settings: null, seenAt: null };
    const [stored] = await db.insert(players).values(empty).returning();
    expect(stored).toEqual({ ...empty, wins: 0 });
  });

  it.each([
    ["numeric", "12345678901234567890.123", "12345678901234567890.123"],
    ["uuid", "6f1b7a52-8f52-4a3e-9d0c-0b6a6d6a7e11", "6f1b7a52-8f52-4a3e-9d0c-0b6a6d6a7e11"],
    ["bytea", Buffer.from([0, 1, 255]), Buffer.from([0, 1, 255])],
    ["float8", 0.1, 0.1],
    ["boolean", false, false],
    ["integer[]", [1, 2, 3], [1, 2, 3]],
    ["text[]", ["a", null], ["a", null]],
    ["json", { deep: [{ er: null }] }, { deep: [{ er: null }] }],
  ])("brings %s back", async (type, value, expected) => {
    expect(await sql.query(`select $1::${type} as value`, [value])).toEqual([{ value: expected }]);
  });

  it("upserts and says how many rows it touched", async () => {
    await db.insert(players).values({ id: 1n, login: "anna", wins: 1 });
    const won = { wins: fragment`${players.wins} + excluded.wins` };
    const upsert = db
      .insert(players)
      .values({ id: 1n, login: "anna", wins: 2 })
      .onConflictDoUpdate({ target: players.id, set: won });
    expect(await upsert.returning({ wins: players.wins })).toEqual([{ wins: 3 }]);

    const again = await db.insert(players).values({ id: 1n, login: "anna" }).onConflictDoNothing();
    expect(again.rowCount).toBe(0);
    expect((await db.update(players).set({ wins: 9 }).where(eq(players.id, 1n))).rowCount).toBe(1);
  });

  it("runs a batch as one transaction", async () => {
    const [, , rows] = await db.batch([
      db.insert(players).values({ id: 1n, login: "anna" }),
      db.insert(players).values({ id: 2n, login: "boris" }),
      db.select({ login: players.login }).from(players).orderBy(players.id),
    ]);
    expect(rows).toEqual([{ login: "anna" }, { login: "boris" }]);
  });

  it("keeps nothing of a batch that failed", async () => {
    const batch = db.batch([
      db.insert(players).values({ id: 1n, login: "anna" }),
      db.insert(players).values({ id: 1n, login: "boris" }),
    ]);
    await expect(batch).rejects.toMatchObject({ code: "23505", constraint: "players_pkey" });
    expect(await db.$count(players)).toBe(0);
  });

  it("honours the isolation level, read only and deferrable", async () => {
    const queries = () => [
      sql`show transaction_isolation`,
      sql`show transaction_read_only`,
      sql`show transaction_deferrable`,
    ];
    const options = { isolationLevel: "Serializable", readOnly: true, deferrable: true } as const;
    expect(await sql.transaction(queries(), options)).toEqual([
      [{ transaction_isolation: "serializable" }],
      [{ transaction_read_only: "on" }],
      [{ transaction_deferrable: "on" }],
    ]);
    const [[plain] = []] = await sql.transaction(queries());
    expect(plain).toEqual({ transaction_isolation: "read committed" });

    const writing = sql.transaction([sql`insert into players (id, login) values (1, 'anna')`], {
      readOnly: true,
    });
    await expect(writing).rejects.toMatchObject({ code: "25006" });
  });

  it.each([
    ["23505", "insert into players (id, login) values (1, 'anna'), (2, 'anna')", "players_login_key"],
    ["23514", "insert into players (id, login, wins) values (1, 'anna', -1)", "players_wins_check"],
    ["23502", "insert into players (id) values (1)", undefined],
    ["42P01", "select * from nowhere", undefined],
    ["42601", "selec 1", undefined],
    ["42601", "select 1; select 2", undefined],
    ["22P02", "select 'x'::int", undefined],
  ])("says %s to the client", async (code, query, constraint) => {
    const error = await sql.query(query).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(NeonDbError);
    expect(error).toMatchObject({ code, severity: "ERROR", constraint });
  });

  it("puts the driver's error into drizzle's", async () => {
    await db.insert(players).values({ id: 1n, login: "anna" });
    const again = db.insert(players).values({ id: 1n, login: "anna" });
    await expect(again).rejects.toMatchObject({ cause: { code: "23505", table: "players" } });
  });

  it("lets no transaction reach the next request", async () => {
    await sql`begin`;
    await sql`insert into players (id, login) values (1, 'anna')`;
    await sql`rollback`;
    expect(await db.$count(players)).toBe(1);
  });

  it("answers many at once, each its own", async () => {
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    const answers = await Promise.all(numbers.map((n) => sql`select ${n}::int as n`));
    expect(answers).toEqual(numbers.map((n) => [{ n }]));
  });

  it("empties all tables and starts their counters again", async () => {
    await sql`insert into "odd ""name" (word) values ('x')`;
    await db.insert(players).values({ id: 1n, login: "anna" });
    await emulator.reset();
    expect(await db.$count(players)).toBe(0);
    expect(await sql`insert into "odd ""name" (word) values ('x') returning n`).toEqual([{ n: 1 }]);
  });

  it.each([
    ["no connection string", { "neon-raw-text-output": "true", "neon-array-mode": "true" }, "{}"],
    ["no body it understands", undefined, "not json"],
    ["a number for a text", undefined, '{"query":"select $1","params":[1]}'],
  ])("refuses %s", async (_, headers, body) => {
    const all = headers ?? {
      "neon-connection-string": embeddedUrl,
      "neon-raw-text-output": "true",
      "neon-array-mode": "true",
    };
    const request = new Request("https://api.taproom.test/sql", { method: "POST", headers: all, body });
    const response = await emulator.fetch(request);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: expect.any(String) });
  });
});

describe("Neon on disk", () => {
  it("keeps rows over a restart, applies migrations once, and closes within a second", async () => {
    const dataFolder = join(folder, "not/yet/there");
    const sql = neon(embeddedUrl);

    const before = startNeon({ dataFolder, migrationsFolder });
    connectDriver(before);
    await sql`insert into players (id, login) values (1, 'anna')`;
    const stopped = performance.now();
    await before.close();
    expect(performance.now() - stopped).toBeLessThan(1_000);

    const after = startNeon({ dataFolder, migrationsFolder });
    connectDriver(after);
    expect(await sql`select login from players`).toEqual([{ login: "anna" }]);
    await after.close();
  }, 30_000);

  it("does without migrations", async () => {
    const emulator = startNeon({ migrationsFolder: join(folder, "none") });
    connectDriver(emulator);
    const sql = neon(embeddedUrl);
    expect(await sql`select to_regclass('players') as players`).toEqual([{ players: null }]);
    await emulator.close();
  }, 30_000);
});

it.runIf(serverUrl)("Neon on a real server does not wait for a slow query to close", async () => {
  const emulator = startNeon({ postgresUrl: serverUrl, migrationsFolder: join(folder, "none") });
  connectDriver(emulator);
  const slow = neon(embeddedUrl)`select pg_sleep(2)`.then((rows) => rows.length);
  await wait(200);
  const stopped = performance.now();
  await emulator.close();
  expect(performance.now() - stopped).toBeLessThan(1_000);
  expect(await slow).toBe(1);
});

describe("Neon that cannot start", () => {
  it("says why to whoever asks, and still closes", async () => {
    const emulator = startNeon({ postgresUrl: "postgres://nobody@127.0.0.1:1/none", migrationsFolder });
    await expect(emulator.ready).rejects.toThrow("Failed query");
    await emulator.close();
  });
});
