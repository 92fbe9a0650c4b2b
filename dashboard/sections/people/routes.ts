import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const people = client.api.people;
export const sessions = client.api.sessions;

/** Somebody who may come in. */
export type Known = Answer<Api["people"]["list"]>["items"][number];
/** Somebody who is in. */
export type OpenSession = Answer<Api["people"]["sessions"]>["items"][number];
