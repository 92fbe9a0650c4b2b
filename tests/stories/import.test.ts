/** Scores of the bot before are taken over from the terminal, as an owner does it. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../dev/free-port.ts";
import { type Channel, openChannel, person } from "./channel.ts";
import { askPostgres, place, until } from "./place.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "taproom-import-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function importPlayers(channel: Channel, source: string, ...options: readonly string[]): Promise<Run> {
  const words = ["import", "players", source, "--channel", channel.id, "--url", place.product, ...options];
  const env = { ...process.env, ADMIN_TOKEN: place.adminToken };
  return new Promise((resolve) => {
    execFile(process.execPath, ["cli/taproom.ts", ...words], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

async function file(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `\uFEFF${lines.join("\r\n")}\r\n`);
  return path;
}

const header = "id,twitch_id,username,wins,losses,tickets,created_at,updated_at";

describe.concurrent("player_stats in a file", () => {
  it("is taken over once, however often it is sent, and counted", async () => {
    const [channel, ann] = [await openChannel(), person("ann_old")];
    const source = await file(
      "once.csv",
      header,
      `1,${ann.id},Ann_Old,12,3,2,,`,
      `2,99${ann.id},Боб,0,1,0,,`,
    );

    expect((await importPlayers(channel, source, "--dry-run")).out).toContain(
      "2 players would be taken over",
    );
    expect(await channel.player(ann)).toBeUndefined();

    const first = await importPlayers(channel, source, "--json");
    expect([first.code, JSON.parse(first.out)]).toEqual([
      0,
      { read: 2, changed: 2, unchanged: 0, refused: [] },
    ]);
    const again = await importPlayers(channel, source, "--json");
    expect(JSON.parse(again.out)).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await channel.player(ann)).toMatchObject({ name: "Ann_Old", wins: 12, losses: 3, tickets: 2 });
    const kept = await until(
      () =>
        askPostgres(
          "select wins, losses, tickets from players where channel_id = $1 and id = $2",
          channel.id,
          ann.id,
        ),
      ({ length }) => length > 0,
    );
    expect(kept).toEqual([{ wins: 12, losses: 3, tickets: 2 }]);
  });

  it("of a later day brings only what is new", async () => {
    const [channel, ann] = [await openChannel(), person("ann_new")];
    await importPlayers(channel, await file("monday.csv", header, `1,${ann.id},ann_new,5,5,1,,`));
    await importPlayers(channel, await file("tuesday.csv", header, `1,${ann.id},ann_new,7,5,3,,`));
    expect(await channel.player(ann)).toMatchObject({ wins: 7, losses: 5, tickets: 3 });
  });

  it("with wrong rows gives what can be used, and says what was left out", async () => {
    const [channel, ann] = [await openChannel(), person("ann_right")];
    const rows = [`1,${ann.id},ann_right,1,0,0,,`, "2,nobody,bob,1,0,0,,", `3,${ann.id},ann_right,9,9,9,,`];
    const { code, out } = await importPlayers(
      channel,
      await file("wrong.csv", header, ...rows, "4,77,eve,-1,0,0,,"),
    );

    expect(code).toBe(2);
    expect(out).toContain("row 2: twitch_id: wants digits");
    expect(out).toMatch(/row 3: \d+ twice/);
    expect(out).toMatch(/row 4: wins/);
    expect(await channel.player(ann)).toMatchObject({ wins: 1 });
  });

  it("that is not there, or a token that is wrong, is told in a sentence", async () => {
    const channel = await openChannel();
    const gone = await importPlayers(channel, join(folder, "gone.csv"));
    expect([gone.code, gone.err]).toEqual([1, expect.stringMatching(/gone\.csv cannot be read\n$/)]);
    const source = await file("token.csv", header, "1,5,ann,1,0,0,,");
    const wrong = await importPlayers(channel, source, "--token", "wrong");
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringMatching(/401: The admin token is not right/)]);
  });
});

describe("player_stats in a database", () => {
  it("is taken over, also from a table that knows no tickets", async () => {
    const [channel, ann] = [await openChannel(), person("ann_db")];
    const db = await PGlite.create();
    await db.exec(`
      CREATE TABLE player_stats (id serial PRIMARY KEY, twitch_id varchar(255), username varchar(255), wins int, losses int);
      INSERT INTO player_stats (twitch_id, username, wins, losses) VALUES ('${ann.id}', 'ann_db', 4, 2);
    `);
    const port = await freePort();
    const server = new PGLiteSocketServer({ db, port, host: "127.0.0.1" });
    await server.start();
    const { code, err } = await importPlayers(channel, `postgres://old:secret@127.0.0.1:${port}/bot`);
    await server.stop();
    await db.close();

    expect([code, err]).toEqual([0, ""]);
    expect(await channel.player(ann)).toMatchObject({ wins: 4, losses: 2, tickets: 0 });
    const nobody = await importPlayers(channel, `postgres://old:secret@127.0.0.1:${port}/bot`);
    expect(nobody.code).toBe(1);
    expect(nobody.err).toMatch(/^The database cannot be read/);
    expect(nobody.err).not.toContain("secret");
  });
});
