import { readYtdlp, ytdlpQuestion } from "#domain/downloader/back-end/ytdlp";
import type { Provider } from "../provider.ts";
import { askBackEnd } from "./ask-back-end.ts";
import type { BackEnd } from "./access.ts";

/** A service that runs yt-dlp, by the contract of shared/domain/downloader/back-end/ytdlp.ts. */
export const ytdlp =
  ({ url, key }: BackEnd): Provider =>
  async ({ post, quality, mostBytes }) => {
    const headers = key ? { Authorization: `Bearer ${key.reveal()}` } : {};
    const address = `${url.replace(/\/+$/, "")}/resolve`;
    const answer = await askBackEnd({ url }, address, headers, ytdlpQuestion({ post, quality, mostBytes }));
    return readYtdlp(answer, { post, quality, mostBytes, backEnd: url, headers });
  };
