import { getCookie } from "hono/cookie";
import type { Context } from "hono";
import { timingSafeEqual } from "hono/utils/buffer";
import { Refused, Unknown } from "#kernel/errors";
import { type Admitted, tokenBearer } from "#durable-objects/admin/admin";
import type { Person } from "#domain/admin/rights";
import type { DoorEnv } from "../door.ts";
import { cookieName, keyOf } from "./session/cookie.ts";
import { dashboardOrigin, fromOwnPage } from "./session/same-origin.ts";

/** Who asks, and by which session; whoever bears the admin token has none. */
export interface Caller {
  readonly person: Person;
  readonly session?: Admitted;
}

const bearer = /^Bearer +([\w.~+/-]+=*)$/i;

/** The token that an Authorization header bears, if it bears one. */
export const bearerIn = (header = ""): string | undefined => bearer.exec(header)?.[1];

/** Throws Unknown (401), Refused (403) where a change comes from another site than our own. */
export async function callerOf(c: Context<DoorEnv>): Promise<Caller> {
  const header = c.req.header("Authorization");
  return header === undefined ? byCookie(c) : byToken(c, header);
}

async function byToken(c: Context<DoorEnv>, header: string): Promise<Caller> {
  const token = bearerIn(header);
  if (token === undefined) throw new Unknown("Authorization: wants Bearer <the admin token>");
  if (!(await timingSafeEqual(token, c.var.config.ADMIN_TOKEN.reveal())))
    throw new Unknown("The admin token is not right");
  return { person: tokenBearer };
}

async function byCookie(c: Context<DoorEnv>): Promise<Caller> {
  const cookie = getCookie(c, cookieName);
  if (cookie === undefined)
    throw new Unknown("Nobody is signed in, and no Authorization: Bearer <the admin token> is here");
  // The cast: RPC's types lose what an answer is made of.
  const session = (await c.env.ADMIN.getByName("admin").admit(await keyOf(cookie))) as Admitted | undefined;
  if (!session) throw new Unknown("The session is over; sign in again");
  if (!fromOwnPage(c))
    throw new Refused(`A change has to come from the dashboard itself, ${dashboardOrigin(c)}`);
  return { person: session.person, session };
}
