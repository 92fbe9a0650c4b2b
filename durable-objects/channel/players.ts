import type { ChatterId } from "#kernel/ids";
import type { Chatter } from "#domain/twitch/chatter";
import type { Effect } from "#domain/twitch/effect";
import { noScore, type Player, type Players, type Score } from "#domain/twitch/players";
import { beginningWith } from "./beginning-with.ts";
import type { Memory } from "./memory.ts";

type Row = {
  id: string;
  login: string;
  name: string;
  wins: number;
  losses: number;
  tickets: number;
  imported: string | null;
};

type RankedRow = Row & { place: number | null };

const columns = "id, login, name, wins, losses, tickets, imported";
/** Twitch gives its ids in order: the shorter, then the smaller one is the older account. */
const inOrder = "wins DESC, losses, length(id), id";

/** Who is looked for; `after`: whoever follows this one. */
export interface PlayerQuestion {
  readonly beginning: string;
  readonly limit: number;
  readonly after?: { readonly wins: number; readonly losses: number; readonly id: string };
}

/** A player, and which place that is; without a win nobody has one. */
export interface Placed extends Player {
  readonly place?: number;
}

/** Everybody who has a score in this channel. Every change is part of the transaction of whatever caused it. */
export class PlayerBook implements Players {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
    memory.run(`
      CREATE TABLE IF NOT EXISTS player (
        id TEXT PRIMARY KEY, login TEXT NOT NULL, name TEXT NOT NULL,
        wins INTEGER NOT NULL, losses INTEGER NOT NULL, tickets INTEGER NOT NULL, imported TEXT
      ) WITHOUT ROWID
    `);
    memory.run("CREATE INDEX IF NOT EXISTS winner ON player (wins) WHERE wins > 0");
  }

  scoreOf(id: ChatterId): Score {
    return this.find(id)?.score ?? noScore;
  }

  top(count: number): Player[] {
    return this.#read(`SELECT ${columns} FROM player WHERE wins > 0 ORDER BY ${inOrder} LIMIT ?`, count);
  }

  find(id: ChatterId): Player | undefined {
    return this.#read(`SELECT ${columns} FROM player WHERE id = ?`, id)[0];
  }

  /** Everybody whose login or name begins so, or who has this id, the best first. */
  search({ beginning, limit, after }: PlayerQuestion): Placed[] {
    const rows = this.#memory.run<RankedRow>(
      `SELECT * FROM (
         SELECT ${columns}, CASE WHEN wins > 0 THEN row_number() OVER (ORDER BY ${inOrder}) END AS place FROM player
       )
       WHERE (login LIKE ?1 ESCAPE '\\' OR lower(name) LIKE ?1 ESCAPE '\\' OR id = ?2)
         AND (?3 IS NULL OR (-wins, losses, length(id), id) > (-?3, ?4, length(?5), ?5))
       ORDER BY ${inOrder} LIMIT ?6`,
      beginningWith(beginning),
      beginning,
      after?.wins ?? null,
      after?.losses ?? null,
      after?.id ?? null,
      limit,
    );
    return rows.map(placedOf);
  }

  placed(id: ChatterId): Placed | undefined {
    const better = `(-other.wins, other.losses, length(other.id), other.id)
      < (-player.wins, player.losses, length(player.id), player.id)`;
    const [row] = this.#memory.run<RankedRow>(
      `SELECT ${columns}, CASE WHEN wins > 0 THEN (
         SELECT count(*) + 1 FROM player AS other WHERE ${better}
       ) END AS place FROM player WHERE id = ?`,
      id,
    );
    return row && placedOf(row);
  }

  /** Sets a score as a person wants it. undefined: nobody of this id has one. */
  correct(id: ChatterId, change: Partial<Score>): Player | undefined {
    const known = this.find(id);
    if (!known) return undefined;
    const score = { ...known.score, ...change };
    this.#write(known.chatter, score);
    return { ...known, score };
  }

  /** Adds to a score; tickets never fall below zero. Answers how it stands now. */
  add({ player, wins = 0, losses = 0, tickets = 0 }: Effect & { do: "score" }): Player {
    const before = this.scoreOf(player.id);
    const score = {
      wins: before.wins + wins,
      losses: before.losses + losses,
      tickets: Math.max(0, before.tickets + tickets),
    };
    this.#write(player, score);
    return { chatter: player, score };
  }

  /** Whoever has a score and shows up under a new name gets it. Answers whether that was so. */
  rename({ id, login, name }: Chatter): boolean {
    const changed = this.#memory.run(
      "UPDATE player SET login = ?2, name = ?3 WHERE id = ?1 AND (login <> ?2 OR name <> ?3) RETURNING id",
      id,
      login,
      name,
    );
    return changed.length > 0;
  }

  /**
   * Takes over a score kept elsewhere. What was taken over before is remembered, so the same score can come again and
   * changes nothing, and a newer one brings only what is new. Answers how it stands then; undefined: nothing changes.
   */
  import(chatter: Chatter, score: Score, { dryRun }: { readonly dryRun: boolean }): Player | undefined {
    const known = this.#row(chatter.id);
    const before = known?.imported ? (JSON.parse(known.imported) as Score) : noScore;
    if (isSame(score, before)) return undefined;
    const now = known ? playerOf(known) : { chatter, score: noScore };
    const after = { chatter: now.chatter, score: moved(now.score, before, score) };
    if (dryRun) return after;
    this.#write(after.chatter, after.score);
    this.#memory.run("UPDATE player SET imported = ? WHERE id = ?", JSON.stringify(score), chatter.id);
    return after;
  }

  size(): number {
    return this.#memory.run<{ size: number }>("SELECT count(*) AS size FROM player")[0]?.size ?? 0;
  }

  #write({ id, login, name }: Chatter, { wins, losses, tickets }: Score): void {
    this.#memory.run(
      `INSERT INTO player VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (id) DO UPDATE SET
       login = excluded.login, name = excluded.name,
       wins = excluded.wins, losses = excluded.losses, tickets = excluded.tickets`,
      id,
      login,
      name,
      wins,
      losses,
      tickets,
    );
  }

  #row(id: string): Row | undefined {
    return this.#memory.run<Row>(`SELECT ${columns} FROM player WHERE id = ?`, id)[0];
  }

  #read(statement: string, ...values: SqlStorageValue[]): Player[] {
    return this.#memory.run<Row>(statement, ...values).map(playerOf);
  }
}

const playerOf = ({ id, login, name, wins, losses, tickets }: Row): Player => ({
  chatter: { id: id as ChatterId, login, name },
  score: { wins, losses, tickets },
});

const placedOf = ({ place, ...row }: RankedRow): Placed => ({
  ...playerOf(row),
  ...(place !== null && { place }),
});

const isSame = (one: Score, other: Score) =>
  one.wins === other.wins && one.losses === other.losses && one.tickets === other.tickets;

/** A score, by as much as another one has changed. */
const moved = (score: Score, from: Score, to: Score): Score => ({
  wins: Math.max(0, score.wins + to.wins - from.wins),
  losses: Math.max(0, score.losses + to.losses - from.losses),
  tickets: Math.max(0, score.tickets + to.tickets - from.tickets),
});
