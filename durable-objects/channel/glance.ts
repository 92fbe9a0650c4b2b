import { hours, type Instant } from "#kernel/clock";
import type { ChannelId } from "#kernel/ids";
import { subscriptionTypes } from "#domain/twitch/eventsub/index";
import { type FeatureId, featureIds, features } from "#domain/twitch/features/index";
import type { Chronicle, Entry } from "./chronicle.ts";
import type { ChannelStatus } from "./status.ts";
import type { DeadLetter } from "../room-memory.ts";
import type { Memory } from "./memory.ts";
import { matterOf } from "./replayable.ts";
import type { RosterBook } from "./roster-book.ts";
import type { Stage } from "./stage.ts";
import type { Stopped, Switches } from "./switches.ts";

export interface GlanceNeeds {
  readonly channel: ChannelId;
  readonly login: string | undefined;
  readonly memory: Memory;
  readonly stage: Stage;
  readonly switches: Switches;
  readonly roster: RosterBook;
  readonly chronicle: Chronicle;
  readonly status: ChannelStatus;
  readonly now: Instant;
}

/** How a channel is, for somebody who looks at all of them. */
export interface Glance extends Pick<
  ChannelStatus,
  "awake" | "stream" | "failing" | "outbox" | "journal" | "deadLetters"
> {
  readonly id: ChannelId;
  /** undefined: the channel was never set up. */
  readonly login: string | undefined;
  readonly stopped: Stopped | undefined;
  readonly features: readonly { readonly id: FeatureId; readonly is: "on" | "off" | "asleep" }[];
  /** Notifications that Twitch does not send us. */
  readonly unheard: readonly string[];
  /** Rewards that are not there. */
  readonly unsold: readonly string[];
  readonly isBotModerator: boolean;
  /** What was given up, by what it was to be. */
  readonly errors: readonly { readonly kind: string; readonly hour: number; readonly day: number }[];
  /** What happened lately besides chat, the newest first. */
  readonly events: readonly Entry[];
}

const mostEvents = 20;

export function glance({ channel, login, memory, stage, switches, roster, ...needs }: GlanceNeeds): Glance {
  const { awake, stream, standing, failing, outbox, journal, deadLetters } = needs.status;
  const heard = new Set(standing?.subscriptions);
  const sold = memory.rewards();
  const { bot, broadcaster, moderators } = roster.roster;
  return {
    id: channel,
    login,
    awake,
    stopped: switches.stopped,
    stream,
    failing,
    outbox,
    journal,
    deadLetters,
    features: featureIds.map((id) => ({ id, is: stage.isOn(id) ? (awake ? "on" : "asleep") : "off" })),
    unheard: subscriptionTypes.map(({ type }) => type).filter((type) => !heard.has(type)),
    unsold: featureIds.flatMap((id) => Object.keys(features[id].rewards)).filter((key) => !sold.has(key)),
    isBotModerator: bot === undefined || bot === broadcaster || moderators.has(bot),
    errors: errorsIn(memory.deadLetters(1_000), needs.now),
    events: needs.chronicle.search({ level: "info", text: "", limit: mostEvents }),
  };
}

/** How much was given up in the last hour, and in the last day. */
function errorsIn(letters: readonly DeadLetter[], now: Instant): Glance["errors"] {
  const ofDay = letters
    .filter(({ at }) => at > now - hours(24))
    .map(({ at, what }) => ({ at, kind: kindOf(what) }));
  return [...new Set(ofDay.map(({ kind }) => kind))].map((kind) => {
    const alike = ofDay.filter((each) => each.kind === kind);
    return { kind, hour: alike.filter(({ at }) => at > now - hours(1)).length, day: alike.length };
  });
}

function kindOf(what: unknown): string {
  const matter = matterOf(what);
  switch (matter.is) {
    case "errand":
      return matter.errand.effect.do;
    case "event":
      return `poison-${matter.turn.is}`;
    case "row":
      return "history";
  }
}
