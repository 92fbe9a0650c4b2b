/** The owner looks after the forwarder from a terminal, in a Taproom of his own: some commands are about everything there is. */
import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askPostgres, askWorld, moveTo, place } from "../place.ts";
import { openTaproom } from "../setup.ts";

let folder: string;
let close: () => Promise<void>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "taproom-terminal-"));
  const own = await openTaproom({}, place.bundle);
  close = own.close;
  moveTo(own.place);
}, 120_000);
afterAll(async () => {
  await close?.();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function taproom(...words: readonly string[]): Promise<Run> {
  const env = { ...process.env, PUBLIC_URL: place.product, ADMIN_TOKEN: place.adminToken };
  return new Promise((resolve) => {
    execFile(process.execPath, ["cli/taproom.ts", ...words], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

/** What a command prints for programs. */
async function told(...words: readonly string[]): Promise<Record<string, unknown> & { code: number }> {
  const { code, out, err } = await taproom(...words, "--json");
  if (!out) throw new Error(`It ended with ${code}: ${err}`);
  return { ...(JSON.parse(out) as Record<string, unknown>), code };
}

async function openChat(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = -1_001_000_000_000 - randomInt(1_000_000_000);
  const card = { id, type: "channel", title: `Chat ${-id}`, botRights: "administrator", ...more };
  await askWorld("POST", "/telegram/chats", card);
  return String(id);
}

interface Mapping {
  readonly id: number;
}

async function add(from: string, to: string, ...more: readonly string[]): Promise<string> {
  const { created } = await told("mappings", "add", "--from", from, "--to", to, ...more);
  return String((created as Mapping[])[0]?.id);
}

/** A post for this target was given up, as a worker leaves it. */
async function giveUp(target: string): Promise<void> {
  const work = JSON.stringify({ is: "post", steps: [{ is: "copy", covers: [1] }] });
  await askPostgres(
    `insert into forward_jobs (key, mapping_id, source_chat, source_ids, target_chat, rank, work, content, state,
       not_before, attempts, outcome, said, trace_id, ended_at)
     values ($1, 0, '-1001', '[1]', $2, 1, $3, 'content', 'dead', now(), 5, 'no_rights', 'Forbidden', 'trace', now())`,
    `0:-1001:${randomInt(1_000_000_000)}:post`,
    target,
    work,
  );
}

function database(name: string, ...statements: readonly string[]): string {
  const path = join(folder, name);
  const opened = new DatabaseSync(path);
  for (const statement of statements) opened.exec(statement);
  opened.close();
  return path;
}

describe("mappings", () => {
  it("are made, shown, changed, turned off, tried out and removed", async () => {
    const [source, x, y] = [await openChat(), await openChat(), await openChat()];
    const made = await told("mappings", "add", "--from", source, "--to", x, y, source, "--mode", "forward");
    expect(made).toMatchObject({
      code: 2,
      created: [{ target: x, mode: "forward" }, { target: y }],
      skipped: [{ code: "same-place" }],
    });
    const id = String((made["created"] as Mapping[])[0]?.id);

    const exclude = { filters: { keywords: { exclude: [{ find: "wine" }] } } };
    expect((await taproom("mappings", "change", id, JSON.stringify(exclude))).code).toBe(0);
    expect(await told("mappings", "show", id)).toMatchObject({ code: 0, mode: "forward", ...exclude });
    expect((await taproom("mappings", "disable", id)).out).toContain("off");
    expect((await taproom("mappings", "list", "--search", x)).out).toMatch(/off +forward/);
    expect((await taproom("mappings", "enable", id)).code).toBe(0);
    expect((await taproom("mappings", "test", id, "--text", "Wine!")).out).toContain("discarded by keywords");
    expect(await told("mappings", "test", id, "--text", "Beer!")).toMatchObject({ carried: true });
    expect((await taproom("mappings", "remove", id)).code).toBe(0);
    expect(await taproom("mappings", "show", id)).toMatchObject({
      code: 2,
      err: expect.stringContaining("no mapping"),
    });
  });

  it("go into a file and come back from it", async () => {
    const [source, target] = [await openChat(), await openChat()];
    const id = await add(source, target, "--label", "kept");
    const file = join(folder, "mappings.json");
    expect((await taproom("mappings", "export", file)).out).toContain("mappings in");
    expect(await readFile(file, "utf8")).toContain(`"kept"`);
    await taproom("mappings", "remove", id);
    expect(await told("mappings", "import", file, "--dry-run")).toMatchObject({ code: 0, created: 1 });
    expect(await told("mappings", "import", file)).toMatchObject({ code: 0, created: 1 });
    expect(await told("mappings", "import", file)).toMatchObject({ code: 0, created: 0, changed: 0 });
  });

  it.each([
    [["mappings", "show"]],
    [["mappings", "fly"]],
    [["mappings", "test", "1"]],
    [["mappings", "change", "1", "{"]],
    [["queue", "retry"]],
    [["queue", "purge"]],
  ])("a command that makes no sense ends with 2: %j", async (words) => {
    expect(await taproom(...words)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/./) });
  });

  it("without the right token, or without a Taproom, a command ends with 1", async () => {
    const options = ["stats", "--token", "another"];
    expect(await taproom(...options)).toMatchObject({ code: 1, err: expect.stringContaining("401") });
    expect((await taproom("stats", "--url", "http://127.0.0.1:1")).code).toBe(1);
  });
});

describe("chats", () => {
  it("are added, listed and looked at again", async () => {
    const id = await openChat({ title: "The cellar" });
    expect((await taproom("channels", "add", id)).out).toContain("The cellar");
    expect(await told("channels", "check", id)).toMatchObject({ code: 0, items: [{ id }], failed: [] });
    await askWorld("POST", "/telegram/chats", { id: Number(id), bots: "kicked" });
    expect(await told("channels", "check")).toMatchObject({ code: 2 });
    expect((await taproom("channels", "list", "--search", "cellar")).out).toContain("not_member");
    expect(await taproom("channels", "add", "@nobody_there")).toMatchObject({ code: 2 });
  });
});

describe("the queue", () => {
  it("is counted, shown, tried again and given up", async () => {
    const target = await openChat();
    for (let nth = 0; nth < 4; nth += 1) await giveUp(target);
    expect(await told("queue", "stats")).toMatchObject({ code: 0, dead: 4, targets: [{ target, dead: 4 }] });
    const { items } = await told("queue", "dead", "--target", target);
    const [first, second] = (items as Mapping[]).map(({ id }) => String(id));
    expect((await taproom("queue", "dead")).out).toContain("no_rights");
    expect(await told("queue", "drop", String(first))).toMatchObject({ jobs: 1 });
    expect((await taproom("queue", "drop", String(first))).code).toBe(2);
    expect(await told("queue", "retry", String(second))).toMatchObject({ jobs: 1 });
    expect(await told("queue", "purge", "--kind", "network", "--yes")).toMatchObject({ jobs: 0 });
    expect(await told("queue", "purge", "--target", target, "--yes")).toMatchObject({ jobs: 2 });
    expect((await taproom("stats")).out).toContain("mappings");
  });
});

describe("the webhook", () => {
  it("is set, told of and taken away", async () => {
    expect((await taproom("webhook", "set")).out).toContain("/telegram/forwarder");
    expect(await told("webhook", "info")).toMatchObject({ isOurs: true });
    expect((await taproom("webhook", "delete")).code).toBe(0);
    expect(await told("webhook", "info")).toMatchObject({ url: "", isOurs: false });
  });
});

describe("another forwarder's SQLite file", () => {
  it("is understood by its names, taken over once, counted and looked at again", async () => {
    const [source, x, y] = [await openChat(), await openChat(), await openChat()];
    const bare = -1_000_000_000_000 - Number(source);
    const file = database(
      "plain.db",
      `CREATE TABLE forward_rules (id INTEGER PRIMARY KEY, name TEXT, source_chat_id INTEGER, target_chat_id INTEGER,
         is_active INTEGER, blacklist TEXT, show_author INTEGER, created TEXT)`,
      `INSERT INTO forward_rules VALUES (1, 'News', ${bare}, ${x}, 1, 'ad,spam', 1, '2024'),
         (2, 'Off', ${source}, ${y}, 0, NULL, 0, '2024'), (3, 'Doubled', ${source}, ${y}, 1, '', 0, '2024'),
         (4, 'No target', ${source}, NULL, 1, '', 0, '2024'), (5, 'Gone', -1009999999999, ${x}, 1, '', 0, '2024')`,
      "CREATE TABLE settings (id INTEGER, value TEXT)",
    );
    const dry = await taproom("import", "sqlite", file, "--dry-run");
    expect(dry.code).toBe(2);
    for (const words of ["source: source_chat_id", "not taken over: created", "2 mappings would be made"])
      expect(dry.out).toContain(words);
    expect((await taproom("mappings", "list", "--search", x)).out).toContain("0 mappings");

    const first = await told("import", "sqlite", file);
    expect(first).toMatchObject({ code: 2, read: 5, created: 2, changed: 0, unchanged: 0, verified: true });
    expect(first["refused"]).toMatchObject([
      { row: "forward_rules 4", why: expect.stringContaining("target_chat_id is empty") },
      { row: "forward_rules 3", why: expect.stringContaining("such a mapping already") },
      { row: "forward_rules 5", why: expect.stringContaining("-1009999999999") },
    ]);
    expect(await told("mappings", "list", "--search", source)).toMatchObject({
      total: 2,
      items: [
        {
          label: "News",
          mode: "forward",
          enabled: true,
          filters: { keywords: { exclude: [{ find: "ad" }, { find: "spam" }] } },
        },
        { label: "Off", mode: "copy", enabled: false },
      ],
    });
    expect(await told("import", "sqlite", file)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  });

  it("may name the rows of its chats", async () => {
    const [source, target] = [await openChat(), await openChat()];
    const file = database(
      "rows.db",
      "CREATE TABLE channels (id INTEGER PRIMARY KEY, channel_id INTEGER, title TEXT)",
      `INSERT INTO channels VALUES (1, ${source}, 'From'), (2, ${target}, 'To')`,
      `CREATE TABLE mappings (id INTEGER PRIMARY KEY, source_id INTEGER REFERENCES channels(id),
         destination_id INTEGER REFERENCES channels(id), paused INTEGER)`,
      "INSERT INTO mappings VALUES (1, 1, 2, 1)",
    );
    expect(await told("import", "sqlite", file)).toMatchObject({ code: 0, created: 1, refused: [] });
    expect(await told("mappings", "list", "--search", target)).toMatchObject({
      items: [{ source, target, enabled: false }],
    });
  });

  it("of other words is taken over as a file says", async () => {
    const [source, target] = [await openChat(), await openChat()];
    const file = database(
      "odd.db",
      "CREATE TABLE pipes (a INTEGER, b INTEGER)",
      `INSERT INTO pipes VALUES (${source}, ${target})`,
    );
    expect(await taproom("import", "sqlite", file)).toMatchObject({
      code: 2,
      err: expect.stringContaining("pipes: a, b"),
    });
    const map = join(folder, "map.json");
    const columns = { source: "a", target: "b" };
    await writeFile(map, JSON.stringify({ mappings: [{ table: "pipes", columns }] }));
    expect(await told("import", "sqlite", file, "--map", map)).toMatchObject({ code: 0, created: 1 });
    const query = "SELECT a AS source, b AS target, 'By a query' AS label FROM pipes";
    await writeFile(map, JSON.stringify({ mappings: [{ query }] }));
    expect(await told("import", "sqlite", file, "--map", map)).toMatchObject({ created: 0, changed: 1 });
  });
});
