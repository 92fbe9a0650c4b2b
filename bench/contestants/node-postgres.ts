import { Client } from "pg";
import type { Contestant } from "../contestant.ts";
import type { Postgres } from "../throw-away-postgres.ts";
import { startNodeServer } from "./node-server.ts";

/** What one would write by hand for durability: node:http and a unique insert into PostgreSQL. */
export const nodePostgres = ({ url, processes }: Postgres): Contestant => ({
  name: "node:http + PostgreSQL",
  does: "verified, one row in PostgreSQL",
  takes: "redemption",
  verifies: true,
  async start() {
    const program = new URL("../servers/node-postgres.ts", import.meta.url);
    const running = await startNodeServer(program, { BENCH_POSTGRES_URL: url });
    return {
      ...running,
      processes: () => ({ ...running.processes(), postgres: processes() }),
      async stop() {
        await running.stop();
        await dropTable(url);
      },
    };
  },
});

/** The server may be somebody's own: nothing is left behind on it. */
async function dropTable(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query("drop table if exists bench_notifications");
  await client.end();
}
