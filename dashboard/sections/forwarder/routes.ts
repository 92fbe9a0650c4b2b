import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const { mappings, forwarder } = client.api;

export type Mapping = Answer<Api["mappings"]["find"]>;
export type Skipped = Answer<Api["mappings"]["create"]>["skipped"][number];
export type Imported = Answer<Api["mappings"]["import"]>;
export type Chat = Answer<Api["chats"]["check"]>;
export type Line = Answer<Api["queue"]["lines"]>["targets"][number];
/** A post whose way has ended. */
export type Ended = Answer<Api["queue"]["dead"]>["items"][number];
export type Trial = Answer<Api["rules"]["tryMapping"]>;

/** What is told of posts under way: others after whatever is done with some of them. */
export const underWay = [forwarder.queue, forwarder["dead-letters"]] as const;
