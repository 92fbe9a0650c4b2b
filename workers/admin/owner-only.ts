import { bearerAuth } from "hono/bearer-auth";
import { timingSafeEqual } from "hono/utils/buffer";
import type { Config } from "#kernel/config";
import type { DoorEnv } from "../door.ts";

/** Turns away whoever does not bear the admin token. */
export const ownerOnly = bearersOf("admin", (token, config) =>
  timingSafeEqual(token, config.ADMIN_TOKEN.reveal()),
);

/** Turns away whoever does not bear a token of this name. */
export function bearersOf(name: string, isRight: (token: string, config: Config) => Promise<boolean>) {
  return bearerAuth<DoorEnv>({
    verifyToken: (token, c) => isRight(token, c.get("config")),
    noAuthenticationHeader: unauthorized(`Authorization: Bearer <the ${name} token> is missing`),
    invalidAuthenticationHeader: unauthorized(`Authorization: wants Bearer <the ${name} token>`),
    invalidToken: unauthorized(`The ${name} token is not right`),
  });
}

function unauthorized(message: string) {
  return {
    message: {
      type: "about:blank",
      title: "Unauthorized",
      status: 401,
      detail: message,
      code: "unauthorized",
    },
  };
}
