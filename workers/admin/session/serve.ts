import type { Context } from "hono";
import { timingSafeEqual } from "hono/utils/buffer";
import { iso } from "#kernel/clock";
import { missingFor } from "#kernel/config";
import { Refused } from "#kernel/errors";
import { isPassword } from "#adapters/password";
import { type Admitted, tokenBearer } from "#durable-objects/admin/admin";
import { isDone } from "#domain/admin/api/operation";
import { sessionApi } from "#domain/admin/api/session";
import type { ScryptHash } from "#domain/admin/password";
import { endOf, type Lifetime } from "#domain/admin/session";
import type { Person } from "#domain/admin/rights";
import type { DoorEnv } from "../../door.ts";
import { deskAlone, served } from "../serve.ts";
import { cameIn } from "./came-in.ts";
import { takeCookie } from "./cookie.ts";
import { prove } from "./prove.ts";
import { dashboardOrigin, fromOwnPage } from "./same-origin.ts";
import { comeInByTelegram } from "./telegram.ts";

/** Coming in by token or password, and going. */
export const sessionOperations = served(sessionApi, deskAlone, {
  current: (_, { caller, who, now }) =>
    shown({ person: who, expiresAt: caller?.session?.expiresAt ?? endOf(unused(now)) }),
  async ways(_, { env, config }) {
    return {
      twitch: true,
      telegram:
        missingFor("forwarder", config).length === 0 || config.TELEGRAM_DOWNLOADER_TOKEN !== undefined,
      password: await env.ADMIN.getByName("admin").hasPasswords(),
    };
  },
  async withToken({ body }, { c, config }) {
    ownPageOnly(c);
    await prove(c, undefined, () => timingSafeEqual(body.token, config.ADMIN_TOKEN.reveal()));
    return shown(await cameIn(c, tokenBearer, "token"));
  },
  async withPassword({ body }, { c, env }) {
    ownPageOnly(c);
    const admin = env.ADMIN.getByName("admin");
    const id = `name:${body.name}`;
    await prove(c, id, async () =>
      isPassword(body.password, (await admin.password(id)) as ScryptHash | undefined),
    );
    return shown(await cameIn(c, (await admin.person(id)) as Person, "password"));
  },
  async withTelegram({ body }, { c }) {
    ownPageOnly(c);
    return shown(await comeInByTelegram(c, body));
  },
  async end(_, { c, env, caller }) {
    if (caller?.session) await env.ADMIN.getByName("admin").end(caller.session.session);
    takeCookie(c);
    return isDone;
  },
});

/** Of the admin token, which has no end of its own. */
const unused = (now: Lifetime["usedAt"]): Lifetime => ({ begunAt: now, usedAt: now });

const shown = ({ person, expiresAt }: Pick<Admitted, "person" | "expiresAt">) => ({
  person,
  expiresAt: iso(expiresAt),
});

/** Nobody signs another one in from elsewhere: they would do their work in a stranger's name. */
function ownPageOnly(c: Context<DoorEnv>): void {
  if (!fromOwnPage(c)) throw new Refused(`Signing in is for the dashboard itself, ${dashboardOrigin(c)}`);
}
