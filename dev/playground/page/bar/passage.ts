/** A passage in words: what one row of the traffic says. */
import type { Call } from "../../../world/calls.ts";
import type { Passage } from "../state/traffic.ts";

/** Who was asked; messages to the product come from EventSub. */
export const serviceOf = (passage: Passage): string =>
  passage.way === "out" ? passage.call.service : "eventsub";

/** What tells this passage from others, without what all of its kind begin with. */
export function subjectOf(passage: Passage): string {
  if (passage.way === "in") return passage.notification.type.replace(/^channel\.(channel_points_)?/, "");
  const { call } = passage;
  return statementOf(call) ?? commandOf(call) ?? passage.call.path.replace(/^\/(helix|bot[^/]*)\//, "/");
}

/** Every query goes to the same path; what tells them apart is the statement. */
function statementOf({ service, body }: Call): string | undefined {
  if (service !== "postgres" || typeof body !== "object" || body === null) return undefined;
  const queries: unknown = Reflect.get(body, "queries");
  const statement: unknown = Reflect.get(Array.isArray(queries) ? Object(queries[0]) : body, "query");
  if (typeof statement !== "string") return undefined;
  const more = Array.isArray(queries) && queries.length > 1 ? ` (+${queries.length - 1})` : "";
  return statement.replace(/\s+/g, " ").replaceAll('"', "") + more;
}

/** Redis is told everything at one path as well: a command, or a list of them. */
function commandOf({ service, body }: Call): string | undefined {
  if (service !== "redis" || !Array.isArray(body)) return undefined;
  const [first, ...others]: unknown[] = Array.isArray(body[0]) ? body : [body];
  if (!Array.isArray(first) || first.length === 0) return undefined;
  // A script says little by its text; its name and its keys come first in any case.
  const words = first.slice(0, 2).map((word) => String(word).slice(0, 60));
  return words.join(" ") + (others.length > 0 ? ` (+${others.length})` : "");
}

export function isAbout(passage: Passage, sought: string): boolean {
  const words = sought.trim().toLowerCase();
  if (words === "") return true;
  const everything = passage.way === "out" ? passage.call : passage.notification;
  return `${subjectOf(passage)} ${JSON.stringify(everything)}`.toLowerCase().includes(words);
}

export type Tone = "good" | "bad" | "warning";

/** Status 0: the line broke before an answer. */
export function toneOf(status: number): Tone {
  if (status === 0 || status >= 500) return "bad";
  return status >= 400 ? "warning" : "good";
}
