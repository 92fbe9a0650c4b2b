/** Which consent each EventSub type asks for. */
import type { Subscription } from "./entities.ts";
import type { Store } from "./store.ts";

type Condition = Subscription["condition"];
type Consented = (userId: string, ...anyScope: readonly string[]) => boolean;

/** What somebody wants to hear of. */
export type Wish = Pick<Subscription, "clientId" | "type" | "condition">;

/** Whether everybody concerned has agreed. Types that are not listed need nobody's consent. */
export function isAuthorized(store: Store, { clientId, type, condition }: Wish): boolean {
  const consented: Consented = (userId, ...anyScope) =>
    store.tokens.hasConsented(clientId, userId, ...anyScope);
  if (type.startsWith("channel.chat.") || type === "channel.chat_settings.update") {
    return mayReadChat(store, condition, consented);
  }
  if (type.startsWith("user.authorization.")) return condition["client_id"] === clientId;
  const rule = rules.find(({ prefix }) => type.startsWith(prefix));
  if (!rule) return true;
  const userId = condition[rule.by];
  return userId !== undefined && consented(userId, ...rule.scopes);
}

// The bot agrees to read as itself; the channel agrees, or has made the bot a moderator.
function mayReadChat(store: Store, condition: Condition, consented: Consented): boolean {
  const { user_id: reader, broadcaster_user_id: broadcaster } = condition;
  if (reader === undefined || broadcaster === undefined) return false;
  return (
    consented(reader, "user:read:chat") &&
    consented(reader, "user:bot") &&
    (consented(broadcaster, "channel:bot") || store.channel(broadcaster).mayModerate(reader))
  );
}

const broadcaster = "broadcaster_user_id";
const moderator = "moderator_user_id";

const rules: readonly { readonly prefix: string; readonly by: string; readonly scopes: readonly string[] }[] =
  [
    {
      prefix: "channel.channel_points_",
      by: broadcaster,
      scopes: ["channel:read:redemptions", "channel:manage:redemptions"],
    },
    { prefix: "channel.follow", by: moderator, scopes: ["moderator:read:followers"] },
    { prefix: "channel.subscri", by: broadcaster, scopes: ["channel:read:subscriptions"] },
    { prefix: "channel.cheer", by: broadcaster, scopes: ["bits:read"] },
    { prefix: "channel.bits.use", by: broadcaster, scopes: ["bits:read"] },
    { prefix: "channel.moderator.", by: broadcaster, scopes: ["moderation:read"] },
    { prefix: "channel.ban", by: broadcaster, scopes: ["channel:moderate"] },
    { prefix: "channel.unban", by: broadcaster, scopes: ["channel:moderate"] },
    {
      prefix: "channel.shoutout.",
      by: moderator,
      scopes: ["moderator:read:shoutouts", "moderator:manage:shoutouts"],
    },
    { prefix: "channel.poll.", by: broadcaster, scopes: ["channel:read:polls", "channel:manage:polls"] },
    {
      prefix: "channel.prediction.",
      by: broadcaster,
      scopes: ["channel:read:predictions", "channel:manage:predictions"],
    },
    { prefix: "channel.hype_train.", by: broadcaster, scopes: ["channel:read:hype_train"] },
    { prefix: "channel.ad_break.", by: broadcaster, scopes: ["channel:read:ads"] },
  ];
