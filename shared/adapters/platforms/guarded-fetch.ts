import { type Millis, seconds } from "#kernel/clock";
import { Refusal } from "#domain/downloader/refusal";

/**
 * Says which addresses may be fetched. It is asked for the first address and for wherever a redirect leads; it may throw
 * the Refusal that a redirect to there means, such as `login-required`.
 */
export type Guard = (url: URL) => boolean;

export interface GuardedInit {
  readonly method?: "GET" | "HEAD" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the whole exchange, body and all. */
  readonly signal?: AbortSignal;
  /** The headers of an answer have to be here by then; 10 s unless more is said. */
  readonly patience?: Millis;
}

const usualPatience = seconds(10);
const mostHops = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches an address, following redirects by hand: each hop has to pass the guard, and Cookie and Referer stay with the
 * host they were meant for. What has a body is not sent on. Whatever is fetched was made or allowed by us; a user's text never gets here.
 *
 * Throws Refusal: `unreachable` (no connection, or no headers within 10 s), `upstream-changed` (it leads where we do not go).
 */
export async function guardedFetch(guard: Guard, address: string, init: GuardedInit = {}): Promise<Response> {
  let url = new URL(address);
  let headers = init.headers ?? {};
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const response = await fetchOnce(guard, url, { ...init, headers });
    const next = await redirectOf(response, url);
    if (!next) return response;
    if (init.body !== undefined) throw strayed(guard, next);
    if (next.host !== url.host) headers = withoutPersonal(headers);
    url = next;
  }
  throw new Refusal("upstream-changed", `more than ${mostHops} redirects from ${new URL(address).host}`);
}

/** Fetches an address if the guard lets it, and follows nothing. Throws as `guardedFetch` does. */
export async function fetchOnce(guard: Guard, url: URL, init: GuardedInit = {}): Promise<Response> {
  if (!guard(url))
    throw new Refusal("upstream-changed", `not fetched: ${url.protocol}//${url.host} is not allowed`);
  return exchange(url, init);
}

/** A question is asked where it was meant to be asked; the guard may know what it means to be sent elsewhere with it. */
function strayed(guard: Guard, to: URL): Refusal {
  guard(to);
  return new Refusal("upstream-changed", "a question was sent on");
}

/** Where an answer leads, if it does; then its body is over. Throws Refusal `upstream-changed` when that is no address. */
async function redirectOf(response: Response, from: URL): Promise<URL | undefined> {
  const location = redirects.has(response.status) ? response.headers.get("Location") : null;
  if (location === null) return undefined;
  await response.body?.cancel();
  const next = URL.parse(location, from.href);
  if (!next) throw new Refusal("upstream-changed", `${from.host} redirects to no address`);
  return next;
}

async function exchange(
  url: URL,
  { signal, patience = usualPatience, ...init }: GuardedInit,
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error("no headers in time")), patience);
  try {
    const ends = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
    return await fetch(url.href, { ...init, redirect: "manual", signal: ends });
  } catch (cause) {
    throw new Refusal("unreachable", `${url.host} gave no answer`, cause);
  } finally {
    clearTimeout(timer);
  }
}

const personal = new Set(["cookie", "referer", "authorization"]);

const withoutPersonal = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !personal.has(name.toLowerCase())));

/** Reads a text of at most `most` bytes; throws Refusal `upstream-changed` when there is more, `unreachable` when it breaks off. */
export async function textOf(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > most) break;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (cause) {
    throw new Refusal("unreachable", "an answer broke off", cause);
  }
  if (bytes > most) throw new Refusal("upstream-changed", `an answer is longer than ${most} bytes`);
  return text + decoder.decode();
}
