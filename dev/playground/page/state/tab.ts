/** What lies open beside the chat. */
import { signal } from "@preact/signals";

export const tabs = ["events", "games", "ranks", "sleep", "bot", "outside"] as const;
export type Tab = (typeof tabs)[number];

export const tab = signal<Tab>("events");
