import { DurableObject } from "cloudflare:workers";
import { type Instant, instant } from "#kernel/clock";
import type { ChannelId } from "#kernel/ids";

/** A channel that Taproom looks after. */
export interface Listed {
  readonly id: ChannelId;
  readonly login: string;
}

/** What is kept of a channel; a login alone was kept of the first ones. */
type Kept = string | { readonly login: string; readonly since: Instant };

const prefix = "channel:";

/** Which channels there are: rooms are found by their name, and nobody else keeps a list of the names. */
export class DirectoryDO extends DurableObject<Env> {
  /** Can be repeated; a new login replaces the old one. */
  enlist(id: ChannelId, login: string): void {
    const kept = this.ctx.storage.kv.get<Kept>(prefix + id);
    if (kept !== undefined && loginOf(kept) === login) return;
    const since = kept === undefined ? instant(Date.now()) : sinceOf(kept);
    this.ctx.storage.kv.put<Kept>(prefix + id, { login, since });
  }

  /** All of them, the newest first. */
  list(): Listed[] {
    return Array.from(this.ctx.storage.kv.list<Kept>({ prefix }))
      .toSorted(([, one], [, other]) => sinceOf(other) - sinceOf(one))
      .map(([key, kept]) => ({ id: key.slice(prefix.length) as ChannelId, login: loginOf(kept) }));
  }
}

const loginOf = (kept: Kept) => (typeof kept === "string" ? kept : kept.login);

const sinceOf = (kept: Kept) => (typeof kept === "string" ? instant(0) : kept.since);
