import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { timingSafeEqual } from "hono/utils/buffer";
import * as z from "zod";
import { instant, minutes } from "#kernel/clock";
import type { Config } from "#kernel/config";
import { BadInput, Refused } from "#kernel/errors";
import { consentUrl, TwitchId, type Validation } from "#adapters/twitch-id";
import { tokenBearer } from "#durable-objects/admin/admin";
import { may } from "#domain/admin/rights";
import { type Account, missingScopes, wantedScopes } from "#domain/twitch/consent";
import { callerOf } from "../../admin/caller.ts";
import { dashboardOrigin } from "../../admin/session/same-origin.ts";
import { type DoorEnv, door } from "../../door.ts";
import { connectPage, connectedPage } from "./page.ts";
import { account, readState, readTicket, signState, type Wish } from "./state.ts";

const start = z.object({ account, token: z.string().default("") });
const cookie = "__Host-taproom-oauth";

/**
 * A bot or a broadcaster signs in with Twitch, started by whoever holds the admin token or is signed in as an owner.
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
    const by = asked.data.token === "" ? await ownerAsking(c) : await tokenBearing(c, asked.data.token);
    if (!by) return c.text("The admin token is not right", 401);
    return begin(c, { account: asked.data.account, by });
  })
  // Whoever comes from the dashboard has shown there who they are, and brings a ticket.
  .get("/begin", async (c) => {
    const wish = await readTicket(c.var.config, c.req.query("ticket") ?? "");
    if (!wish) throw new BadInput("This sign-in was begun too long ago; begin it again");
    return begin(c, wish);
  })
  .get("/callback", async (c) => {
    const { code, state = "", error_description: refusal } = c.req.query();
    const wish = await readState(c.var.config, state);
    const nonce = getCookie(c, cookie);
    deleteCookie(c, cookie, { path: "/", secure: true });
    if (!wish || wish.nonce !== nonce)
      throw new BadInput("This sign-in was begun elsewhere or too long ago; begin it again");
    if (!code) throw new BadInput(`Twitch says: ${refusal ?? "no consent was given"}`);
    return signIn(c, wish, code);
  });

async function tokenBearing(c: Context<DoorEnv>, token: string): Promise<Wish["by"] | undefined> {
  return (await timingSafeEqual(token, c.var.config.ADMIN_TOKEN.reveal())) ? tokenBearer : undefined;
}

/** Throws Unknown, Refused. */
async function ownerAsking(c: Context<DoorEnv>): Promise<Wish["by"]> {
  const { person } = await callerOf(c);
  if (!may(person, ["accounts", "change"])) throw new Refused("Accounts are connected by owners");
  return person;
}

async function begin(c: Context<DoorEnv>, { account: as, by: { id, name } }: Wish): Promise<Response> {
  const { config } = c.var;
  const nonce = crypto.randomUUID();
  setCookie(c, cookie, nonce, {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
    maxAge: minutes(10) / 1_000,
  });
  const state = await signState(config, { account: as, by: { id, name }, nonce });
  return c.redirect(consentUrl(config.TWITCH_CLIENT_ID, callback(config), wantedScopes[as], state), 303);
}

async function signIn(c: Context<DoorEnv>, { account: as, by }: Wish, code: string): Promise<Response> {
  const { config } = c.var;
  const { TWITCH_CLIENT_ID: clientId, TWITCH_CLIENT_SECRET: clientSecret } = config;
  const twitch = new TwitchId({ clientId, clientSecret }, () => instant(Date.now()));
  const grant = await twitch.exchange(code, callback(config));
  const who = await twitch.validate(grant.accessToken);
  if (!who) throw new BadInput("Twitch does not know the account any more; begin again");
  await c.env.IDENTITY.getByName(as === "bot" ? "bot" : who.userId).signIn(grant, who);
  await noteConnected(c, by, { as, ...who });
  const problems = [...missing(as, grant.scopes), ...(as === "broadcaster" ? await setUp(c, who) : [])];
  const dashboard = dashboardOrigin(c);
  return c.html(connectedPage({ account: as, login: who.login, problems, dashboard }));
}

/** Who has connected which account. */
const noteConnected = (
  c: Context<DoorEnv>,
  { id, name }: Wish["by"],
  { as, login, userId, scopes }: Validation & { readonly as: Account },
) =>
  c.env.ADMIN.getByName("admin").note({
    key: crypto.randomUUID(),
    at: instant(Date.now()),
    who: id,
    name,
    what: "account.connected",
    subject: as === "bot" ? "bot" : userId,
    after: { account: as, login, scopes },
    ending: "done",
  });

const missing = (as: Account, granted: readonly string[]) =>
  missingScopes(as, granted).map((scope) => `Twitch was not asked for, or did not give, the scope ${scope}.`);

async function setUp(c: Context<DoorEnv>, { userId }: Validation): Promise<readonly string[]> {
  const done = await c.env.CHANNEL.getByName(userId).setUp();
  return done.ok ? done.value.problems : [`The channel is not set up yet: ${done.why}`];
}

const callback = ({ PUBLIC_URL }: Config) => `${PUBLIC_URL}/twitch/oauth/callback`;
