import { auditApi } from "./audit.ts";
import { consoleApi } from "./console.ts";
import { logsApi } from "./logs.ts";
import { overviewApi } from "./overview.ts";
import { peopleApi } from "./people.ts";
import { sessionApi } from "./session.ts";

/** Everything that can be asked or done over HTTP, by area. */
export const api = {
  session: sessionApi,
  people: peopleApi,
  audit: auditApi,
  logs: logsApi,
  overview: overviewApi,
  console: consoleApi,
} as const;

export type Api = typeof api;
