import type { Context } from "hono";
import { Refused } from "#kernel/errors";
import { followRequest } from "#durable-objects/live-log/follow";
import { logsApi } from "#domain/admin/api/logs";
import { logFilter } from "#domain/admin/log/log-filter";
import { door, type DoorEnv } from "../door.ts";
import { problem } from "../problem.ts";
import { read } from "./read-request.ts";
import { admitted } from "./serve.ts";
import { hasOwnOrigin } from "./session/same-origin.ts";

/** The log as it is written, over a WebSocket; the query is the filter, which a message may change. */
export const logSocket = door().get("/", async (c) => {
  const caller = await admitted(logsApi.list, c);
  // A browser opens sockets for every page, with our cookie, and lets the page read what comes.
  if (caller?.session && !hasOwnOrigin(c))
    throw new Refused("The log is shown to the dashboard's own page alone");
  if (c.req.header("Upgrade")?.toLowerCase() !== "websocket") return wantsSocket(c);
  const { webSocket } = await c.env.LIVE_LOG.getByName("log").fetch(
    followRequest({
      ...(caller?.session && { session: caller.session.session }),
      person: caller?.person.id ?? "",
      filter: read(logFilter, c.req.query()),
    }),
  );
  return webSocket ? new Response(null, { status: 101, webSocket }) : tooMany(c);
});

const wantsSocket = (c: Context<DoorEnv>) =>
  problem(c, {
    status: 426,
    code: "upgrade-required",
    detail: "The log is followed over a WebSocket; GET /api/logs shows its latest lines",
    headers: { Upgrade: "websocket" },
  });

const tooMany = (c: Context<DoorEnv>) =>
  problem(c, { status: 429, code: "too-many", detail: "Too many sockets are open already; close one" });
