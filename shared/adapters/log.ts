import { type Facts, type Level, levels, type Log } from "#kernel/log";

/** One JSON object a line on the console, where `wrangler tail` and Workers Logs pick it up. */
export function consoleLog(least: Level, who: Facts): Log {
  const write =
    (level: Level) =>
    (event: string, facts: Facts = {}) => {
      if (levels.indexOf(level) < levels.indexOf(least)) return;
      console[level](JSON.stringify({ at: new Date().toISOString(), level, event, ...who, ...facts }));
    };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
