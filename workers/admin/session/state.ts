import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { jwtVerify, SignJWT } from "jose";
import { timingSafeEqual } from "hono/utils/buffer";
import { minutes } from "#kernel/clock";
import type { Config } from "#kernel/config";
import type { DoorEnv } from "../../door.ts";

const cookie = "__Host-taproom-state";
const manner = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

/**
 * Begins a way that leads over another site: a text to take along, signed and bound to this browser by a cookie, so that
 * nobody can have somebody else end a way that they have begun. https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 */
export async function beginWay(c: Context<DoorEnv>, leadsTo: string): Promise<string> {
  const nonce = crypto.randomUUID();
  setCookie(c, cookie, nonce, { ...manner, maxAge: minutes(10) / 1_000 });
  return new SignJWT({ nonce, leadsTo })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("10 minutes")
    .sign(keyOf(c.var.config));
}

/** Whether this browser has begun this way, not long ago, and to here. It can be ended once. */
export async function endedWay(c: Context<DoorEnv>, state: string, leadsTo: string): Promise<boolean> {
  const nonce = getCookie(c, cookie) ?? "";
  deleteCookie(c, cookie, manner);
  try {
    const { payload } = await jwtVerify(state, keyOf(c.var.config), { algorithms: ["HS256"] });
    return payload["leadsTo"] === leadsTo && (await timingSafeEqual(String(payload["nonce"]), nonce));
  } catch {
    // Forged, damaged or expired: all the same to whoever has to begin again.
    return false;
  }
}

const keyOf = ({ ADMIN_TOKEN }: Config) => new TextEncoder().encode(`way ${ADMIN_TOKEN.reveal()}`);
