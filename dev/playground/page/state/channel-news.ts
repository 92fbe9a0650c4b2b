/** How the channel changes when something happens in it. News may come twice, and older than what is known already. */
import type { Chatter, ChatLine, Redemption } from "../../../emulators/twitch/entities.ts";
import type { ChannelState, TimeoutNews } from "../../wire.ts";

const linesKept = 300;
const redemptionsKept = 500;

export function withLine(state: ChannelState, line: ChatLine): ChannelState {
  if (state.chat.some(({ id }) => id === line.id)) return state;
  return { ...state, chat: [...state.chat, line].slice(-linesKept) };
}

export function withTimeout(state: ChannelState, news: TimeoutNews, now: number): ChannelState {
  const others = state.timeouts.filter(({ user }) => user.id !== news.user.id);
  if ("lifted" in news) return { ...state, timeouts: others };
  const { user, moderator, reason, endsAt } = news;
  return { ...state, timeouts: [...others, { user, moderator, reason, endsAt, createdAt: now }] };
}

/** Who has sat out their time is welcome again. */
export function withoutEnded(state: ChannelState, now: number): ChannelState {
  const left = state.timeouts.filter(({ endsAt }) => endsAt === null || endsAt > now);
  return left.length === state.timeouts.length ? state : { ...state, timeouts: left };
}

/** A redemption leaves UNFULFILLED once and never comes back. */
export function withRedemption(state: ChannelState, redemption: Redemption): ChannelState {
  const known = state.redemptions.find(({ id }) => id === redemption.id);
  if (!known) return { ...state, redemptions: [...state.redemptions, redemption].slice(-redemptionsKept) };
  if (known.status !== "UNFULFILLED") return state;
  return { ...state, redemptions: state.redemptions.map((one) => (one === known ? redemption : one)) };
}

export function withChatters(state: ChannelState, chatters: readonly Chatter[]): ChannelState {
  return { ...state, chatters };
}
