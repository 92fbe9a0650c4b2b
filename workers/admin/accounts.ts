import { iso } from "#kernel/clock";
import { variables } from "#kernel/config";
import { Missing, TaproomError } from "#kernel/errors";
import { keyIds } from "#adapters/vault";
import type { IdentityStatus, Revoked } from "#durable-objects/identity/identity";
import { accountsApi } from "#domain/admin/api/accounts";
import { isDone } from "#domain/admin/api/operation";
import { signTicket } from "../twitch/oauth/state.ts";
import { type AccountLook, accounts, lookAtAccounts } from "../watch/accounts.ts";
import { accessTo, type BotLook, bots, whoIs } from "../watch/telegram.ts";
import { shownWebhook } from "./overview/shown.ts";
import { type Desk, deskAlone, served } from "./serve.ts";

/** Twitch could not be told; nothing has changed. */
class NotRevoked extends TaproomError<"not-revoked"> {
  readonly code = "not-revoked";
  readonly retry = true;
}

/** What Taproom is connected with. */
export const accountsOperations = served(accountsApi, deskAlone, {
  async look(_, desk) {
    const [twitch, telegram, pool, app] = await Promise.all([
      lookAtAccounts(desk),
      bots.look(desk),
      poolOf(desk),
      desk.env.IDENTITY.getByName("app").status(),
    ]);
    return {
      twitch: twitch.map(shownAccount),
      ...(telegram && { telegram: await Promise.all(telegram.map((bot) => shownBot(bot, desk))) }),
      pool,
      keys: keysOf(desk, [...twitch, { name: "app", ...app }]),
      variables: variables(desk.config),
    };
  },
  async connect({ inPath: { account } }, { config, who }) {
    const ticket = await signTicket(config, { account, by: { id: who.id, name: who.name } });
    return { url: `${config.PUBLIC_URL}/twitch/oauth/begin?ticket=${ticket}` };
  },
  async revoke({ inPath: { id } }, desk) {
    const known = (await lookAtAccounts(desk)).find((each) => each.id === id);
    if (!known || known.is === "never") throw new Missing(`The account ${id} is not connected`);
    desk.note({ before: { name: known.name, is: known.is, scopes: known.scopes } });
    // The cast: RPC's types lose what an answer is made of.
    const revoked = (await desk.env.IDENTITY.getByName(id).revoke()) as Revoked;
    if (!revoked.ok) throw new NotRevoked(`Nothing is forgotten: ${revoked.why}`);
    accounts.forget();
    return isDone;
  },
});

const shownAccount = ({ userId: _, login: __, renewedAt, expiresAt, ...look }: AccountLook) => ({
  ...look,
  scopes: look.scopes ?? [],
  ...(renewedAt !== undefined && { renewedAt: iso(renewedAt) }),
  ...(expiresAt !== undefined && { expiresAt: iso(expiresAt) }),
});

async function shownBot({ bot, is, webhook }: BotLook, { config, log }: Desk) {
  const access = accessTo(bot, config);
  const who = access && (await whoIs(access, log));
  return {
    bot,
    is,
    ...(who && { who: shownWho(who) }),
    ...(webhook && { webhook: shownWebhook(webhook) }),
  };
}

async function poolOf({ config, log }: Desk) {
  const all = (config.TELEGRAM_FORWARDER_POOL ?? []).map((token) =>
    whoIs({ token, apiRoot: config.TELEGRAM_API_ROOT }, log),
  );
  return (await Promise.all(all)).flatMap((who) => (who ? shownWho(who) : []));
}

const shownWho = (who: NonNullable<Awaited<ReturnType<typeof whoIs>>>) => ({
  id: String(who.id),
  username: who.username,
  readsGroups: who.can_read_all_group_messages,
  isInline: who.supports_inline_queries,
});

const keysOf = (
  { config }: Desk,
  sealed: readonly (Pick<IdentityStatus, "sealedWith"> & { readonly name: string })[],
) =>
  keyIds(config.ENCRYPTION_KEYS).map((id, place) => ({
    id,
    isCurrent: place === 0,
    seals: sealed.filter(({ sealedWith }) => sealedWith === id).map(({ name }) => name),
  }));
