import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../../api/client.ts";

export const { downloads } = client.api;

export type PlatformStatus = Answer<Api["downloader"]["health"]>["platforms"][number];
export type TopVideo = Answer<Api["statistics"]["topVideos"]>["items"][number];
