import type { ChannelId } from "#kernel/ids";
import type { Chatter } from "./chatter.ts";
import { knownBots } from "./known-bots.ts";

/** Who is who in a channel. By user id, for ids survive a rename. */
export interface Roster {
  readonly broadcaster: ChannelId;
  /** undefined until the bot's account is connected. */
  readonly bot: string | undefined;
  readonly moderators: ReadonlySet<string>;
  /** Order the bot about. */
  readonly admins: ReadonlySet<string>;
  /** Treated like moderators by every game. */
  readonly privileged: ReadonlySet<string>;
}

export const isAdmin = ({ broadcaster, admins }: Roster, id: string) => id === broadcaster || admins.has(id);

export const isPrivileged = (roster: Roster, id: string) =>
  isAdmin(roster, id) || roster.moderators.has(id) || roster.privileged.has(id);

/** No game times them out: Twitch would not allow it, the channel does not want it, or nobody would notice. */
export const isExempt = (roster: Roster, { id, login }: Chatter) =>
  isPrivileged(roster, id) || id === roster.bot || knownBots.has(login);

/** Everybody a game may pick from. */
export const targets = (chatters: readonly Chatter[], roster: Roster): readonly Chatter[] =>
  chatters.filter((chatter) => !isExempt(roster, chatter));
