import { after, type Instant, latest, minutes, seconds } from "#kernel/clock";
import { flip } from "#kernel/random";
import { text } from "#kernel/text";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { type Answer, type Effect, refund, say, sayBefore, timeOut } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import type { Redemption } from "#domain/twitch/redemption";
import { targets } from "#domain/twitch/roster";
import { boarsArrived, boarsUntil, countdown, inProportion, isBurst, momentOf } from "./countdown.ts";
import { draw } from "./draw.ts";
import * as endings from "./endings.ts";
import type { KegSettings } from "./settings.ts";
import {
  type Burning,
  type Bursting,
  type Closed,
  type Closing,
  closed,
  type Guest,
  type Keg,
  type Opening,
  type Soaking,
  type Spilling,
} from "./state.ts";

/**
 * The keg: someone opens it, a fuse burns, and it bursts over random chatters.
 * Enough boars arriving before that give everyone an even chance; hiding in the trash saves one for sure.
 * Boars and trash are moves of the keg, so that all three rewards end with it: spent, or given back.
 */
export type KegMove =
  | { readonly move: "open" | "run" | "hide"; readonly by: Guest }
  | { readonly move: "hear"; readonly answer: Answer }
  | { readonly move: "wake" };

type Table = TableOf<KegSettings>;

export const guest = ({ id, viewer, cost }: Redemption): Guest => ({ redemption: id, chatter: viewer, cost });

export function play(keg: Keg, move: KegMove, table: Table): Outcome<Keg> {
  switch (move.move) {
    case "open":
      return open(keg, move.by, table);
    case "run":
      return run(keg, move.by, table);
    case "hide":
      return hide(keg, move.by, table);
    case "hear":
      return hear(keg, move.answer, table);
    case "wake":
      return wake(keg, table);
  }
}

export function wakesAt(keg: Keg): Instant | undefined {
  switch (keg.phase) {
    case "burning":
      return momentOf(keg, countdown[keg.next]?.at ?? 0);
    case "bursting":
      return keg.spillsAt;
    case "closing":
      return keg.lines[0]?.at;
    case "closed":
    case "opening":
    case "spilling":
    case "soaking":
      return undefined;
  }
}

function open(keg: Keg, host: Guest, { now, settings }: Table): Outcome<Keg> {
  if (keg.phase !== "closed") return turnAway(keg, host, now);
  return outcome(
    { phase: "opening", host, openedAt: now, settings, toldBusy: false, boars: [], hiders: [] },
    { do: "look-around", among: "everyone", staleAt: after(now, seconds(10)) },
  );
}

/** One keg at a time; the words come once, the points come back every time. */
function turnAway(keg: Exclude<Keg, Closed>, by: Guest, now: Instant): Outcome<Keg> {
  const words = keg.toldBusy ? [] : [say(now, "keg-busy", { viewer: mention(by.chatter) })];
  return outcome({ ...keg, toldBusy: true }, refund(by.redemption), ...words);
}

function run(keg: Keg, boar: Guest, { now }: Table): Outcome<Keg> {
  if (keg.phase === "closed") return nothingToJoin(keg, boar, now);
  const inTime = keg.phase === "opening" || (keg.phase === "burning" && now < momentOf(keg, boarsUntil));
  if (!inTime || boarsArrived(keg) || includes(keg.boars, boar)) return outcome(keg, refund(boar.redemption));
  return outcome({ ...keg, boars: [...keg.boars, boar] });
}

/** The trash takes people in up to the moment of the draw. */
function hide(keg: Keg, hider: Guest, { now }: Table): Outcome<Keg> {
  switch (keg.phase) {
    case "closed":
      return nothingToJoin(keg, hider, now);
    case "opening":
    case "burning":
    case "bursting":
    case "spilling":
      if (includes(keg.hiders, hider)) return outcome(keg, refund(hider.redemption));
      return outcome({ ...keg, hiders: [...keg.hiders, hider] });
    default:
      return outcome(keg, refund(hider.redemption));
  }
}

const includes = (guests: readonly Guest[], { chatter }: Guest) =>
  guests.some((one) => one.chatter.id === chatter.id);

function nothingToJoin(keg: Closed, by: Guest, now: Instant): Outcome<Keg> {
  if (keg.quietUntil !== undefined && now < keg.quietUntil) return outcome(keg, refund(by.redemption));
  return outcome(
    { phase: "closed", quietUntil: after(now, seconds(30)) },
    refund(by.redemption),
    say(now, "keg-none", { viewer: mention(by.chatter) }),
  );
}

function hear(keg: Keg, answer: Answer, table: Table): Outcome<Keg> {
  if (answer.to === "look-around" && keg.phase === "opening") return light(keg, answer.chatters, table);
  if (answer.to === "look-around" && keg.phase === "spilling") return spill(keg, answer.chatters, table);
  if (answer.to === "time-out" && keg.phase === "soaking") return soak(keg, answer, table);
  return outcome(keg);
}

