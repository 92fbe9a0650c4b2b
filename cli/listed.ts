import { askProduct, type Product } from "./product.ts";

/** A list of the API; without `next` it was all. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** So many are asked for at once. */
const mostAtOnce = 500;

/** So many of a list, or all of it: parts are asked for until there is enough. Throws what `askProduct` throws. */
export async function listed<Answer extends Listed<unknown>>(
  product: Product,
  path: string,
  query: Readonly<Record<string, string>>,
  most = Number.POSITIVE_INFINITY,
): Promise<Answer> {
  const items: Answer["items"][number][] = [];
  let cursor: string | undefined;
  for (;;) {
    const limit = String(Math.min(most - items.length, mostAtOnce));
    const asked = new URLSearchParams({ ...query, limit, ...(cursor !== undefined && { cursor }) });
    const part = await askProduct<Answer>(product, "GET", `${path}?${asked}`);
    items.push(...part.items);
    cursor = part.next;
    if (cursor === undefined || items.length >= most) return { ...part, items };
  }
}
