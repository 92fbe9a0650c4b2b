import { seconds } from "#kernel/clock";
import { described } from "#kernel/log";
import type { Glance } from "#durable-objects/channel/glance";
import type { Listed } from "#durable-objects/directory/directory";
import { within } from "#adapters/within";
import { Source, type Watched } from "./source.ts";

export interface Channels {
  readonly seen: readonly Glance[];
  /** By name: those whose rooms did not answer. */
  readonly silent: readonly string[];
  /** How many more there are, which were not asked. */
  readonly unseen: number;
}

/** Of more than these only the newest are asked: each costs a request. */
const mostSeen = 100;

/** A request to each channel's room. */
export const channels = new Source("channels", seconds(2), lookAtChannels);

async function lookAtChannels(watched: Watched): Promise<Channels> {
  const listed = await watched.env.DIRECTORY.getByName("channels").list();
  const looks = await Promise.all(
    listed.slice(0, mostSeen).map(async (each) => ({ each, glance: await lookAt(each, watched) })),
  );
  return {
    seen: looks.flatMap(({ glance }) => glance ?? []),
    silent: looks.flatMap(({ each, glance }) => (glance ? [] : each.login || each.id)),
    unseen: listed.length - looks.length,
  };
}

/** One that hangs does not hide the others. */
async function lookAt({ id }: Listed, { env, log }: Watched): Promise<Glance | undefined> {
  try {
    // The cast: RPC's types lose what an answer is made of.
    return (await within(seconds(2), env.CHANNEL.getByName(id).glance() as Promise<unknown>)) as Glance;
  } catch (error) {
    log.warn("watch.channel", { channel: id, ...described(error) });
    return undefined;
  }
}
