import type { Answer } from "#domain/downloader/answer";
import { isOfBackEnd } from "#domain/downloader/back-end/origin";
import { seconds } from "#kernel/clock";
import { askFor, mostJson } from "../page.ts";
import type { BackEnd } from "./access.ts";

/** It looks at the platform first, and may have to put sound and picture together before it knows how large that is. */
const patience = seconds(90);

/** Asks a back end a question in JSON. Throws Refusal: `unreachable`, `upstream-changed`. */
export const askBackEnd = (
  { url }: Pick<BackEnd, "url">,
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Answer> =>
  askFor(
    (asked) => isOfBackEnd(asked, url),
    address,
    {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/json", ...headers },
      body,
      patience,
    },
    mostJson,
  );
