import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const { audit, people } = client.api;

/** Something that was changed, or tried to be. */
export type Change = Answer<Api["audit"]["list"]>["items"][number];
