import type { Bundle } from "../bundle.ts";
import type { Contestant } from "../contestant.ts";
import type { Postgres } from "../throw-away-postgres.ts";
import { nodePostgres } from "./node-postgres.ts";
import { nothing } from "./nothing.ts";
import { taproom } from "./taproom.ts";
import { twurple } from "./twurple.ts";

/** What a contestant needs that may be missing; without it that contestant cannot take part. */
export interface Needs {
  readonly bundle: Bundle | undefined;
  readonly postgres: Postgres | undefined;
}

/** Everybody, in the order of a round. */
export const listContestants = ({ bundle, postgres }: Needs): readonly Contestant[] => [
  ...(bundle ? taproom(bundle) : []),
  twurple,
  ...(postgres ? [nodePostgres(postgres)] : []),
  ...nothing,
];
