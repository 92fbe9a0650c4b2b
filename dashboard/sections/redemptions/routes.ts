import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const channels = client.api.channels;
export const redemptions = client.api.channels[":id"].redemptions;

export type Redemption = Answer<Api["redemptions"]["list"]>["items"][number];
