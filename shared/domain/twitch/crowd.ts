import type { ChannelId, ChatterId } from "#kernel/ids";
import type { Chatter } from "./chatter.ts";
import { knownBots } from "./known-bots.ts";

/** Who is in chat right now, and whom no game may touch. */
export interface Crowd {
  readonly chatters: readonly Chatter[];
  readonly spared: readonly ChatterId[];
}

/** Everybody a game may pick from. */
export function targets({ chatters, spared }: Crowd): readonly Chatter[] {
  const exempt = new Set(spared);
  return chatters.filter(({ id }) => !exempt.has(id));
}

interface Channel {
  readonly id: ChannelId;
  readonly bot: string | undefined;
  readonly moderators: readonly ChatterId[];
  /** Ids the channel's settings protect. */
  readonly protectedIds: readonly string[];
}

/** Spares moderators, the broadcaster, the bot itself, known bots, and whoever the channel's settings protect. */
export function crowdOf(chatters: readonly Chatter[], { id, bot, moderators, protectedIds }: Channel): Crowd {
  const bots = chatters.filter(({ login }) => knownBots.has(login)).map((chatter) => chatter.id);
  const others = [id, ...(bot ? [bot] : []), ...protectedIds] as string[] as ChatterId[];
  return { chatters, spared: [...moderators, ...bots, ...others] };
}
