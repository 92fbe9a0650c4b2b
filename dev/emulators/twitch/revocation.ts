/** Revocation: Twitch takes subscriptions away, of its own accord or because somebody has taken their consent back. */
import type { Subscription } from "./entities.ts";
import { isAuthorized } from "./eventsub-types.ts";
import { channelOfCondition, type Notifications } from "./notifications.ts";
import type { Store } from "./store.ts";

/** Every subscription of a channel goes, for whatever reason. */
export function revokeChannel(
  store: Store,
  notifications: Notifications,
  broadcasterId: string,
  status: string,
): Promise<Subscription[]> {
  const ofChannel = enabled(store).filter(({ condition }) => channelOfCondition(condition) === broadcasterId);
  return notifications.revoke(ofChannel, status);
}

/** Nothing the user gave works any more, nor what was built on it; and the app is told who it was. */
export async function withdrawConsent(
  store: Store,
  notifications: Notifications,
  userId: string,
): Promise<void> {
  const clientIds = store.tokens.clientsOf(userId);
  store.tokens.withdraw(userId);
  const orphaned = enabled(store).filter(
    (each) => Object.values(each.condition).includes(userId) && !isAuthorized(store, each),
  );
  const { id: user_id, login: user_login, name: user_name } = store.user(userId);
  await Promise.all([
    notifications.revoke(orphaned, "authorization_revoked"),
    ...clientIds.map((client_id) =>
      notifications.announceToApp("user.authorization.revoke", {
        client_id,
        user_id,
        user_login,
        user_name,
      }),
    ),
  ]);
}

function enabled(store: Store): Subscription[] {
  return [...store.subscriptions.values()].filter(({ status }) => status === "enabled");
}
