import { signal } from "@preact/signals";
import type { End } from "./end.ts";

/** Where there is no room for everything, one view is in front. */
export type ForwarderView = End | "side";

export const forwarderView = signal<ForwarderView>("source");

/** What lies open beside the two chats. */
export const forwarderTabs = ["mappings", "panel", "queue", "outside"] as const;
export type ForwarderTab = (typeof forwarderTabs)[number];

export const forwarderTab = signal<ForwarderTab>("mappings");
