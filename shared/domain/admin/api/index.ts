import { accountsApi } from "./accounts.ts";
import { auditApi } from "./audit.ts";
import { channelsApi } from "./channels/channels.ts";
import { channelDeadLettersApi } from "./channels/dead-letters.ts";
import { gamesApi } from "./channels/games.ts";
import { playersApi } from "./channels/players.ts";
import { redemptionsApi } from "./channels/redemptions.ts";
import { rewardsApi } from "./channels/rewards.ts";
import { settingsApi } from "./channels/settings.ts";
import { chattersApi } from "./chatters.ts";
import { consoleApi } from "./console.ts";
import { downloaderApi } from "./downloader.ts";
import { chatsApi } from "./forwarder/chats.ts";
import { mappingsApi } from "./forwarder/mappings.ts";
import { queueApi } from "./forwarder/queue.ts";
import { rulesApi } from "./forwarder/rules.ts";
import { forwarderSetUpApi } from "./forwarder/set-up.ts";
import { logsApi } from "./logs.ts";
import { overviewApi } from "./overview.ts";
import { peopleApi } from "./people.ts";
import { sessionApi } from "./session.ts";
import { statisticsApi } from "./statistics.ts";

/** Everything that can be asked or done over HTTP, by area. */
export const api = {
  session: sessionApi,
  people: peopleApi,
  chatters: chattersApi,
  audit: auditApi,
  logs: logsApi,
  channels: channelsApi,
  settings: settingsApi,
  rewards: rewardsApi,
  players: playersApi,
  games: gamesApi,
  redemptions: redemptionsApi,
  channelDeadLetters: channelDeadLettersApi,
  mappings: mappingsApi,
  rules: rulesApi,
  chats: chatsApi,
  queue: queueApi,
  forwarderSetUp: forwarderSetUpApi,
  downloader: downloaderApi,
  statistics: statisticsApi,
  overview: overviewApi,
  console: consoleApi,
  accounts: accountsApi,
} as const;

export type Api = typeof api;
