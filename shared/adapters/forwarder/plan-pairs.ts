import type { ForwarderConfig } from "#kernel/config";
import { type Chat, type Place, placeName } from "#domain/forwarder/chat";
import { closesLoop, type Edge } from "#domain/forwarder/loops";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { type Refusal, Unusable } from "#domain/forwarder/refusals/refusals";
import { allEdges } from "../database/forwarder/mappings.ts";
import { allowed } from "./allowed.ts";
import type { ChannelService } from "./channel-service.ts";

export type PlannedPair = Edge;

interface Wish {
  readonly sources: readonly (Place | string)[];
  readonly targets: readonly (Place | string)[];
  readonly settings: MappingSettings;
  readonly confirmLoop?: boolean;
}

interface Plan {
  readonly pairs: readonly PlannedPair[];
  readonly skipped: readonly { readonly source: string; readonly target: string; readonly why: Refusal }[];
}

/** A place as somebody named it, and whether it can be used for what he wants. */
type End =
  | { readonly name: string; readonly place: Place }
  | { readonly name: string; readonly refusal: Refusal };

/** Every source with every target, as far as that can be. */
export async function planPairs(
  { DATABASE_URL }: ForwarderConfig,
  channels: ChannelService,
  wish: Wish,
): Promise<Plan> {
  const sources = await endsOf(channels, wish.sources, (chat) => {
    if (!chat.access.canRead) throw new Unusable("cannot-read", { title: chat.title });
    allowed(chat, wish.settings);
  });
  const targets = await endsOf(channels, wish.targets, (chat) => {
    if (!chat.access.canPost) throw new Unusable("cannot-post", { title: chat.title });
  });
  const edges = [...(await allEdges(DATABASE_URL))];
  const pairs: PlannedPair[] = [];
  const skipped: Plan["skipped"][number][] = [];
  for (const source of sources)
    for (const target of targets) {
      const pair = pairOf(source, target, edges, wish.confirmLoop ?? false);
      if ("code" in pair) skipped.push({ source: source.name, target: target.name, why: pair });
      else {
        edges.push(pair);
        pairs.push(pair);
      }
    }
  return { pairs, skipped };
}

async function endsOf(
  channels: ChannelService,
  wanted: readonly (Place | string)[],
  fits: (chat: Chat) => void,
): Promise<readonly End[]> {
  const ends: End[] = [];
  for (const each of wanted) {
    const name = typeof each === "string" ? each : placeName(each);
    try {
      const { chat, place } = await channels.recognise(name);
      fits(chat);
      ends.push({ name, place });
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      ends.push({ name, refusal: error.refusal });
    }
  }
  return ends;
}

function pairOf(
  source: End,
  target: End,
  edges: readonly Edge[],
  isLoopConfirmed: boolean,
): PlannedPair | Refusal {
  if ("refusal" in source) return source.refusal;
  if ("refusal" in target) return target.refusal;
  const pair = { source: source.place, target: target.place };
  const name = nameOf(pair);
  if (placeName(pair.source) === placeName(pair.target)) return { code: "same-place" };
  if (edges.some((edge) => nameOf(edge) === name)) return { code: "exists" };
  return !isLoopConfirmed && closesLoop(edges, pair) ? { code: "loop" } : pair;
}

const nameOf = ({ source, target }: Edge): string => `${placeName(source)} → ${placeName(target)}`;
