import { subscriptionTypes } from "./eventsub/index.ts";

export type Account = "bot" | "broadcaster";

/**
 * What an account has to agree to, and no more: an app that asks for scopes it does not use can be suspended.
 * https://dev.twitch.tv/docs/authentication/scopes/
 */
export const wantedScopes: Readonly<Record<Account, readonly string[]>> = {
  bot: unique([
    "user:bot",
    "user:write:chat",
    "moderator:manage:banned_users",
    "moderator:read:chatters",
    ...subscribed("bot"),
  ]),
  // moderation:read tells who is a moderator and who is timed out already.
  broadcaster: unique([
    "channel:bot",
    "channel:manage:redemptions",
    "moderation:read",
    ...subscribed("broadcaster"),
  ]),
};

/** What an account has not agreed to yet. */
export const missingScopes = (account: Account, granted: readonly string[]) =>
  wantedScopes[account].filter((scope) => !granted.includes(scope));

function subscribed(account: Account): string[] {
  return subscriptionTypes.flatMap(({ scopes }) => scopes[account]?.slice(0, 1) ?? []);
}

function unique(scopes: readonly string[]): string[] {
  return [...new Set(scopes)];
}
