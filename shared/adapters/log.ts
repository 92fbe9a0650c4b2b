import { waitUntil } from "cloudflare:workers";
import type { Config } from "#kernel/config";
import { type Facts, type Level, levels, type Log } from "#kernel/log";
import { type Scrub, scrubbedByLooks, scrubber } from "./scrubbed.ts";
import { tellSentry, type Unexpected } from "./sentry/sentry.ts";

/** The log of one door or room: on the console, and what should not have happened to Sentry too. */
export function logOf(config: Config, who: Facts): Log {
  const log = consoleLog(config.LOG_LEVEL, who, scrubber(config));
  return {
    ...log,
    error(event, facts) {
      log.error(event, facts);
      tell(config, { event, facts: { ...who, ...facts } });
    },
  };
}

/** Nobody waits for Sentry: whoever is to be answered is answered. */
function tell(config: Config, unexpected: Unexpected): void {
  const telling = tellSentry(config, unexpected);
  if (telling) waitUntil(telling);
}

/** One JSON object a line on the console, where `wrangler tail` and Workers Logs pick it up. */
export function consoleLog(least: Level, who: Facts, scrub: Scrub = scrubbedByLooks): Log {
  const write =
    (level: Level) =>
    (event: string, facts: Facts = {}) => {
      if (levels.indexOf(level) < levels.indexOf(least)) return;
      const line = { at: new Date().toISOString(), level, event, ...who, ...facts };
      console[level](JSON.stringify(line, (name, value: unknown) => worded(name, value, scrub)));
    };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

/** What others say of a failure may quote anything; all other facts are ours. */
const worded = (name: string, value: unknown, scrub: Scrub) =>
  (name === "error" || name === "said") && typeof value === "string" ? scrub(value) : value;
