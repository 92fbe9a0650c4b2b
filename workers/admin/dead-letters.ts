import { iso } from "#kernel/clock";
import type { DeadLetter } from "#durable-objects/room-memory";

/** What a room has kept, as the API shows it. The cast: RPC's types know no `unknown`. */
export const shownLetters = (letters: unknown) => ({
  items: (letters as readonly DeadLetter[]).map(({ at, ...letter }) => ({ ...letter, at: iso(at) })),
});
