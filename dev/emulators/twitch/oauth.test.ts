import { exchangeCode, getAppToken, getTokenInfo, refreshUserToken, revokeToken } from "@twurple/auth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  botId,
  botScopes,
  broadcasterId,
  clientId,
  clientSecret,
  codeFor,
  redirectUri,
  setStage,
  type Stage,
  tokenFor,
} from "./stage.ts";

const noon = Date.UTC(2026, 10, 20, 12);

let stage: Stage;
let now = noon;
let issued: string[];
beforeEach(async () => {
  now = noon;
  issued = [];
  stage = await setStage({ now: () => now, twitch: { onTokenIssued: (token) => issued.push(token) } });
});
afterEach(() => stage.close());

const id = (path: string, init?: RequestInit) =>
  stage.world.fetch(new Request(`https://id.twitch.tv${path}`, init));
const tokenOf = (userId: string, scopes: readonly string[]) => tokenFor(stage.world, userId, scopes);

describe("consent", () => {
  const query = `client_id=${clientId}&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code&scope=user:bot&state=xyz`;

  it("offers the embedded accounts on a page", async () => {
    const page = await (await id(`/oauth2/authorize?${query}`)).text();
    expect(page).toContain("Streamer (1001)");
    expect(page).toContain("Taproom_Bot (1002)");
    expect(page).toContain("<code>user:bot</code>");
    expect(page).toMatch(/href="\?client_id=.*&amp;as=1002"/);
  });

  it("shows the same page at the world's own address", async () => {
    const response = await fetch(`${stage.world.url}/oauth2/authorize?${query}`);
    expect(response.status).toBe(200);
  });

  it("leads back with a code and the state", async () => {
    const response = await id(`/oauth2/authorize?${query}&as=${botId}`);
    expect(response.status).toBe(302);
    const back = new URL(response.headers.get("Location") ?? "");
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect(back.searchParams.get("state")).toBe("xyz");
    expect(back.searchParams.get("code")).toMatch(/^[a-z0-9]{30}$/);
  });

  it("leads back with a refusal", async () => {
    const response = await id(`/oauth2/authorize?${query}&deny=1`);
    const back = new URL(response.headers.get("Location") ?? "");
    expect(back.searchParams.get("error")).toBe("access_denied");
    expect(back.searchParams.get("state")).toBe("xyz");
  });

  it("knows no other client", async () => {
    const other = await id(`/oauth2/authorize?${query.replace(clientId, "other")}`);
    expect(other.status).toBe(400);
  });
});

describe("tokens", () => {
  it("are given for a code, once", async () => {
    const code = await codeFor(stage.world, botId, botScopes);
    const token = await exchangeCode(clientId, clientSecret, code, redirectUri);
    expect(token.scope).toEqual(botScopes);
    expect(token.expiresIn).toBe(4 * 3_600);
    await expect(exchangeCode(clientId, clientSecret, code, redirectUri)).rejects.toThrow(
      /Invalid authorization code/,
    );
  });

  it("are taken from a form as well as from the query", async () => {
    const code = await codeFor(stage.world, botId, botScopes);
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
    });
    const answer = (await (await id("/oauth2/token", { method: "POST", body })).json()) as Record<
      string,
      unknown
    >;
    expect(answer).toMatchObject({ token_type: "bearer", scope: botScopes, expires_in: 14_400 });
  });

  it("say whose they are", async () => {
    const token = await tokenOf(broadcasterId, ["channel:bot"]);
    const info = await getTokenInfo(token.accessToken);
    expect(info.userId).toBe(broadcasterId);
    expect(info.userName).toBe("streamer");
    expect(info.clientId).toBe(clientId);
    expect(info.scopes).toEqual(["channel:bot"]);
  });

  it("of an app are nobody's, and live for sixty days", async () => {
    const token = await getAppToken(clientId, clientSecret);
    expect(token.expiresIn).toBe(60 * 24 * 3_600);
    expect((await getTokenInfo(token.accessToken)).userId).toBeNull();
  });

  it("end after four hours", async () => {
    const token = await tokenOf(botId, botScopes);
    now += 4 * 3_600_000;
    await expect(getTokenInfo(token.accessToken)).rejects.toThrow("Invalid token supplied");
  });

  it("are refused to whoever has the wrong secret", async () => {
    await expect(getAppToken(clientId, "wrong")).rejects.toThrow(/invalid client secret/);
  });

  it("are told to whoever looks for them, with the codes they were given for", async () => {
    const code = await codeFor(stage.world, botId, botScopes);
    const user = await exchangeCode(clientId, clientSecret, code, redirectUri);
    const app = await getAppToken(clientId, clientSecret);
    expect(issued.toSorted()).toEqual(
      [code, user.accessToken, user.refreshToken, app.accessToken].map(String).toSorted(),
    );
  });

  it("are gone when they are revoked", async () => {
    const token = await tokenOf(botId, botScopes);
    await revokeToken(clientId, token.accessToken);
    await expect(getTokenInfo(token.accessToken)).rejects.toThrow("Invalid token supplied");
  });
});

describe("a refresh", () => {
  it("brings a new access token and a new refresh token", async () => {
    const first = await tokenOf(botId, botScopes);
    const second = await refreshUserToken(clientId, clientSecret, first.refreshToken ?? "");
    expect(second.scope).toEqual(botScopes);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
  });

  it("may be asked for again while its answer has not been used", async () => {
    const first = await tokenOf(botId, botScopes);
    await refreshUserToken(clientId, clientSecret, first.refreshToken ?? "");
    const again = await refreshUserToken(clientId, clientSecret, first.refreshToken ?? "");
    expect((await getTokenInfo(again.accessToken)).userId).toBe(botId);
  });

  it("cuts off the old token once the new one was used", async () => {
    const first = await tokenOf(botId, botScopes);
    const second = await refreshUserToken(clientId, clientSecret, first.refreshToken ?? "");
    await refreshUserToken(clientId, clientSecret, second.refreshToken ?? "");
    await expect(refreshUserToken(clientId, clientSecret, first.refreshToken ?? "")).rejects.toThrow(
      /Invalid refresh token/,
    );
  });

  it("happens by itself when Twurple's token is refused", async () => {
    await stage.consent(botId, botScopes);
    await stage.control("/twitch/tokens/expire", { userId: botId });
    const user = await stage.api.asUser(botId, (as) => as.users.getUserById(botId));
    expect(user?.name).toBe("taproom_bot");
    const refreshed = await stage.look("/calls?service=twitch-id");
    expect(refreshed).toContainEqual(
      expect.objectContaining({
        query: expect.objectContaining({ refresh_token: "•••", client_secret: "•••" }),
      }),
    );
  });

  it("is refused after the user took the consent back", async () => {
    const token = await tokenOf(botId, botScopes);
    await stage.control("/twitch/tokens/expire", { userId: botId, consent: "withdraw" });
    await expect(refreshUserToken(clientId, clientSecret, token.refreshToken ?? "")).rejects.toThrow(
      /Invalid refresh token/,
    );
  });
});
