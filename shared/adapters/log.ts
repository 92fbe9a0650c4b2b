import { waitUntil } from "cloudflare:workers";
import type { Config } from "#kernel/config";
import { type Facts, isAtLeast, type Level, type Log, logBy } from "#kernel/log";
import { liveLog } from "./live-log/live-log.ts";
import { type Scrub, scrubbedByLooks, scrubbedJson, scrubber } from "./scrubbed.ts";
import { tellSentry, type Unexpected } from "./sentry/sentry.ts";

/** The log of one door or room: on the console and in the dashboard, and what should not have happened in Sentry too. */
export function logOf(config: Config, who: Facts): Log {
  const scrub = scrubber(config);
  const [printed, shown] = [consoleLog(config.LOG_LEVEL, who, scrub), liveLog(who, scrub)];
  return logBy((level, event, facts) => {
    printed[level](event, facts);
    shown[level](event, facts);
    if (level === "error") tell(config, { event, facts: { ...who, ...facts } });
  });
}

/** Nobody waits for Sentry: whoever is to be answered is answered. */
function tell(config: Config, unexpected: Unexpected): void {
  const telling = tellSentry(config, unexpected);
  if (telling) waitUntil(telling);
}

/** One JSON object a line on the console, where `wrangler tail` and Workers Logs pick it up. */
export const consoleLog = (least: Level, who: Facts, scrub: Scrub = scrubbedByLooks): Log =>
  logBy((level, event, facts) => {
    if (!isAtLeast(level, least)) return;
    console[level](scrubbedJson({ at: new Date().toISOString(), level, event, ...who, ...facts }, scrub));
  });
