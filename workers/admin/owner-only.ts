import { bearerAuth } from "hono/bearer-auth";
import { timingSafeEqual } from "hono/utils/buffer";
import type { DoorEnv } from "../door.ts";

/** Turns away whoever does not bear the admin token. */
export const ownerOnly = bearerAuth<DoorEnv>({
  verifyToken: (token, c) => timingSafeEqual(token, c.get("config").ADMIN_TOKEN.reveal()),
  noAuthenticationHeader: unauthorized("Authorization: Bearer <the admin token> is missing"),
  invalidAuthenticationHeader: unauthorized("Authorization: wants Bearer <the admin token>"),
  invalidToken: unauthorized("The admin token is not right"),
});

function unauthorized(message: string) {
  return { message: { error: { code: "unauthorized", message } } };
}
