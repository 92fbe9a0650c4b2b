import { type Config, readConfig, refuseInternet } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { consoleLog, logOf } from "#adapters/log";
import { apiDocs } from "./admin/docs/route.ts";
import { admin } from "./admin/route.ts";
import { door } from "./door.ts";
import { health } from "./health.ts";
import { deliverJob } from "./jobs/deliver/route.ts";
import { downloadJob } from "./jobs/download/route.ts";
import { metrics } from "./metrics/route.ts";
import { downloaderBotDoor } from "./telegram/downloader-bot/route.ts";
import { forwarderBotDoor } from "./telegram/forwarder-bot/route.ts";
import { eventsub } from "./twitch/eventsub/route.ts";
import { problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { oauth } from "./twitch/oauth/route.ts";

/** The configuration is read once for each environment, not once for each request. */
const configs = new WeakMap<object, Config>();

function configOf(env: Env): Config {
  const known = configs.get(env);
  if (known) return known;
  const config = readConfig(env);
  configs.set(env, config);
  return config;
}

/** The first word of the path, by which a line of the log is known. */
const doorAt = (path: string) => /^\/([a-z]{1,12})(\/|$)/.exec(path)?.[1] ?? "other";

export const app = door()
  .use(async (c, next) => {
    const config = configOf(c.env);
    if (config.MODE === "embedded") refuseInternet(config, new URL(c.req.url).hostname);
    c.set("config", config);
    c.set("log", logOf(config, { door: doorAt(c.req.path) }));
    await next();
  })
  .route("/health", health)
  .route("/metrics", metrics)
  .route("/twitch/eventsub", eventsub)
  .route("/twitch/oauth", oauth)
  .route("/telegram/downloader", downloaderBotDoor)
  .route("/telegram/forwarder", forwarderBotDoor)
  .route("/jobs/download", downloadJob)
  .route("/jobs/deliver", deliverJob)
  // Before what is asked: the page that is read has other headers than answers.
  .route("/", apiDocs)
  .route("/", admin)
  .notFound((c) =>
    problem(c, { status: 404, code: "not-found", detail: `There is nothing at ${c.req.path}` }),
  )
  .onError((error, c) => {
    // The configuration may be what failed; then there is a log without it.
    const log: Log = c.get("log") ?? consoleLog("info", {});
    const told = problemOf(error);
    log[told.status < 500 ? "debug" : "error"]("door.failed", { path: c.req.path, ...described(error) });
    return problem(c, told);
  });
