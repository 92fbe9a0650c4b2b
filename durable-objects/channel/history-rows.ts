import { type Instant, iso } from "#kernel/clock";
import type { ChannelId } from "#kernel/ids";
import type { HistoryRow } from "#adapters/database/history";
import type { GameResult } from "#domain/twitch/game-result";
import type { Player } from "#domain/twitch/players";
import type { ChannelSettings } from "#domain/twitch/settings";
import type { LedgerEntry } from "./ledger.ts";

export const channelRow = (
  id: ChannelId,
  login: string,
  settings: ChannelSettings,
  now: Instant,
): HistoryRow => ({
  table: "channels",
  row: { id, login, settings, updatedAt: iso(now) },
});

export const playerRow = (
  channelId: ChannelId,
  { chatter: { id, login, name }, score }: Player,
  now: Instant,
): HistoryRow => ({
  table: "players",
  row: { channelId, id, login, name, ...score, seenAt: iso(now) },
});

export const redemptionRow = (channelId: ChannelId, entry: LedgerEntry): HistoryRow => ({
  table: "redemptions",
  row: {
    id: entry.id,
    channelId,
    reward: entry.reward,
    rewardId: entry.rewardId,
    playerId: entry.viewerId,
    input: entry.input,
    cost: entry.cost,
    status: entry.status,
    receivedAt: iso(entry.at),
    resolvedAt: entry.resolvedAt === null ? null : iso(entry.resolvedAt),
  },
});

export const gameResultRow = (channelId: ChannelId, result: GameResult): HistoryRow => ({
  table: "gameResults",
  row: {
    id: result.id,
    channelId,
    game: result.game,
    hostId: result.host.id,
    ending: result.ending,
    details: result.details,
    startedAt: iso(result.startedAt),
    endedAt: iso(result.endedAt),
  },
});
