import { auditApi } from "./audit.ts";
import { peopleApi } from "./people.ts";
import { sessionApi } from "./session.ts";

/** Everything that can be asked or done over HTTP, by area. */
export const api = {
  session: sessionApi,
  people: peopleApi,
  audit: auditApi,
} as const;

export type Api = typeof api;
