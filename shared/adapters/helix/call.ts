import { callTwitchApiRaw, type TwitchApiCallOptions } from "@twurple/api-call";
import * as z from "zod";
import { instant, seconds } from "#kernel/clock";
import { SilenceError, UpstreamError } from "#kernel/errors";

// Twurple leaves it to the platform what a fetch may be told.
declare module "@twurple/api-call" {
  interface TwitchApiCallFetchOptions {
    signal?: AbortSignal;
  }
}

/** In whose name a call is made: the bot's account, the channel's broadcaster, or Taproom itself (app access token). */
export type Who = "bot" | "broadcaster" | "app";

/** A right to call Twitch. */
export interface Token {
  readonly accessToken: string;
  /** The Twitch user it stands for; empty for an app access token. */
  readonly userId: string;
  readonly login: string;
  readonly scopes: readonly string[];
}

/** Where tokens come from. Both throw ConsentNeeded when only a person can help. */
export interface Credentials {
  token(who: Who): Promise<Token>;
  /** Twitch refused `stale`: gives a newer one, fetched once however many ask. */
  renew(who: Who, stale: Token): Promise<Token>;
  /** Somebody may have signed in anew, to more or to less: tokens known so far are asked for again. */
  forget(): void;
}

export interface HelixAccess {
  readonly clientId: string;
  readonly credentials: Credentials;
}

type Call = Pick<TwitchApiCallOptions, "url" | "method" | "query" | "jsonBody"> & { readonly as: Who };

/**
 * One request to Helix and its answer, parsed. A 401 renews the token and tries once more; nothing else is tried
 * again here. Twurple's ApiClient would repeat a POST after a reset, and wait out a 429 in memory: a chat line
 * could be said twice, and a room could not sleep. The outbox repeats, and it knows what may be repeated.
 *
 * Throws UpstreamError (Twitch answered no), SilenceError (no answer within 8 s), ConsentNeeded.
 */
export async function callHelix<T>(access: HelixAccess, call: Call, answer: z.ZodType<T>): Promise<T> {
  const token = await access.credentials.token(call.as);
  let response = await request(access, call, token);
  if (response.status === 401) {
    const refusal = await refused(response);
    // A missing scope is a 401 too, and no new token will have it.
    if (/scope/i.test(refusal.said)) throw refusal;
    response = await request(access, call, await access.credentials.renew(call.as, token));
  }
  if (!response.ok) throw await refused(response);
  return answer.parse(response.status === 204 ? {} : await body(response));
}

const patience = seconds(8);

async function request({ clientId }: HelixAccess, { as: _, ...call }: Call, token: Token): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(patience);
    return await callTwitchApiRaw({ ...call, type: "helix" }, clientId, token.accessToken, undefined, {
      signal,
    });
  } catch (cause) {
    throw new SilenceError("twitch", cause);
  }
}

/** An answer that breaks off is as good as none. */
async function body(response: Response): Promise<unknown> {
  try {
    return JSON.parse((await response.text()) || "{}");
  } catch (cause) {
    throw new SilenceError("twitch", cause);
  }
}

async function refused(response: Response): Promise<UpstreamError> {
  const text = await response.text().catch(() => "");
  return new UpstreamError("twitch", response.status, messageIn(text), retryAt(response));
}

function messageIn(text: string): string {
  try {
    return z.object({ message: z.string() }).parse(JSON.parse(text)).message;
  } catch {
    // Not JSON: a gateway's page. Its beginning says enough.
    return text.slice(0, 200);
  }
}

/** Epoch seconds: https://dev.twitch.tv/docs/api/guide/#twitch-rate-limits */
function retryAt(response: Response) {
  const reset = Number(response.headers.get("Ratelimit-Reset"));
  return response.status === 429 && reset > 0 ? instant(reset * 1_000) : undefined;
}

const page = <T>(item: z.ZodType<T>) =>
  z.object({ data: z.array(item), pagination: z.object({ cursor: z.string().optional() }).optional() });

/** Every page of a list. `first` is the page size Twitch allows for it. */
export async function everyPage<T>(
  access: HelixAccess,
  call: Call,
  first: number,
  item: z.ZodType<T>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const query = { ...call.query, first: String(first), ...(after && { after }) };
    const answer = await callHelix(access, { ...call, query }, page(item));
    items.push(...answer.data);
    after = answer.pagination?.cursor;
  } while (after);
  return items;
}
