import { type Found, refused } from "./media.ts";

/** What a platform answered to a question for a page. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What the status alone says: a refusal, unless there may be something to read. */
export function refusedByStatus({ status }: Answer): Found | undefined {
  if (status === 200) return undefined;
  const detail = `answered ${status}`;
  if (status === 404 || status === 410) return refused("removed", detail);
  if (status === 401 || status === 403 || status === 429) return refused("rate-limited", detail);
  return refused(status >= 500 ? "unreachable" : "upstream-changed", detail);
}
