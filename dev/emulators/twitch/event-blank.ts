import type { PlainObject } from "../../world/plain-object.ts";
import type { Channel } from "./channel.ts";
import type { Store } from "./store.ts";

/** What the template of an event may draw on: `given` is what the person did say. */
export interface Blank {
  readonly store: Store;
  readonly channel: Channel;
  readonly given: PlainObject;
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