function light(opening: Opening, chatters: readonly Chatter[], { now, roster }: Table): Outcome<Keg> {
  const { host, settings } = opening;
  if (targets(chatters, roster).length === 0) return endings.neverLit(opening, now);

  const keg: Burning = { ...opening, phase: "burning", openedAt: now, next: 0 };
  const staleAt = nextLineAt(keg, now);
  return outcome(
    keg,
    sayBefore(staleAt, "keg-picture"),
    sayBefore(staleAt, "keg-opened", { host: mention(host.chatter), seconds: settings.fuseSeconds }),
  );
}

function wake(keg: Keg, table: Table): Outcome<Keg> {
  const at = wakesAt(keg);
  // An alarm may ring early or twice; only the state decides.
  if (at === undefined || table.now < at) return outcome(keg);
  if (keg.phase === "burning") return burnOn(keg, table);
  if (keg.phase === "bursting") return lookForVictims(keg, table);
  if (keg.phase === "closing") return speakOn(keg, table);
  return outcome(keg);
}

/** Says the line that is due. After an outage several may be: only the last of them is still true. */
function burnOn(keg: Burning, table: Table): Outcome<Keg> {
  const due = countdown.slice(keg.next).filter(({ at }) => momentOf(keg, at) <= table.now);
  const last = due.at(-1);
  if (!last) return outcome(keg);
  if (isBurst(last)) return burst(keg, table);

  const line = last.line({ ...keg, next: keg.next + due.length - 1 });
  const next = keg.next + due.length;
  const burnt = { ...keg, next };
  const words: Effect[] = line ? [{ do: "say", text: line, staleAt: nextLineAt(burnt, table.now) }] : [];
  return outcome(burnt, ...words);
}

/** A line of the countdown is stale when the next one is due; a short fuse leaves a moment to say it all the same. */
const nextLineAt = (keg: Burning, now: Instant) =>
  latest(momentOf(keg, countdown[keg.next]?.at ?? 0), after(now, seconds(1.5)));

/** A keg that nobody could see burst for so long is no fun any more: everyone gets their points back. */
const forgottenAfter = minutes(5);

function burst(keg: Burning, table: Table): Outcome<Keg> {
  const { now, random, settings } = { ...table, settings: keg.settings };
  if (now > after(momentOf(keg, 60), forgottenAfter)) return endings.cancelled(keg, "keg-went-flat", now);

  const arrived = boarsArrived(keg);
  if (arrived && flip(random)) return endings.saved(keg, now);

  const words = arrived
    ? say(now, "keg-boars-lost")
    : say(now, "keg-boars-too-few", { boars: keg.boars.length, needed: settings.boarsNeeded });
  const { next: _, ...joined } = keg;
  return outcome({ ...joined, phase: "bursting", spillsAt: after(now, inProportion(settings, 1)) }, words);
}

function lookForVictims({ spillsAt: _, ...keg }: Bursting, { now }: Table): Outcome<Keg> {
  return outcome({ ...keg, phase: "spilling" }, say(now, "keg-splash"), {
    do: "look-around",
    among: "everyone",
    staleAt: after(now, seconds(30)),
  });
}

function spill(keg: Spilling, chatters: readonly Chatter[], { now, random, roster }: Table): Outcome<Keg> {
  const hidden = new Set<string>(keg.hiders.map(({ chatter }) => chatter.id));
  const { victims, substitutes, saved } = draw(
    random,
    targets(chatters, roster),
    hidden,
    keg.settings.victims,
  );
  if (victims.length + saved.length === 0) return endings.cancelled(keg, "keg-nobody-left", now);

  const soaking: Soaking = {
    ...keg,
    phase: "soaking",
    waitingFor: victims,
    soaked: [],
    substitutes,
    savedByTrash: saved,
  };
  if (victims.length === 0) return endings.soaked(soaking, now);
  return outcome(soaking, ...victims.map((victim) => sitOut(keg.settings, victim, now)));
}

const sitOut = ({ timeoutSeconds }: KegSettings, victim: Chatter, now: Instant) =>
  timeOut(now, victim, seconds(timeoutSeconds), text("keg-reason"));

function soak(keg: Soaking, { chatter, landed }: Answer & { to: "time-out" }, { now }: Table): Outcome<Keg> {
  const waitingFor = keg.waitingFor.filter(({ id }) => id !== chatter.id);
  // An answer may come twice; only the first one counts.
  if (waitingFor.length === keg.waitingFor.length) return outcome(keg);
  if (landed === "landed") return settle({ ...keg, waitingFor, soaked: [...keg.soaked, chatter] }, now);

  const [substitute, ...substitutes] = keg.substitutes;
  // A failure says something about Twitch, not about the person: the next one would fail as well.
  if (landed === "failed" || !substitute) return settle({ ...keg, waitingFor }, now);
  return outcome(
    { ...keg, waitingFor: [...waitingFor, substitute], substitutes },
    sitOut(keg.settings, substitute, now),
  );
}

function settle(keg: Soaking, now: Instant): Outcome<Keg> {
  return keg.waitingFor.length > 0 ? outcome(keg) : endings.soaked(keg, now);
}

function speakOn(keg: Closing, { now }: Table): Outcome<Keg> {
  const due = keg.lines.filter(({ at }) => at <= now);
  const lines = keg.lines.slice(due.length);
  const words = due.map(({ text: { key, args } }) => say(now, key, args));
  return outcome(lines.length > 0 ? { ...keg, lines } : closed, ...words);
}
