import { seconds } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { durationText } from "#domain/twitch/duration/duration";
import type { CollectorSet } from "./settings.ts";

interface Words {
  readonly announcement: string;
  readonly reason: string;
}

const wordsOf: ReadonlyMap<string, Words> = new Map([
  ["gnome", { announcement: "collectors-gnome", reason: "collectors-gnome-reason" }],
  ["applecatpanik", { announcement: "collectors-applecatpanik", reason: "collectors-applecatpanik-reason" }],
]);

const usual: Words = { announcement: "collectors-caught", reason: "collectors-caught-reason" };

/** What chat hears of whoever is caught. */
export function announcement(set: CollectorSet, caught: Chatter): Text {
  const viewer = mention(caught);
  if (set.announcement !== undefined) return own(set.announcement.replaceAll("{viewer}", () => viewer));
  const { announcement: key } = wordsOf.get(set.name) ?? usual;
  return text(key, { viewer, rest: durationText(seconds(set.timeoutSeconds)) });
}

/** What Twitch shows whoever is caught. */
export const reason = (set: CollectorSet): Text =>
  set.reason === undefined ? text((wordsOf.get(set.name) ?? usual).reason) : own(set.reason);

const own = (words: string): Text => text("collectors-own", { words });
