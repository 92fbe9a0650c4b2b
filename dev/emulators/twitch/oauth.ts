/** id.twitch.tv: consent, codes and tokens. */
import { type Context, Hono } from "hono";
import { consentPage } from "./consent-page.ts";
import type { AccessToken } from "./entities.ts";
import type { Store } from "./store.ts";
import type { UserTokens } from "./tokens.ts";

export interface OAuthSettings {
  readonly clientId: string;
  readonly clientSecret: string;
}

type Parameters = Readonly<Record<string, string | undefined>>;

export function createOAuth(store: Store, settings: OAuthSettings): Hono {
  const app = new Hono();

  app.get("/oauth2/authorize", (c) => {
    const query = c.req.query();
    const { client_id, redirect_uri, response_type, scope = "", state } = query;
    if (client_id !== settings.clientId) return refuse(400, "invalid client");
    if (!redirect_uri || !URL.canParse(redirect_uri)) return refuse(400, "missing redirect_uri");
    if (response_type !== "code") return refuse(400, "invalid response type");
    if (query["as"] === undefined && query["deny"] === undefined) {
      return c.html(consentPage(c.req.url, [store.settings.broadcaster, store.settings.bot], scope));
    }

    const user = query["as"] === undefined ? undefined : store.user(query["as"]);
    const scopes = scope.split(" ").filter(Boolean);
    const answer = user
      ? { code: store.tokens.consent({ clientId: client_id, user, scopes }, redirect_uri), scope }
      : { error: "access_denied", error_description: "The user denied you access" };
    return c.redirect(withQuery(redirect_uri, { ...answer, state }), 302);
  });

  app.post("/oauth2/token", async (c) => {
    const parameters = await parametersOf(c);
    const refused = refuseClient(parameters);
    if (refused) return refused;
    switch (parameters["grant_type"]) {
      case "authorization_code":
        return exchangeCode(parameters);
      case "refresh_token":
        return refresh(parameters);
      case "client_credentials":
        return Response.json(appTokenOnTheWire(store.tokens.issueForApp(settings.clientId), store.now()));
      default:
        return refuse(400, "invalid grant type");
    }
  });

  app.get("/oauth2/validate", (c) => {
    const presented = c.req.header("Authorization")?.match(/^(?:OAuth|Bearer) (.+)$/)?.[1];
    const token = presented === undefined ? undefined : store.tokens.find(presented);
    return token ? Response.json(validated(token, store.now())) : refuse(401, "invalid access token");
  });

  app.post("/oauth2/revoke", async (c) => {
    const { client_id, token = "" } = await parametersOf(c);
    if (client_id !== settings.clientId) return refuse(400, "invalid client");
    return store.tokens.revoke(token) ? c.body(null, 200) : refuse(400, "Invalid token");
  });

  function refuseClient({ client_id, client_secret }: Parameters): Response | undefined {
    if (!client_id) return refuse(400, "missing client id");
    if (!client_secret) return refuse(400, "missing client secret");
    if (client_id !== settings.clientId) return refuse(400, "invalid client");
    return client_secret === settings.clientSecret ? undefined : refuse(403, "invalid client secret");
  }

  function exchangeCode({ code = "", redirect_uri = "" }: Parameters): Response {
    const tokens = store.tokens.redeemCode(code, settings.clientId, redirect_uri);
    return tokens
      ? Response.json(userTokensOnTheWire(tokens, store.now()))
      : refuse(400, "Invalid authorization code");
  }

  function refresh({ refresh_token = "" }: Parameters): Response {
    const tokens = store.tokens.refresh(refresh_token, settings.clientId);
    return tokens
      ? Response.json(userTokensOnTheWire(tokens, store.now()))
      : Response.json(
          { error: "Bad Request", status: 400, message: "Invalid refresh token" },
          { status: 400 },
        );
  }

  return app;
}

/** Twitch takes them from a form or from the query. */
async function parametersOf(c: Context): Promise<Parameters> {
  const form = c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded")
    ? Object.fromEntries(new URLSearchParams(await c.req.text()))
    : {};
  return { ...c.req.query(), ...form };
}

function userTokensOnTheWire({ access, refreshToken }: UserTokens, now: number) {
  return {
    access_token: access.token,
    expires_in: secondsLeft(access, now),
    refresh_token: refreshToken,
    scope: access.scopes,
    token_type: "bearer",
  };
}

function appTokenOnTheWire(token: AccessToken, now: number) {
  return { access_token: token.token, expires_in: secondsLeft(token, now), token_type: "bearer" };
}

function validated(token: AccessToken, now: number) {
  const { clientId, user, scopes } = token;
  const whose = user ? { login: user.login, user_id: user.id } : {};
  return { client_id: clientId, ...whose, scopes, expires_in: secondsLeft(token, now) };
}

function secondsLeft({ expiresAt }: AccessToken, now: number): number {
  return Math.floor((expiresAt - now) / 1_000);
}

function refuse(status: number, message: string): Response {
  return Response.json({ status, message }, { status });
}

function withQuery(address: string, values: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
