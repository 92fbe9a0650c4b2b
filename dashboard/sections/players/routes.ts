import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const channels = client.api.channels;
export const players = client.api.channels[":id"].players;

export type Player = Answer<Api["players"]["list"]>["items"][number];
export type KnownPlayer = Answer<Api["players"]["read"]>;
