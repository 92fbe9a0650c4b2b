import type { Contestant } from "../contestant.ts";
import { nodePostgres } from "./node-postgres.ts";
import { nothing } from "./nothing.ts";
import { twurple } from "./twurple.ts";

/** Everybody, in the order of a round. Without a PostgreSQL its contestant cannot take part. */
export function listContestants(postgresUrl: string | undefined): readonly Contestant[] {
  return [twurple, ...(postgresUrl === undefined ? [] : [nodePostgres(postgresUrl)]), nothing];
}
