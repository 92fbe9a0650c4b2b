import { jwtVerify, SignJWT } from "jose";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { timingSafeEqual } from "hono/utils/buffer";
import * as z from "zod";
import { instant, minutes } from "#kernel/clock";
import type { Config } from "#kernel/config";
import { BadInput } from "#kernel/errors";
import { consentUrl, TwitchId, type Validation } from "#adapters/twitch-id";
import { type Account, missingScopes, wantedScopes } from "#domain/twitch/consent";
import { type DoorEnv, door } from "../../door.ts";
import { connectPage, connectedPage } from "./page.ts";

const account = z.enum(["bot", "broadcaster"]);
const start = z.object({ account, token: z.string().default("") });
const cookie = "__Host-taproom-oauth";

/**
 * A bot or a broadcaster signs in with Twitch, started by whoever holds the admin token.
 * The state is signed and bound to this browser by a cookie, so that nobody can slip in an account of his own.
 */
export const oauth = door()
  .use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], baseUri: ["'none'"] },
    }),
  )
  .get("/", (c) => c.html(connectPage()))
  .post("/start", async (c) => {
    const asked = start.safeParse(await c.req.parseBody());
    if (!asked.success) throw new BadInput("account: wants bot or broadcaster");
    const { config } = c.var;
    if (!(await timingSafeEqual(asked.data.token, config.ADMIN_TOKEN.reveal())))
      return c.text("The admin token is not right", 401);

    const nonce = crypto.randomUUID();
    setCookie(c, cookie, nonce, {
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
      maxAge: minutes(10) / 1_000,
    });
    const state = await signState(config, { account: asked.data.account, nonce });
    return c.redirect(
      consentUrl(config.TWITCH_CLIENT_ID, callback(config), wantedScopes[asked.data.account], state),
      303,
    );
  })
  .get("/callback", async (c) => {
    const { code, state = "", error_description: refusal } = c.req.query();
    const agreed = await readState(c, state);
    deleteCookie(c, cookie, { path: "/", secure: true });
    if (!agreed) throw new BadInput("This sign-in was begun elsewhere or too long ago; begin it again");
    if (!code) throw new BadInput(`Twitch says: ${refusal ?? "no consent was given"}`);
    return signIn(c, agreed, code);
  });

async function signIn(c: Context<DoorEnv>, as: Account, code: string): Promise<Response> {
  const { config } = c.var;
  const { TWITCH_CLIENT_ID: clientId, TWITCH_CLIENT_SECRET: clientSecret } = config;
  const twitch = new TwitchId({ clientId, clientSecret }, () => instant(Date.now()));
  const grant = await twitch.exchange(code, callback(config));
  const who = await twitch.validate(grant.accessToken);
  if (!who) throw new BadInput("Twitch does not know the account any more; begin again");
  await c.env.IDENTITY.getByName(as === "bot" ? "bot" : who.userId).signIn(grant, who);
  const problems = [...missing(as, grant.scopes), ...(as === "broadcaster" ? await setUp(c, who) : [])];
  return c.html(connectedPage(as, who.login, problems));
}

const missing = (as: Account, granted: readonly string[]) =>
  missingScopes(as, granted).map((scope) => `Twitch was not asked for, or did not give, the scope ${scope}.`);

async function setUp(c: Context<DoorEnv>, { userId }: Validation): Promise<readonly string[]> {
  const done = await c.env.CHANNEL.getByName(userId).setUp();
  return done.ok ? done.value.problems : [`The channel is not set up yet: ${done.why}`];
}

const callback = ({ PUBLIC_URL }: Config) => `${PUBLIC_URL}/twitch/oauth/callback`;

const stateKey = ({ ADMIN_TOKEN }: Config) => new TextEncoder().encode(`oauth state ${ADMIN_TOKEN.reveal()}`);

const signState = (config: Config, claims: { readonly account: Account; readonly nonce: string }) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("10 minutes")
    .sign(stateKey(config));

async function readState(c: Context<DoorEnv>, state: string): Promise<Account | undefined> {
  try {
    const { payload } = await jwtVerify(state, stateKey(c.var.config), { algorithms: ["HS256"] });
    const claims = z.object({ account, nonce: z.string() }).parse(payload);
    return claims.nonce === getCookie(c, cookie) ? claims.account : undefined;
  } catch {
    // Forged, damaged or expired: all the same to whoever has to begin again.
    return undefined;
  }
}
