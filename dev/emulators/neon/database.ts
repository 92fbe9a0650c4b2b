import { mkdir } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { Pool, type PoolConfig } from "pg";

/** A PostgreSQL to talk to, whoever plays it. */
export interface Database {
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Where PGlite keeps its files. Absent: in memory. */
  readonly dataFolder?: string | undefined;
  /** A real PostgreSQL, used instead of PGlite. */
  readonly postgresUrl?: string | undefined;
}

/** Opens the real server when there is one, else PGlite; both are reached through the same `pg` pool. */
export async function openDatabase({ dataFolder, postgresUrl }: DatabaseOptions): Promise<Database> {
  return postgresUrl === undefined ? await openPGlite(dataFolder) : openServer(postgresUrl);
}

function openServer(connectionString: string): Database {
  const pool = openPool({ connectionString, max: 10 });
  return { pool, close: () => endSoon(pool) };
}

async function openPGlite(dataFolder: string | undefined): Promise<Database> {
  // PGlite makes the last folder only, and fails when its parent is missing.
  if (dataFolder !== undefined) await mkdir(dataFolder, { recursive: true });
  const database = await PGlite.create({ ...(dataFolder !== undefined && { dataDir: dataFolder }) });
  // It refuses a second connection unless told otherwise: the pool's next one while the last is closing, or psql.
  const server = new PGLiteSocketServer({ db: database, host: "127.0.0.1", port: 0, maxConnections: 10 });
  await server.start();

  // PGlite is one session. A second connection would only wait in the socket server instead of in the pool,
  // and there a transaction left open would hold up everybody.
  const pool = openPool({ ...addressOf(server), user: "postgres", database: "postgres", max: 1 });
  return {
    pool,
    async close() {
      await endSoon(pool);
      await server.stop();
      await database.close();
    },
  };
}

function addressOf(server: PGLiteSocketServer): { host: string; port: number } {
  const { hostname, port } = new URL(`tcp://${server.getServerConn()}`);
  return { host: hostname, port: Number(port) };
}

function openPool(config: PoolConfig): Pool {
  // Neon's sessions run in UTC whatever the machine's own zone is.
  const pool = new Pool({ ...config, options: "-c timezone=UTC" });
  // A connection that breaks is an event on it, and without a listener it would end the process. Whoever was
  // waiting for an answer is told by their query; an idle connection is simply opened again.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  return pool;
}

/** Ends the pool, but does not wait for a query that takes its time: stopping must be quick. */
async function endSoon(pool: Pool): Promise<void> {
  await Promise.race([pool.end(), wait(300, undefined, { ref: false })]);
}
