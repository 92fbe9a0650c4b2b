import { seconds } from "#kernel/clock";
import type { IdentityStatus } from "#durable-objects/identity/identity";
import { type Account, missingScopes } from "#domain/twitch/consent";
import { Source, type Watched } from "./source.ts";

/** How a Twitch account of ours is. */
export interface AccountLook extends Omit<IdentityStatus, "connected"> {
  readonly account: Account;
  /** Of the identity: `bot`, or the broadcaster's user id. */
  readonly id: string;
  readonly name: string;
  readonly is: "connected" | "never" | "trouble";
  readonly missingScopes: readonly string[];
}

/** Asked of rooms alone. */
export const accounts = new Source("accounts", seconds(10), lookAtAccounts);

/** The bot first, then the broadcaster of every channel. */
export async function lookAtAccounts({ env }: Watched): Promise<readonly AccountLook[]> {
  const channels = await env.DIRECTORY.getByName("channels").list();
  const all = [
    { account: "bot", id: "bot", name: "bot" } as const,
    ...channels.map(({ id, login }) => ({ account: "broadcaster", id, name: login || id }) as const),
  ];
  return Promise.all(all.map(async (one) => looked(one, await env.IDENTITY.getByName(one.id).status())));
}

function looked(
  { account, id, name }: Pick<AccountLook, "account" | "id" | "name">,
  { connected, ...status }: IdentityStatus,
): AccountLook {
  const is = connected ? "connected" : status.trouble === undefined ? "never" : "trouble";
  return {
    ...status,
    account,
    id,
    name: status.login ?? name,
    is,
    missingScopes: connected ? missingScopes(account, status.scopes ?? []) : [],
  };
}
