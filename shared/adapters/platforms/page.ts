import type { Answer } from "#domain/downloader/answer";
import { type GuardedInit, type Guard, guardedFetch, textOf } from "./guarded-fetch.ts";

/** The pages of the platforms are about 1 MB. In bytes. */
export const mostHtml = 3_000_000;
export const mostJson = 4_000_000;

/** What was answered, and the cookies that came with it. */
export interface Page extends Answer {
  /** The value of a cookie that was set, if it is one that can be sent back. */
  readonly cookie: (name: string) => string | undefined;
}

/** Asks for a page and reads all of it. Throws Refusal as `guardedFetch` and `textOf` do. */
export async function askFor(
  guard: Guard,
  address: string,
  init: GuardedInit,
  mostBytes: number = mostHtml,
): Promise<Page> {
  const response = await guardedFetch(guard, address, init);
  const set = response.headers.getSetCookie();
  return {
    status: response.status,
    body: await textOf(response, mostBytes),
    cookie: (name) =>
      set
        .find((line) => line.startsWith(`${name}=`))
        ?.match(/^\w+=([\x21-\x3a\x3c-\x7e]{1,1024})(?:;|$)/)?.[1],
  };
}
