import * as z from "zod";
import { after, type Clock, type Instant, seconds } from "#kernel/clock";
import { ConsentNeeded, SilenceError, UpstreamError } from "#kernel/errors";
import type { Secret } from "#kernel/secret";

/** Twitch's own word for us: https://dev.twitch.tv/console/apps */
export interface App {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

export interface Grant {
  readonly accessToken: string;
  /** Empty for an app access token, which cannot be refreshed. */
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Instant;
}

export interface Validation {
  readonly userId: string;
  readonly login: string;
  readonly scopes: readonly string[];
}

const grant = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  scope: z.array(z.string()).nullish(),
  expires_in: z.number(),
});

/**
 * The token desk at id.twitch.tv: https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/
 * Secrets travel in the body, never in a URL (Twurple's auth package puts them there, and into its error messages).
 * Throws UpstreamError, SilenceError; ConsentNeeded where Twitch says that a refresh token or code is no good.
 */
export class TwitchId {
  readonly #app: App;
  readonly #clock: Clock;

  constructor(app: App, clock: Clock) {
    this.#app = app;
    this.#clock = clock;
  }

  exchange(code: string, redirectUri: string): Promise<Grant> {
    return this.#grant({ grant_type: "authorization_code", code, redirect_uri: redirectUri });
  }

  /** The answer may carry a new refresh token: store it before anything else is done with the grant. */
  refresh(refreshToken: string): Promise<Grant> {
    return this.#grant({ grant_type: "refresh_token", refresh_token: refreshToken });
  }

  appToken(): Promise<Grant> {
    return this.#grant({ grant_type: "client_credentials" });
  }

  /** Twitch wants it at start and every hour; undefined: the token is no longer good. */
  async validate(accessToken: string): Promise<Validation | undefined> {
    const response = await ask("validate", { headers: { Authorization: `OAuth ${accessToken}` } });
    if (response.status === 401) return undefined;
    if (!response.ok) throw refused(response.status);
    const { user_id, login, scopes } = validation.parse(await response.json());
    return { userId: user_id ?? "", login: login ?? "", scopes: scopes ?? [] };
  }

  /** Twitch forgets a token, and with it the consent; one that it does not know is as good as forgotten. */
  async revoke(accessToken: string): Promise<void> {
    const body = new URLSearchParams({ client_id: this.#app.clientId, token: accessToken });
    const response = await ask("revoke", { method: "POST", body });
    // https://dev.twitch.tv/docs/authentication/revoke-tokens/: 400 is an invalid token.
    if (!response.ok && response.status !== 400) throw refused(response.status);
  }

  async #grant(parameters: Readonly<Record<string, string>>): Promise<Grant> {
    const { clientId, clientSecret } = this.#app;
    const body = new URLSearchParams({
      ...parameters,
      client_id: clientId,
      client_secret: clientSecret.reveal(),
    });
    const response = await ask("token", { method: "POST", body });
    // 400 and 401 are Twitch's words for a refresh token or a code that will never work again.
    if (response.status === 400 || response.status === 401)
      throw new ConsentNeeded(
        "this account",
        `Twitch refused the ${parameters["grant_type"]} (${response.status})`,
      );
    if (!response.ok) throw refused(response.status);
    const { access_token, refresh_token, scope, expires_in } = grant.parse(await response.json());
    return {
      accessToken: access_token,
      refreshToken: refresh_token ?? "",
      scopes: scope ?? [],
      expiresAt: after(this.#clock(), seconds(expires_in)),
    };
  }
}

const validation = z.object({
  user_id: z.string().nullish(),
  login: z.string().nullish(),
  scopes: z.array(z.string()).nullish(),
});

async function ask(path: "token" | "validate" | "revoke", init: RequestInit): Promise<Response> {
  try {
    return await fetch(`https://id.twitch.tv/oauth2/${path}`, {
      ...init,
      signal: AbortSignal.timeout(seconds(8)),
    });
  } catch (cause) {
    throw new SilenceError("twitch-id", cause);
  }
}

// What id.twitch.tv says in an error may quote the request: it is not repeated.
const refused = (status: number) => new UpstreamError("twitch-id", status, "no token");

/** Where a person is sent to agree: https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/#authorization-code-grant-flow */
export function consentUrl(
  clientId: string,
  redirectUri: string,
  scopes: readonly string[],
  state: string,
): string {
  const url = new URL("https://id.twitch.tv/oauth2/authorize");
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(" "),
    state,
    // Whoever is signed in already may be the wrong account: bot and broadcaster connect one after the other.
    force_verify: "true",
  }).toString();
  return url.toString();
}
