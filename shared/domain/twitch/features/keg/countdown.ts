import { after, type Instant, millis } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import type { KegSettings } from "./settings.ts";
import type { Burning, Opening } from "./state.ts";

/** A moment of the keg, in sixtieths of its fuse: with the fuse of a minute, its second. */
interface Step {
  readonly at: number;
  readonly line: (keg: Burning) => Text | undefined;
}

/** Boars who come later than this are too late. */
export const boarsUntil = 54;
const burst = 60;

/** What is said while the fuse burns; the last step is the burst. */
export const countdown: readonly Step[] = [
  { at: 2, line: ({ settings }) => text("keg-boars-called", { needed: settings.boarsNeeded }) },
  { at: 20, line: boarsOnTheirWay },
  { at: 40, line: boarsOnTheirWay },
  { at: 50, line: (keg) => text("keg-soon", { seconds: secondsLeft(keg) }) },
  { at: boarsUntil, line: (keg) => (boarsArrived(keg) ? text("keg-boars-arrived") : undefined) },
  { at: 59, line: () => text("keg-hide") },
  { at: burst, line: () => undefined },
];

export const isBurst = (step: Step) => step.at === burst;

export const boarsArrived = ({ boars, settings }: Opening | Burning) => boars.length >= settings.boarsNeeded;

/** Silent while nobody runs, and when nobody is missing. */
function boarsOnTheirWay(keg: Burning): Text | undefined {
  const { boars, settings } = keg;
  if (boars.length === 0 || boarsArrived(keg)) return undefined;
  return text("keg-boars-on-their-way", {
    seconds: secondsLeft(keg),
    boars: boars.length,
    needed: settings.boarsNeeded,
    missing: settings.boarsNeeded - boars.length,
  });
}

const secondsLeft = ({ settings, next }: Burning) =>
  Math.max(1, Math.round((settings.fuseSeconds * (burst - (countdown[next]?.at ?? burst))) / burst));

/** A wait of the keg of a minute, in proportion to this one's fuse. */
export const inProportion = ({ fuseSeconds }: KegSettings, secondsOfSixty: number) =>
  millis((fuseSeconds * 1_000 * secondsOfSixty) / burst);

/** When a moment of the minute comes for this keg. */
export const momentOf = (
  { openedAt, settings }: { openedAt: Instant; settings: KegSettings },
  at: number,
): Instant => after(openedAt, inProportion(settings, at));
