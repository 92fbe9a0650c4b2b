import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const room = client.api.console.channels[":id"];
export const { jobs } = client.api.console;
/** What else tells of a channel. */
export const status = client.api.channels[":id"].status;

export type Room = Answer<Api["console"]["channel"]>;
export type Command = Room["commands"][number];
export type DeedTold = Answer<Api["console"]["say"]>;
export type Job = Answer<Api["console"]["jobs"]>["items"][number];
