/** Asking the world's control API; a "no" arrives as a sentence to show. */

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

export const get = <T>(path: string) => ask<T>(path, {});
export const post = <T>(path: string, body: unknown = {}) => ask<T>(path, sent("POST", body));
export const put = <T>(path: string, body: unknown) => ask<T>(path, sent("PUT", body));
export const patch = <T>(path: string, body: unknown) => ask<T>(path, sent("PATCH", body));
export const remove = (path: string) => ask<null>(path, { method: "DELETE" });

const sent = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, init);
    const text = await response.text();
    const json: unknown = text ? JSON.parse(text) : null;
    // The cast: the world that answers lives in this repository, and wire.ts says what it answers.
    return response.ok
      ? { ok: true, value: json as T }
      : { ok: false, why: reasonIn(json) ?? response.statusText };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** The world says `{error: "…"}`, the product `{detail: "…"}`. */
function reasonIn(json: unknown): string | undefined {
  const reason = fieldOf(json, "detail") ?? fieldOf(json, "error");
  return typeof reason === "string" ? reason : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
