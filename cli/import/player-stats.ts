/** Reads the table `player_stats` of the bot that Taproom replaces. */
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { Client } from "pg";
import * as z from "zod";
import { Mistake } from "../mistake.ts";

/** A score, under the names last seen. */
export interface PlayerStats {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly wins: number;
  readonly losses: number;
  readonly tickets: number;
}

export interface Read {
  readonly players: readonly PlayerStats[];
  /** Rows that cannot be taken over: which, and why. */
  readonly refused: readonly string[];
}

/** What both sources give: columns by their names. Tickets came late, so an old table has none. */
const row = z.object({
  twitch_id: z
    .string()
    .trim()
    .regex(/^\d{1,20}$/, "wants digits"),
  username: z.string().trim().min(1).max(60),
  wins: z.coerce.number().int().min(0),
  losses: z.coerce.number().int().min(0),
  tickets: z.coerce.number().int().min(0).default(0),
});

/** `source`: a CSV file with a header line, or the URL of a PostgreSQL database. Throws Mistake where it cannot be read. */
export async function readPlayerStats(source: string): Promise<Read> {
  const rows = /^postgres(ql)?:\/\//.test(source) ? await rowsOfTable(source) : await rowsOfFile(source);
  const players = new Map<string, PlayerStats>();
  const refused: string[] = [];
  rows.forEach((columns, place) => {
    const read = row.safeParse(columns);
    if (!read.success) refused.push(`row ${place + 1}: ${reasons(read.error)}`);
    else if (players.has(read.data.twitch_id)) refused.push(`row ${place + 1}: ${read.data.twitch_id} twice`);
    else players.set(read.data.twitch_id, asPlayer(read.data));
  });
  return { players: [...players.values()], refused };
}

/** The old bot kept either name; the right one comes with the player's next line in chat. */
const asPlayer = ({ twitch_id, username, ...score }: z.infer<typeof row>): PlayerStats => ({
  id: twitch_id,
  login: username.toLowerCase(),
  name: username,
  ...score,
});

const reasons = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");

async function rowsOfFile(file: string): Promise<unknown[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Mistake(`${file} cannot be read`, { cause });
  });
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new Mistake(`${file} is not CSV: ${cause instanceof Error ? cause.message : ""}`, { cause });
  }
}

async function rowsOfTable(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    // Everything, for an old table has no tickets.
    const { rows } = await client.query<Record<string, unknown>>("SELECT * FROM player_stats ORDER BY id");
    return rows;
  } catch (cause) {
    // The driver's words name the host, never the password.
    throw new Mistake(`The database cannot be read: ${cause instanceof Error ? cause.message : ""}`, {
      cause,
    });
  } finally {
    await client.end().catch(() => {});
  }
}
