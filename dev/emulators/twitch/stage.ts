/** A stage for tests: a world, a callback that listens, and Twurple pointed at both. */
import { ApiClient, type HelixEventSubApi, type HelixEventSubWebHookTransportOptions } from "@twurple/api";
import { type AccessToken, exchangeCode, RefreshingAuthProvider } from "@twurple/auth";
import { expect, vi } from "vitest";
import { type Callback, openCallback } from "../../world/callback.ts";
import { startWorld, type World, type WorldOptions } from "../../world/world.ts";
import type { TwitchSettings } from "./index.ts";

export const clientId = "embedded-client";
export const clientSecret = "embedded-secret";
export const eventSubSecret = "embedded-eventsub-secret";
export const broadcasterId = "1001";
export const botId = "1002";
/** Somebody in the usual cast who is nobody in particular. */
export const viewerId = "2005";

export const redirectUri = "http://127.0.0.1:8787/twitch/oauth/callback";

export const botScopes = [
  "user:bot",
  "user:read:chat",
  "user:write:chat",
  "moderator:manage:banned_users",
  "moderator:read:chatters",
];
export const broadcasterScopes = [
  "channel:bot",
  "channel:manage:redemptions",
  "moderation:read",
  "channel:moderate",
];

export interface Stage {
  readonly world: World;
  readonly callback: Callback;
  readonly auth: RefreshingAuthProvider;
  readonly api: ApiClient;
  /** A user agrees on the consent page; their tokens are Twurple's from now on. */
  consent(userId: string, scopes: readonly string[]): Promise<void>;
  /** A request to Helix without Twurple, which keeps back what it thinks will be refused. */
  helix(method: string, path: string, accessToken: string, body?: unknown): Promise<Response>;
  /** `POST` to the control API. */
  control(path: string, body?: unknown): Promise<unknown>;
  look(path: string): Promise<unknown>;
  close(): Promise<void>;
}

type StageOptions = Partial<Omit<WorldOptions, "twitch">> & { readonly twitch?: Partial<TwitchSettings> };

export async function setStage({ twitch, ...options }: StageOptions = {}): Promise<Stage> {
  const callback = await openCallback();
  const world = await startWorld({
    port: 0,
    webhookOrigin: callback.origin,
    ...options,
    twitch: {
      clientId,
      clientSecret,
      eventSubSecret,
      broadcaster: { id: broadcasterId, login: "streamer", name: "Streamer" },
      bot: { id: botId, login: "taproom_bot", name: "Taproom_Bot" },
      retryWaits: [0, 0, 0],
      ...twitch,
    },
  });
  leadTwitchTo(world);
  const auth = new RefreshingAuthProvider({ clientId, clientSecret });
  const api = new ApiClient({ authProvider: auth, logger: { minLevel: "critical" } });

  return {
    world,
    callback,
    auth,
    api,

    async consent(userId, scopes) {
      auth.addUser(userId, await tokenFor(world, userId, scopes));
    },

    helix(method, path, accessToken, body) {
      const headers = { Authorization: `Bearer ${accessToken}`, "Client-Id": clientId };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return world.fetch(new Request(`https://api.twitch.tv/helix${path}`, { method, headers, ...sent }));
    },

    async control(path, body = {}) {
      const request = new Request(world.url + path, { method: "POST", body: JSON.stringify(body) });
      return answerOf(await world.control(request));
    },

    async look(path) {
      return answerOf(await world.control(new Request(world.url + path)));
    },

    async close() {
      vi.unstubAllGlobals();
      await Promise.all([world.close(), callback.close()]);
    },
  };
}

export async function tokenFor(
  world: World,
  userId: string,
  scopes: readonly string[],
): Promise<AccessToken> {
  return exchangeCode(clientId, clientSecret, await codeFor(world, userId, scopes), redirectUri);
}

/** What the consent page's button leads to. */
export async function codeFor(world: World, userId: string, scopes: readonly string[]): Promise<string> {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: scopes.join(" "),
    as: userId,
  });
  const response = await world.fetch(new Request(`https://id.twitch.tv/oauth2/authorize?${query}`));
  return new URL(response.headers.get("Location") ?? "").searchParams.get("code") ?? "";
}

type Transport = HelixEventSubWebHookTransportOptions;

/** Subscribes, and waits until Twitch has checked that the callback answers. */
export async function subscribe(
  { api, callback }: Stage,
  to: (subscribeTo: HelixEventSubApi, transport: Transport) => readonly Promise<unknown>[],
): Promise<void> {
  const secret = "secret-of-this-subscription";
  await Promise.all(
    to(api.eventSub, { method: "webhook", callback: `${callback.origin}/twitch/eventsub`, secret }),
  );
  await vi.waitFor(async () => {
    const { data } = await api.eventSub.getSubscriptions();
    expect(data.filter(({ status }) => status !== "enabled")).toEqual([]);
  });
}

/** What the callback has been told, of one type or of all. */
export function eventsOf({ callback }: Stage, type?: string): Record<string, unknown>[] {
  return callback.received
    .filter(({ headers }) => headers["twitch-eventsub-message-type"] === "notification")
    .filter(({ headers }) => type === undefined || headers["twitch-eventsub-subscription-type"] === type)
    .map(({ body }) => (JSON.parse(body) as { event: Record<string, unknown> }).event);
}

// Twurple takes the global fetch; what is not for Twitch still goes its usual way.
function leadTwitchTo(world: World): void {
  const usual = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    return new URL(request.url).hostname.endsWith(".twitch.tv") ? world.fetch(request) : usual(request);
  });
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}
