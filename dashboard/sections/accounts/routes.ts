import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const { accounts, forwarder, downloads } = client.api;

type Look = Answer<Api["accounts"]["look"]>;
export type TwitchAccount = Look["twitch"][number];
export type TelegramBot = NonNullable<Look["telegram"]>[number];
export type PoolBot = Look["pool"][number];
export type Key = Look["keys"][number];
export type Variable = Look["variables"][number];
