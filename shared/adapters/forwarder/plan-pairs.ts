import type { ForwarderConfig } from "#kernel/config";
import { type Chat, type Place, placeName } from "#domain/forwarder/chat";
import { closesLoop, type Edge } from "#domain/forwarder/loops";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { type Refusal, Unusable } from "#domain/forwarder/refusals/refusals";
import { allEdges } from "../database/forwarder/mappings.ts";
import { allowed } from "./allowed.ts";
import type { ChannelService } from "./channel-service.ts";

/** From one place to one other, as somebody has named them: a place that he was shown, or what he has written. */
export interface Pair {
  readonly source: Place | string;
  readonly target: Place | string;
  readonly settings: MappingSettings;
}

export type Planned<Wished extends Pair> = { readonly pair: Wished } & (
  | { readonly is: "new"; readonly edge: Edge }
  /** There is a mapping of these places already. */
  | { readonly is: "known"; readonly edge: Edge }
  | { readonly is: "refused"; readonly why: Refusal }
);

interface Options {
  readonly confirmLoop: boolean;
}

/** What can become of each pair; they are taken one after the other, as if those before it were made already. */
export async function planPairs<Wished extends Pair>(
  { DATABASE_URL }: ForwarderConfig,
  channels: ChannelService,
  pairs: readonly Wished[],
  { confirmLoop }: Options,
): Promise<readonly Planned<Wished>[]> {
  const edges = [...(await allEdges(DATABASE_URL))];
  const recognise = recognising(channels);
  const planned: Planned<Wished>[] = [];
  for (const pair of pairs) {
    try {
      const edge = { source: await sourceOf(pair, recognise), target: await targetOf(pair, recognise) };
      const isNew = !edges.some((other) => edgeName(other) === edgeName(edge));
      if (isNew) refuseCircle(edge, edges, confirmLoop);
      planned.push({ is: isNew ? "new" : "known", pair, edge });
      edges.push(edge);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      planned.push({ is: "refused", pair, why: error.refusal });
    }
  }
  return planned;
}

export const nameIn = (place: Place | string): string =>
  typeof place === "string" ? place : placeName(place);

export const edgeName = ({ source, target }: Edge): string => `${placeName(source)} → ${placeName(target)}`;

type Recognise = (named: Place | string) => ReturnType<ChannelService["recognise"]>;

/** Asks Telegram once about each place. */
function recognising(channels: ChannelService): Recognise {
  const known = new Map<string, ReturnType<Recognise>>();
  return (named) => {
    const name = nameIn(named);
    const answer = known.get(name) ?? channels.recognise(name);
    known.set(name, answer);
    return answer;
  };
}

async function sourceOf({ source, settings }: Pair, recognise: Recognise): Promise<Place> {
  const { chat, place } = await recognise(source);
  if (!chat.access.canRead) throw new Unusable("cannot-read", titled(chat));
  allowed(chat, settings);
  return place;
}

async function targetOf({ target }: Pair, recognise: Recognise): Promise<Place> {
  const { chat, place } = await recognise(target);
  if (!chat.access.canPost) throw new Unusable("cannot-post", titled(chat));
  return place;
}

const titled = ({ title }: Chat) => ({ title });

function refuseCircle(edge: Edge, edges: readonly Edge[], confirmLoop: boolean): void {
  if (placeName(edge.source) === placeName(edge.target)) throw new Unusable("same-place");
  if (!confirmLoop && closesLoop(edges, edge)) throw new Unusable("loop");
}
