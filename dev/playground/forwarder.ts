/** The forwarder's API as the page may ask for it, in its owner's name. It is a public one, so answers are passed on as they are. */
import type { Product } from "./product.ts";

/** A mapping is made only after Telegram has been asked about both chats. */
const patience = 10_000;

const ways: readonly (readonly [what: RegExp, path: string])[] = [
  [/^GET mappings$/, "mappings?limit=200"],
  [/^PUT mappings$/, "mappings"],
  [/^(?:PATCH|DELETE) mappings\/(\d{1,10})$/, "mappings/$1"],
  [/^GET queue$/, "forwarder/queue"],
  [/^GET dead-letters$/, "forwarder/dead-letters?limit=20"],
  [/^POST dead-letters\/retry$/, "forwarder/dead-letters/retry"],
];

export function forwardToForwarder({ productOrigin, adminToken }: Product) {
  /** Undefined: the page may not ask for that, and nobody else. */
  return async (request: Request, what: string): Promise<Response | undefined> => {
    const asked = `${request.method} ${what}`;
    const way = ways.find(([known]) => known.test(asked));
    if (!way) return undefined;
    const body = await request.text();
    try {
      const answer = await fetch(`${productOrigin}/api/${asked.replace(...way)}`, {
        method: request.method,
        headers: { Authorization: `Bearer ${adminToken}`, "Content-Type": "application/json" },
        ...(body !== "" && { body }),
        signal: AbortSignal.timeout(patience),
      });
      const json: unknown = await answer.json();
      return Response.json(json, { status: answer.status });
    } catch {
      return Response.json({ error: "Taproom does not answer" }, { status: 503 });
    }
  };
}
