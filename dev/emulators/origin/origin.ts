import { isFileFailure, type PageFailure, type Side } from "./failures.ts";
import type { Links } from "./links.ts";
import type { MediaStore } from "./media-store.ts";
import type { Media } from "./media.ts";

/** What all the platforms and back ends here share. */
export interface Origin {
  readonly store: MediaStore;
  readonly links: Links;
  readonly now: () => number;
  /** Hears of every cookie that whoever has it may fetch with. */
  readonly onCookieIssued: (value: string) => void;
}

/** One host, or a group of hosts, of the origin. */
export type Site = (request: Request, url: URL) => Promise<Response> | Response;

/** A page is asked for: counts it, and says what it fails with. */
export function askPage({ store }: Origin, media: Media, side: Side): PageFailure | undefined {
  store.count(media, { pages: 1 });
  const name = store.strike(media, side, (failure) => !isFileFailure(failure))?.name;
  return name === undefined || isFileFailure(name) ? undefined : name;
}

const hour = 3_600_000;

/** When links that are handed out now end, in seconds since the epoch; the failure `expired` hands out old ones. */
export function expiryOf({ store, now }: Origin, media: Media, side: Side, hours: number): number {
  const isOld = store.strike(media, side, (failure) => failure === "expired") !== undefined;
  return Math.floor((now() + (isOld ? -1 : hours) * hour) / 1_000);
}

export const hasExpired = ({ now }: Origin, expiry: number) => now() >= expiry * 1_000;

export const notFound = () => new Response("Not Found", { status: 404 });
export const forbidden = (why = "Access Denied") => new Response(why, { status: 403 });

export const redirectTo = (location: string, status = 302, body = "") =>
  new Response(body, { status, headers: { Location: location, "Content-Type": "text/html; charset=utf-8" } });

export const htmlPage = (body: string, status = 200, headers: readonly [string, string][] = []) =>
  new Response(body, { status, headers: [["Content-Type", "text/html; charset=utf-8"], ...headers] });

/** JSON in a page, written so that no tag can end within it, as these pages do. */
export const jsonInPage = (value: unknown) =>
  JSON.stringify(value)
    .replaceAll("<", String.raw`\u003C`)
    .replaceAll("/", String.raw`\u002F`);
