import { cobaltQuestion, readCobalt } from "#domain/downloader/back-end/cobalt";
import type { Provider } from "../provider.ts";
import { askBackEnd } from "./ask-back-end.ts";
import type { BackEnd } from "./access.ts";

/** A cobalt of one's own: https://github.com/imputnet/cobalt. Its files need no key: a tunnel's address is signed, and good for 90 s. */
export const cobalt =
  ({ url, key }: BackEnd): Provider =>
  async ({ post, quality }) => {
    const headers = key ? { Authorization: `Api-Key ${key.reveal()}` } : {};
    const answer = await askBackEnd({ url }, url, headers, cobaltQuestion(post, quality));
    return readCobalt(answer, { post, quality, backEnd: url });
  };
