import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const { overview } = client.api;

export type Overview = Answer<Api["overview"]["look"]>;
export type Channel = NonNullable<Overview["channels"]>[number];
export type Happening = NonNullable<Overview["events"]>[number];
