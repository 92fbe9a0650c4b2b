import { DurableObject } from "cloudflare:workers";
import type { ChannelId } from "#kernel/ids";

/** A channel that Taproom looks after. */
export interface Listed {
  readonly id: ChannelId;
  readonly login: string;
}

const prefix = "channel:";

/** Which channels there are: rooms are found by their name, and nobody else keeps a list of the names. */
export class DirectoryDO extends DurableObject<Env> {
  /** Can be repeated; a new login replaces the old one. */
  enlist(id: ChannelId, login: string): void {
    if (this.ctx.storage.kv.get(prefix + id) !== login) this.ctx.storage.kv.put(prefix + id, login);
  }

  list(): Listed[] {
    return Array.from(this.ctx.storage.kv.list<string>({ prefix }), ([key, login]) => ({
      id: key.slice(prefix.length) as ChannelId,
      login,
    }));
  }
}
