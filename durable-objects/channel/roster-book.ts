import type { ChannelId } from "#kernel/ids";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";
import type { Roster } from "#domain/twitch/roster";
import type { ChannelSettings } from "#domain/twitch/settings";
import type { Memory } from "./memory.ts";

interface RosterNeeds {
  readonly channel: ChannelId;
  readonly memory: Memory;
  readonly settings: () => ChannelSettings;
  /** The bot's Twitch user id, as soon as it is known. */
  readonly bot: () => string | undefined;
}

/** Who is a moderator, a VIP, an admin: from Twitch's lists, from the badges people wear in chat, and from the settings. */
export class RosterBook {
  readonly #needs: RosterNeeds;
  readonly #moderators: Set<string>;
  /** Forgotten with the room; VIPs wear their badge with every line. */
  readonly #vips = new Set<string>();
  #known: Roster | undefined;

  constructor(needs: RosterNeeds) {
    this.#needs = needs;
    this.#moderators = new Set((needs.memory.recall("moderators") ?? []) as string[]);
  }

  get roster(): Roster {
    this.#known ??= this.#read();
    return this.#known;
  }

  /** Settings, or the bot's account, have changed. */
  changed(): void {
    this.#known = undefined;
  }

  /** Badges tell the truth of this moment; not written down, for a line must cost no row. */
  wears({ chatter, roles }: ChatMessage): void {
    this.#set(this.#moderators, chatter.id, roles.includes("moderator"));
    this.#set(this.#vips, chatter.id, roles.includes("vip"));
  }

  /** Somebody has become a moderator, or is none any more. */
  appoint(id: string, moderator: boolean): void {
    this.#set(this.#moderators, id, moderator);
    this.#keep();
  }

  /** Twitch's own list of moderators. */
  learn(moderators: readonly string[]): void {
    const known = new Set(moderators);
    if (known.size === this.#moderators.size && moderators.every((id) => this.#moderators.has(id))) return;
    this.#moderators.clear();
    for (const id of known) this.#moderators.add(id);
    this.#known = undefined;
    this.#keep();
  }

  #set(ids: Set<string>, id: string, is: boolean): void {
    if (ids.has(id) === is) return;
    if (is) ids.add(id);
    else ids.delete(id);
    this.#known = undefined;
  }

  #keep(): void {
    this.#needs.memory.keep("moderators", [...this.#moderators]);
  }

  #read(): Roster {
    const { channel, settings, bot } = this.#needs;
    const { admins, privileged, privilegedVips } = settings();
    return {
      broadcaster: channel,
      bot: bot(),
      moderators: new Set(this.#moderators),
      admins: new Set(admins),
      privileged: new Set(privilegedVips ? [...privileged, ...this.#vips] : privileged),
    };
  }
}
