import { accountsApi } from "./accounts.ts";
import { auditApi } from "./audit.ts";
import { channelsApi } from "./channels/channels.ts";
import { channelDeadLettersApi } from "./channels/dead-letters.ts";
import { gamesApi } from "./channels/games.ts";
import { playersApi } from "./channels/players.ts";
import { redemptionsApi } from "./channels/redemptions.ts";
import { rewardsApi } from "./channels/rewards.ts";
import { settingsApi } from "./channels/settings.ts";
import { consoleApi } from "./console.ts";
import { logsApi } from "./logs.ts";
import { overviewApi } from "./overview.ts";
import { peopleApi } from "./people.ts";
import { sessionApi } from "./session.ts";

/** Everything that can be asked or done over HTTP, by area. */
export const api = {
  session: sessionApi,
  people: peopleApi,
  audit: auditApi,
  logs: logsApi,
  channels: channelsApi,
  settings: settingsApi,
  rewards: rewardsApi,
  players: playersApi,
  games: gamesApi,
  redemptions: redemptionsApi,
  channelDeadLetters: channelDeadLettersApi,
  overview: overviewApi,
  console: consoleApi,
  accounts: accountsApi,
} as const;

export type Api = typeof api;
