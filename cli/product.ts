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
  const response = await fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Mistake(`Nothing answers at ${url}`, { cause });
  });
  if (!response.ok) {
    const words = `Taproom answered ${response.status}: ${await wordsOf(response)}`;
    throw callersFault.has(response.status) ? new Misused(words) : new Mistake(words);
  }
  return (await response.json()) as Answer;
}

const callersFault: ReadonlySet<number> = new Set([400, 404, 422]);

async function wordsOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    // Not ours: a proxy's page. Its beginning says enough.
    return text.slice(0, 200);
  }
}
