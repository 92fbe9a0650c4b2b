import { env, waitUntil } from "cloudflare:workers";
import { instant } from "#kernel/clock";
import { type Facts, isAtLeast, type Level, type Log, logBy } from "#kernel/log";
import { logLine } from "#domain/admin/log/log-line";
import { type Scrub, scrubbedJson } from "../scrubbed.ts";
import { Gatherer } from "./gatherer.ts";

/** Whatever the console prints: the dashboard shows what the bots do, and a line of chat that does nothing costs nothing. */
const least: Level = "info";

const gatherer = new Gatherer({
  handOver: (lines, dropped) => env.LIVE_LOG.getByName("log").write(lines, dropped),
  clock: () => instant(Date.now()),
  wait: (time) => scheduler.wait(time),
  keepAlive: waitUntil,
});

/** A log whose lines the dashboard shows. Whoever writes to it neither waits nor fails. */
export const liveLog = (who: Facts, scrub: Scrub): Log =>
  logBy((level, event, written) => {
    if (!isAtLeast(level, least)) return;
    const facts = JSON.parse(scrubbedJson(written, scrub)) as Record<string, unknown>;
    gatherer.add(logLine({ at: new Date().toISOString(), level, event, who, facts }));
  });
