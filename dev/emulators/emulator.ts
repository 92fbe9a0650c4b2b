import type { Hono } from "hono";

/**
 * An emulator plays one outside service. The world gives it every outbound request for its hosts,
 * with the real URL, and it answers as the service would.
 */
export interface Emulator {
  /** The name in `/calls`, `/faults` and `/services`. */
  readonly service: string;
  /** Host names as the product writes them, such as `api.twitch.tv`; `.fbcdn.net` stands for all names that end so. */
  readonly hosts: readonly string[];

  fetch(request: Request): Promise<Response>;

  /** Routes of its own in the control API, such as `/redis/flush`. */
  readonly control?: Hono;

  /** How this service puts a refusal that a fault asks for: the body of such an answer. */
  readonly refusal?: (status: number, headers: Readonly<Record<string, string>>) => unknown;

  /** Everything as at the start. */
  reset?(): Promise<void>;
  /** Lets go of timers, sockets and files. */
  close?(): Promise<void>;
}
