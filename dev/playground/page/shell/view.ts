import { signal } from "@preact/signals";

/** Where there is no room for everything, one view is in front. */
export type View = "play" | "chat" | "side";

export const view = signal<View>("play");
