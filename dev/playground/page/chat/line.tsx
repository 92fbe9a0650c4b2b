import type { ChatLine } from "../../../emulators/twitch/entities.ts";
import { Badges } from "../parts/badges.tsx";
import { Name } from "../parts/name.tsx";
import { TimeoutClock } from "../parts/timeout-clock.tsx";
import { isOurBot, timeoutOf } from "../state/channel.ts";
import { timeOfDay } from "../state/clock.ts";
import { Words } from "./words.tsx";

/** One line of chat. What somebody said before they were timed out is struck while they sit out. */
export function Line({ line }: { readonly line: ChatLine }) {
  const ban = timeoutOf.value.get(line.user.id);
  const isStruck = ban !== undefined && line.at <= ban.createdAt;
  const kind = isOurBot(line.user.id) ? "line line-ours" : "line";
  return (
    <div class={isStruck ? `${kind} line-struck` : kind} title={timeOfDay(line.at)}>
      <Badges user={line.user} />
      <Name user={line.user} />
      <span class="colon">: </span>
      <Words text={line.text} />
      {isStruck && <TimeoutClock endsAt={ban.endsAt} />}
    </div>
  );
}
