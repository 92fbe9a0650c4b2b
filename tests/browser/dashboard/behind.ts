import type { Stage } from "../stage.ts";

type Order = readonly [method: string, path: string, body?: unknown];

/** Has Taproom do something behind the page's back; throws when it would not. */
export async function behind<T>(
  { taproom, adminToken }: Stage,
  ...[method, path, body]: Order
): Promise<T | undefined> {
  const answer = await fetch(taproom.url + path, {
    method,
    headers: { authorization: `Bearer ${adminToken}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
  // The cast: whoever asks knows what is answered.
  return text === "" ? undefined : (JSON.parse(text) as T);
}
