import * as z from "zod";
import { done, moment, operation } from "./operation.ts";
import { telegramWebhook } from "./overview.ts";

const tag = "Accounts & secrets";

const twitchAccount = z.object({
  account: z.enum(["bot", "broadcaster"]),
  id: z.string().describe("bot, or the broadcaster's user id"),
  name: z.string(),
  is: z.enum(["connected", "never", "trouble"]),
  trouble: z.string().optional().describe("Why its owner has to sign in again"),
  scopes: z.array(z.string()),
  missingScopes: z.array(z.string()),
  renewedAt: moment.optional().describe("When the token came"),
  expiresAt: moment.optional().describe("When it ends, unless it is renewed, which happens by itself"),
  sealedWith: z.string().optional().describe("The id of the encryption key"),
});

const bot = z.object({
  id: z.string(),
  username: z.string(),
  readsGroups: z.boolean().describe("Privacy mode is off: it hears groups in which it is no administrator"),
  isInline: z.boolean(),
});

const telegramBot = z.object({
  bot: z.enum(["downloader", "forwarder"]),
  is: z.enum(["on", "off", "half-configured", "silent", "refused"]),
  who: bot.optional().describe("Missing: it is off, or Telegram does not tell"),
  webhook: telegramWebhook.optional(),
});

const variable = z.object({
  name: z.string(),
  isSet: z.boolean(),
  isNeeded: z.boolean().describe("Without it nothing runs"),
  bots: z.array(z.enum(["downloader", "forwarder"])).describe("What is off without it"),
});

/** What Taproom is connected with, and what it was given for that. No token and no secret is ever told. */
export const accountsApi = {
  look: operation({
    tag,
    method: "get",
    path: "/api/accounts",
    needs: ["accounts", "see"],
    summary: "The accounts that are connected, and which secrets are set",
    answer: z.object({
      twitch: z.array(twitchAccount),
      telegram: z.array(telegramBot).optional().describe("Missing: Telegram does not answer"),
      pool: z.array(bot).describe("Further bots that send for the forwarder, as far as Telegram knows them"),
      keys: z
        .array(
          z.object({
            id: z.string(),
            isCurrent: z.boolean().describe("It seals; the others only open"),
            seals: z.array(z.string()).describe("The accounts whose tokens are sealed with it"),
          }),
        )
        .describe("An old one that seals nothing any more can be taken away"),
      variables: z.array(variable).describe("Names, never values"),
    }),
  }),
  connect: operation({
    tag,
    method: "post",
    path: "/api/accounts/twitch/:account/connect",
    needs: ["accounts", "change"],
    summary:
      "Begins to connect a Twitch account: whoever follows the address within two minutes is asked by Twitch",
    inPath: z.object({ account: z.enum(["bot", "broadcaster"]) }),
    answer: z.object({ url: z.url() }),
  }),
  revoke: operation({
    tag,
    method: "delete",
    path: "/api/accounts/twitch/:id",
    needs: ["accounts", "change"],
    summary: "Gives an account's consent back to Twitch, and forgets it",
    inPath: z.object({ id: z.string().regex(/^(bot|\d{1,20})$/, "wants bot, or a broadcaster's user id") }),
    answer: done,
    refusals: {
      404: "This account is not connected",
      503: "Twitch could not be told, so nothing is forgotten; try again",
    },
  }),
} as const;
