/** How late a keg was with what it had to say, by the transcript of the played Twitch. */

/** A call of Helix; `at` is when it arrived, in milliseconds. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly at: number;
}

/** A moment of the countdown. */
export interface Moment {
  /** In sixtieths of the fuse. */
  readonly sixtieth: number;
  /** In milliseconds, at most; undefined: nothing was said until the next moment came. */
  readonly late: number | undefined;
}

/** When a keg speaks whose boars come, and are too few; the last is the burst. */
const sixtieths = [2, 20, 40, 50, 59, 60] as const;

/**
 * The fuse is lit when the room has heard who is in chat, and that is known only as: after the question arrived.
 * So each moment was no later than this says.
 */
export function lateness(calls: readonly Call[], fuseSeconds: number): Moment[] {
  const lines = calls.filter(isLine).map(({ at }) => at);
  const lit = calls.findLast((call) => isLookAround(call) && call.at <= (lines[0] ?? 0))?.at;
  if (lit === undefined) return sixtieths.map((sixtieth) => ({ sixtieth, late: undefined }));

  const due = (sixtieth: number) => lit + (fuseSeconds * 1_000 * sixtieth) / 60;
  return sixtieths.map((sixtieth, place) => {
    const nextDue = due(sixtieths[place + 1] ?? Number.POSITIVE_INFINITY);
    const said = lines.find((at) => at >= due(sixtieth) && at < nextDue);
    return { sixtieth, late: said === undefined ? undefined : said - due(sixtieth) };
  });
}

const isLine = ({ method, path }: Call) => method === "POST" && path === "/helix/chat/messages";

const isLookAround = ({ method, path }: Call) =>
  method === "GET" && ["/helix/chat/chatters", "/helix/moderation/moderators"].includes(path);
