/**
 * The plain durable rival: node:http checks the signature and writes the notification to PostgreSQL before it
 * answers; a message id that is there already changes nothing.
 */
import { createServer } from "node:http";
import { Pool } from "pg";
import { serve } from "./serve.ts";
import { isSignedByTwitch, readBody } from "./verify.ts";

const pool = new Pool({ connectionString: process.env["BENCH_POSTGRES_URL"], max: 16 });
await pool.query("drop table if exists bench_notifications");
await pool.query("create table bench_notifications (message_id text primary key, type text, event text)");

const server = createServer(async (request, response) => {
  const body = await readBody(request);
  if (!isSignedByTwitch(request, body)) {
    response.writeHead(403).end();
    return;
  }
  const { subscription, event } = JSON.parse(body.toString()) as {
    subscription: { type: string };
    event: unknown;
  };
  await pool.query({
    // Named, so that each connection prepares it once.
    name: "insert notification",
    text: "insert into bench_notifications values ($1, $2, $3) on conflict do nothing",
    values: [request.headers["twitch-eventsub-message-id"], subscription.type, JSON.stringify(event)],
  });
  response.writeHead(204).end();
});

serve(server, {
  path: "/",
  async count() {
    const { rows } = await pool.query<{ count: string }>("select count(*) from bench_notifications");
    return Number(rows[0]?.count);
  },
});
server.listen(0, "127.0.0.1");
