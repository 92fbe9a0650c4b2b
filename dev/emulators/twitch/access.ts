/** Access: who is calling Helix, and whether they may. */
import { createMiddleware } from "hono/factory";
import type { Channel } from "./channel.ts";
import type { AccessToken, User } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import type { PointBuckets } from "./point-buckets.ts";
import type { Store } from "./store.ts";

export type HelixEnv = { Variables: { caller: Caller } };

/** The one who calls, with the questions Helix asks about them. */
export class Caller {
  readonly #token: AccessToken;

  constructor(token: AccessToken) {
    this.#token = token;
  }

  get clientId(): string {
    return this.#token.clientId;
  }

  /** `null`: an app token. */
  get user(): User | null {
    return this.#token.user;
  }

  needApp(): void {
    // Word for word what Twitch says to a user token that asks for a webhook.
    if (this.user) throw new HelixError(400, "invalid transport and auth combination");
  }

  needUser(...anyScope: readonly string[]): User {
    if (!this.user) throw new HelixError(401, "Missing User OAUTH Token");
    if (!anyScope.some((scope) => this.#token.scopes.includes(scope))) throw missingScope(anyScope);
    return this.user;
  }

  needBroadcaster(broadcasterId: string, ...anyScope: readonly string[]): void {
    if (this.needUser(...anyScope).id === broadcasterId) return;
    throw new HelixError(
      401,
      "The ID in broadcaster_id must match the user ID found in the request's OAuth token.",
    );
  }

  /** The user who calls must be the one the request speaks for. */
  needSelf(userId: string, ...anyScope: readonly string[]): void {
    if (this.needUser(...anyScope).id !== userId) throw new HelixError(401, "incorrect user authorization");
  }

  needModerator(channel: Channel, moderatorId: string, ...anyScope: readonly string[]): void {
    this.needSelf(moderatorId, ...anyScope);
    if (channel.mayModerate(moderatorId)) return;
    throw new HelixError(403, "The user in moderator_id is not one of the broadcaster's moderators.");
  }
}

export function missingScope(anyScope: readonly string[]): HelixError {
  return new HelixError(401, `Missing scope: ${anyScope.join(" or ")}`);
}

export function authenticate(store: Store, buckets: PointBuckets) {
  return createMiddleware<HelixEnv>(async (c, next) => {
    const bearer = c.req.header("Authorization")?.match(/^Bearer (.+)$/)?.[1];
    const clientId = c.req.header("Client-Id");
    if (!bearer) throw new HelixError(401, "OAuth token is missing");
    if (!clientId) throw new HelixError(401, "Client ID is missing");

    const token = store.tokens.find(bearer);
    if (!token) throw new HelixError(401, "Invalid OAuth token");
    if (token.clientId !== clientId) throw new HelixError(401, "Client ID and OAuth token do not match");

    // Chat lines have a bucket of their own, of one account rather than of one client.
    const points = c.req.path === "/helix/chat/messages" ? 0 : 1;
    const bucket = buckets.take(`${clientId}:${token.user?.id ?? "app"}`, points);
    c.set("caller", new Caller(token));
    if (bucket.taken) await next();
    else c.res = new HelixError(429, "Too Many Requests").toResponse();
    for (const [name, value] of Object.entries(bucket.headers)) c.header(name, value);
  });
}
