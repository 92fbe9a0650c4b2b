import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import { Mistake, Misused } from "./mistake.ts";

/** Where the product is, and what it wants to see. */
export interface Product {
  readonly url: string;
  readonly token: string;
}

/** Asks the product's API. Throws Misused or Mistake with the product's own words, or where it cannot be reached. */
export async function askProduct<Answer>(
  { url, token }: Product,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await unhurried(() => asked({ url, token }, method, path, body));
  if (!response.ok) {
    const words = `Taproom answered ${response.status}: ${await wordsOf(response)}`;
    throw callersFault.has(response.status) ? new Misused(words) : new Mistake(words);
  }
  return (await response.json()) as Answer;
}

function asked({ url, token }: Product, method: string, path: string, body: unknown): Promise<Response> {
  return fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Mistake(`Nothing answers at ${url}`, { cause });
  });
}

/** Many small questions are more than the API wants in a minute: then it says how long to wait, and nothing was done. */
async function unhurried(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await ask();
    const wait = Number(response.headers.get("Retry-After"));
    if (response.status !== 429 || !(wait > 0)) return response;
    await response.body?.cancel();
    await setTimeout(wait * 1_000);
  }
}

const callersFault: ReadonlySet<number> = new Set([400, 404, 422]);

async function wordsOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return z.object({ detail: z.string() }).parse(JSON.parse(text)).detail;
  } catch {
    // Not ours: a proxy's page. Its beginning says enough.
    return text.slice(0, 200);
  }
}
