import { text } from "#kernel/text";
import { discard, pass, type Verdict } from "./filter.ts";

/** Whom a list can mean. */
export interface Listable {
  readonly id: string | undefined;
  readonly username: string | undefined;
  readonly name: string | undefined;
}

interface Lists {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** Discards what one of the denied has a part in, and what somebody has who is not allowed; an empty list allows all. */
export function byLists({ allow, deny }: Lists, everybody: readonly Listable[]): Verdict {
  for (const each of everybody) {
    const denied = deny.find((entry) => means(entry, each));
    if (denied !== undefined) return discard(text("filtered-denied", { who: denied }));
    if (allow.length > 0 && !allow.some((entry) => means(entry, each)))
      return discard(text("filtered-not-allowed", { who: shown(each) }));
  }
  return pass;
}

/** Usernames and names are the same in any case; a username may do without its @. */
function means(entry: string, { id, username, name }: Listable): boolean {
  if (entry === id) return true;
  const wanted = entry.toLowerCase();
  return wanted === name?.toLowerCase() || wanted.replace(/^@/, "") === username?.toLowerCase();
}

const shown = ({ id, username, name }: Listable): string =>
  username === undefined ? (name ?? id ?? "?") : `@${username}`;
