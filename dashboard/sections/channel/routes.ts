import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const channels = client.api.channels;
export const channel = client.api.channels[":id"];

/** Something that can be set. */
export type Setting = Answer<Api["settings"]["form"]>["items"][number];
export type SettingsForm = Answer<Api["settings"]["form"]>;
export type Command = Answer<Api["settings"]["commands"]>["items"][number];
export type Reward = Answer<Api["rewards"]["list"]>["items"][number];
export type Game = Answer<Api["games"]["list"]>["items"][number];
export type DeadLetter = Answer<Api["channelDeadLetters"]["list"]>["items"][number];
