import type { Context } from "hono";
import { neighbourhoodOf } from "#domain/admin/address";
import type { Person } from "#domain/admin/rights";
import type { Admitted } from "#durable-objects/admin/admin";
import type { Way } from "#durable-objects/admin/sessions";
import type { DoorEnv } from "../../door.ts";
import { giveCookie, keyOf, newSecret } from "./cookie.ts";

const longestAgent = 200;

/** Somebody has proved who they are: a session of their own begins, whatever cookie they came with. */
export async function cameIn(c: Context<DoorEnv>, person: Person, way: Way): Promise<Admitted> {
  const secret = newSecret();
  const origin = {
    way,
    address: addressOf(c),
    agent: (c.req.header("User-Agent") ?? "").slice(0, longestAgent),
  };
  const admitted = await c.env.ADMIN.getByName("admin").begin(await keyOf(secret), person, origin);
  giveCookie(c, secret);
  // The cast: RPC's types lose what an answer is made of.
  return admitted as Admitted;
}

/** Where the question comes from. Only Cloudflare's own word is believed: anybody can write X-Forwarded-For. */
export const addressOf = (c: Context<DoorEnv>): string =>
  neighbourhoodOf(c.req.header("CF-Connecting-IP") ?? "this machine");
