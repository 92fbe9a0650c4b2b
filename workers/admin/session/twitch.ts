import type { Context } from "hono";
import { instant } from "#kernel/clock";
import { ConsentNeeded, TaproomError } from "#kernel/errors";
import type { ChannelId } from "#kernel/ids";
import { described } from "#kernel/log";
import { consentUrl, TwitchId, type Validation } from "#adapters/twitch-id";
import type { Person } from "#domain/admin/rights";
import { type DoorEnv, door } from "../../door.ts";
import { cameIn } from "./came-in.ts";
import { dashboardOrigin } from "./same-origin.ts";
import { beginWay, endedWay } from "./state.ts";

/** Twitch has to know this address: https://dev.twitch.tv/console/apps */
const callback = (c: Context<DoorEnv>) => `${dashboardOrigin(c)}/api/session/twitch/callback`;

/** Somebody comes in with their Twitch account. Nothing is asked of it but who they are, and its token is thrown away. */
export const twitchSignIn = door()
  .get("/", async (c) => {
    const state = await beginWay(c, "twitch");
    return c.redirect(consentUrl(c.var.config.TWITCH_CLIENT_ID, callback(c), [], state));
  })
  .get("/callback", async (c) => {
    const { code, state = "" } = c.req.query();
    if (!(await endedWay(c, state, "twitch"))) return back(c, "begin-again");
    if (!code) return back(c, "no-consent");
    return comeIn(c, code).catch((error: unknown) => {
      if (!(error instanceof TaproomError)) throw error;
      c.var.log.warn("session.twitch-failed", described(error));
      return back(c, error instanceof ConsentNeeded ? "begin-again" : "no-answer");
    });
  });

async function comeIn(c: Context<DoorEnv>, code: string): Promise<Response> {
  const who = await whoIs(c, code);
  const person = who && (await admittedPerson(c, who));
  if (!person) return back(c, "not-let-in");
  await cameIn(c, person, "twitch");
  return back(c);
}

async function whoIs(c: Context<DoorEnv>, code: string): Promise<Validation | undefined> {
  const { TWITCH_CLIENT_ID: clientId, TWITCH_CLIENT_SECRET: clientSecret } = c.var.config;
  const twitch = new TwitchId({ clientId, clientSecret }, () => instant(Date.now()));
  const grant = await twitch.exchange(code, callback(c));
  return twitch.validate(grant.accessToken);
}

/** Whoever was let in; and the broadcaster of a channel that is connected, who is an owner until somebody says otherwise. */
async function admittedPerson(
  c: Context<DoorEnv>,
  { userId, login }: Validation,
): Promise<Person | undefined> {
  const admin = c.env.ADMIN.getByName("admin");
  const id = `twitch:${userId}`;
  // The cast: RPC's types lose what an answer is made of.
  const known = (await admin.person(id)) as Person | undefined;
  if (known) return { ...known, name: login };
  const channels = await c.env.DIRECTORY.getByName("channels").list();
  if (!channels.some((channel) => channel.id === (userId as ChannelId))) return undefined;
  const owner: Person = { id, name: login, role: "owner", rights: {} };
  await admin.put(owner);
  return owner;
}

/** Back to the page, which says in the reader's language why they are not in. */
const back = (c: Context<DoorEnv>, why?: "begin-again" | "no-answer" | "no-consent" | "not-let-in") =>
  c.redirect(why === undefined ? "/" : `/?sign-in=${why}`);
