import { after, type Instant } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import { type Text, text } from "#kernel/text";
import { type Chatter, mention, packMentions } from "#domain/twitch/chatter";
import { type Effect, fulfil, refund, say } from "#domain/twitch/effect";
import { type Outcome, outcome } from "#domain/twitch/features/feature";
import { inProportion } from "./countdown.ts";
import {
  type Burning,
  closed,
  type Guest,
  type Keg,
  type Opening,
  type Soaking,
  type Spilling,
} from "./state.ts";

type Ended = Burning | Spilling | Soaking;

/** Leaves room in a chat line for the words around a list of names. */
const namesPerLine = 380;

/** The boars carried the keg away: nobody is punished, everyone's points are spent. */
export function saved(keg: Burning, now: Instant): Outcome<Keg> {
  const heroes = keg.boars.map(({ chatter }) => chatter);
  return outcome(
    closing(keg, [
      { at: later(keg, now, 3), text: text("keg-saved-foam") },
      { at: later(keg, now, 8), text: text("keg-saved-end") },
    ]),
    ...said(now, namesText("keg-saved", heroes)),
    ...resolveAll(keg, fulfil),
    result(keg, now, "saved", {}),
  );
}

/** The keg is over and its victims sit out; or nobody could be timed out, and everyone gets their points back. */
export function soaked(keg: Soaking, now: Instant): Outcome<Keg> {
  if (keg.soaked.length + keg.savedByTrash.length === 0) return cancelled(keg, "keg-fizzled", now);

  const wasted = hidForNothing(keg);
  const thanksToTrash = namesText("keg-trash-saved", keg.savedByTrash);
  const air = namesText(
    "keg-trash-wasted",
    wasted.map(({ chatter }) => chatter),
    { cost: wasted[0]?.cost ?? 0 },
  );
  return outcome(
    closing(keg, [
      { at: later(keg, now, 1), text: text("keg-get-well") },
      ...thanksToTrash.map((line) => ({ at: later(keg, now, 7), text: line })),
      ...air.map((line) => ({ at: later(keg, now, 8), text: line })),
    ]),
    ...said(now, namesText("keg-soaked", keg.soaked, { host: mention(keg.host.chatter) })),
    ...resolveAll(keg, fulfil),
    result(keg, now, "burst", { soaked: keg.soaked, savedByTrash: keg.savedByTrash }),
  );
}

/** The keg came to nothing: everyone gets their points back, and hears why. */
export function cancelled(keg: Ended, why: string, now: Instant): Outcome<Keg> {
  return outcome(closed, say(now, why), ...resolveAll(keg, refund), result(keg, now, "cancelled", { why }));
}

/** Nobody is there to be soaked. */
export const neverLit = (keg: Opening, now: Instant): Outcome<Keg> =>
  outcome(closed, say(now, "keg-nobody", { viewer: mention(keg.host.chatter) }), ...resolveAll(keg, refund));

function hidForNothing({ hiders, savedByTrash }: Soaking): readonly Guest[] {
  const lucky = new Set(savedByTrash.map(({ id }) => id));
  return hiders.filter(({ chatter }) => !lucky.has(chatter.id));
}

/** As many lines as the names need; the first has the words, and the count for their grammar. */
function namesText(key: string, chatters: readonly Chatter[], args: Text["args"] = {}): Text[] {
  return packMentions(chatters, namesPerLine).map((names, line) =>
    line === 0 ? text(key, { ...args, count: chatters.length, names }) : text("keg-names-more", { names }),
  );
}

const said = (now: Instant, texts: readonly Text[]) => texts.map(({ key, args }) => say(now, key, args));

const later = ({ settings }: Ended, now: Instant, seconds: number) =>
  after(now, inProportion(settings, seconds));

const closing = (
  { host, openedAt, settings, toldBusy }: Ended,
  lines: readonly { readonly at: Instant; readonly text: Text }[],
): Keg => ({ phase: "closing", host, openedAt, settings, toldBusy, lines });

const resolveAll = (
  { host, boars, hiders }: Opening | Ended,
  resolve: (redemption: RedemptionId) => Effect,
) => [host, ...boars, ...hiders].map(({ redemption }) => resolve(redemption));

function result(
  keg: Ended,
  now: Instant,
  ending: string,
  details: Readonly<Record<string, unknown>>,
): Effect {
  const { host, openedAt, boars, hiders } = keg;
  return {
    do: "record",
    result: {
      id: host.redemption,
      game: "keg",
      host: host.chatter,
      startedAt: openedAt,
      endedAt: now,
      ending,
      details: {
        boars: boars.map(({ chatter }) => chatter),
        hiders: hiders.map(({ chatter }) => chatter),
        ...details,
      },
    },
  };
}
