import type { Context } from "hono";
import type { DoorEnv } from "../../door.ts";

const harmless: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Whether a request that may change something comes from the dashboard itself. A browser says so in headers that no page
 * can set: https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
export const fromOwnPage = (c: Context<DoorEnv>): boolean => harmless.has(c.req.method) || hasOwnOrigin(c);

/** For whoever wants to know it of a GET, too: a socket. */
export function hasOwnOrigin(c: Context<DoorEnv>): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  return c.req.header("Origin") === dashboardOrigin(c) && (site === undefined || site === "same-origin");
}

export const dashboardOrigin = ({ var: { config } }: Context<DoorEnv>): string =>
  new URL(config.DASHBOARD_URL ?? config.PUBLIC_URL).origin;
