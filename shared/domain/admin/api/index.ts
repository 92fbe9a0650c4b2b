import { auditApi } from "./audit.ts";
import { logsApi } from "./logs.ts";
import { peopleApi } from "./people.ts";
import { sessionApi } from "./session.ts";

/** Everything that can be asked or done over HTTP, by area. */
export const api = {
  session: sessionApi,
  people: peopleApi,
  audit: auditApi,
  logs: logsApi,
} as const;

export type Api = typeof api;
