import { BadInput, Conflict, Missing, SilenceError, TaproomError } from "#kernel/errors";
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

/** What a room was asked for. Throws what kept it from doing so. The cast: RPC's types lose what an answer is made of. */
export function given<T>(answer: unknown): T {
  const asked = answer as Asked<T>;
  if (asked.ok) return asked.value;
  throw errorFor(asked.because, asked.why);
}

function errorFor(because: Because, why: string): TaproomError {
  switch (because) {
    case "bad-input":
      return new BadInput(why);
    case "missing":
      return new Missing(why);
    case "conflict":
      return new Conflict(why);
    case "upstream":
      return new SaidNo(why);
    case "silence":
      return new SilenceError("twitch", why);
  }
}
