import { BadInput, Conflict, Missing, type Reason, TaproomError } from "#kernel/errors";
import type { Asked, Because } from "#durable-objects/asked";
import type { ChannelDO } from "#durable-objects/channel/channel";
import type { Desk } from "../serve.ts";

export interface Tools extends Desk {
  readonly room: (channel: string) => DurableObjectStub<ChannelDO>;
}

export const toolsOf = (desk: Desk): Tools => ({
  ...desk,
  room: (channel) => desk.env.CHANNEL.getByName(channel),
});

/** Somebody outside was asked, and said no. */
class SaidNo extends TaproomError<"upstream"> {
  readonly code = "upstream";
  readonly retry = false;
}

/** Somebody outside was asked, and gave no answer that one could go by. */
class NoAnswer extends TaproomError<"silence"> {
  readonly code = "silence";
  readonly retry = true;
}

const ofTwitch = (code: string) => ({ reason: { code, args: { service: "twitch" } } });

/** What a room was asked for. Throws what kept it from doing so. The cast: RPC's types lose what an answer is made of. */
export function given<T>(answer: unknown): T {
  const asked = answer as Asked<T>;
  if (asked.ok) return asked.value;
  throw errorFor(asked.because, asked.why, asked.code === undefined ? {} : { reason: { code: asked.code } });
}

function errorFor(because: Because, why: string, named: { readonly reason?: Reason }): TaproomError {
  switch (because) {
    case "bad-input":
      return new BadInput(why, named);
    case "missing":
      return new Missing(why, named);
    case "conflict":
      return new Conflict(why, named);
    case "upstream":
      return new SaidNo(why, { ...ofTwitch("upstream"), ...named });
    case "silence":
      return new NoAnswer(why, { ...ofTwitch("silence"), ...named });
  }
}
