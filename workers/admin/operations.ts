import { accountsOperations } from "./accounts.ts";
import { auditOperations } from "./audit.ts";
import { channelOperations } from "./channels/operations.ts";
import { chatterOperations } from "./chatters.ts";
import { consoleOperations } from "./console.ts";
import { downloaderOperations } from "./downloader.ts";
import { forwarderOperations } from "./forwarder/operations.ts";
import { logsOperations } from "./logs.ts";
import { overviewOperations } from "./overview/overview.ts";
import { peopleOperations } from "./people.ts";
import type { Served } from "./serve.ts";
import { sessionOperations } from "./session/serve.ts";
import { statisticsOperations } from "./statistics.ts";

/** Everything that can be asked or done over HTTP. Of two that fit an address the first is meant. */
export const operations: readonly Served[] = [
  ...sessionOperations,
  ...peopleOperations,
  ...chatterOperations,
  ...auditOperations,
  ...logsOperations,
  ...channelOperations,
  ...forwarderOperations,
  ...downloaderOperations,
  ...statisticsOperations,
  ...overviewOperations,
  ...consoleOperations,
  ...accountsOperations,
];
