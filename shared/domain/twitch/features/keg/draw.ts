import { type Random, shuffled } from "#kernel/random";
import type { Chatter } from "#domain/twitch/chatter";

export interface Draw {
  readonly victims: readonly Chatter[];
  /** In the order in which they would take a victim's place. */
  readonly substitutes: readonly Chatter[];
  /** Would have been victims, had they not hidden; somebody else was drawn instead. */
  readonly saved: readonly Chatter[];
}

/**
 * Draws up to `count` victims out of the pot, each with the same chance. Whoever hid is drawn
 * like the others but is replaced, so that hiding saves without making the keg any smaller.
 */
export function draw(
  random: Random,
  pot: readonly Chatter[],
  hidden: ReadonlySet<string>,
  count: number,
): Draw {
  const victims: Chatter[] = [];
  const substitutes: Chatter[] = [];
  const saved: Chatter[] = [];
  for (const chatter of shuffled(random, pot)) {
    const complete = victims.length === count;
    if (hidden.has(chatter.id)) {
      if (!complete) saved.push(chatter);
    } else (complete ? substitutes : victims).push(chatter);
  }
  // More substitutes than victims are never needed in practice, and the whole chat would be a heavy row.
  return { victims, substitutes: substitutes.slice(0, count), saved };
}
