import type { Ban } from "../../../emulators/twitch/entities.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { Name } from "../parts/name.tsx";
import { TimeoutClock } from "../parts/timeout-clock.tsx";
import { timeouts } from "../state/channel.ts";
import { lift, liftAll } from "../state/deeds.ts";
import { texts } from "../state/language.ts";

/** Who sits out, and for how long yet; the latest first. */
export function Timeouts() {
  const t = texts.value;
  const all = timeouts.value;
  const aside = all.length > 0 && (
    <>
      <span class="counts">{all.length}</span>
      <button type="button" class="button button-quiet" onClick={() => void liftAll()}>
        {t.liftAll}
      </button>
    </>
  );
  return (
    <Card name="timeouts" title={t.timeouts} aside={aside}>
      {all.length === 0 && <Empty icon="clock" text={t.timeoutsEmpty} />}
      <ul class="rows">
        {all.toReversed().map((ban) => (
          <TimeoutRow key={ban.user.id} ban={ban} />
        ))}
      </ul>
    </Card>
  );
}

function TimeoutRow({ ban: { user, moderator, reason, endsAt } }: { readonly ban: Ban }) {
  const t = texts.value;
  return (
    <li class="row">
      <TimeoutClock endsAt={endsAt} />
      <span class="row-words">
        <Name user={user} />
        <span class="row-more">{reason || t.timedOutBy(moderator.name)}</span>
      </span>
      <button
        type="button"
        class="button button-small"
        aria-label={t.liftOf(user.name)}
        onClick={() => void lift(user)}
      >
        {t.lift}
      </button>
    </li>
  );
}
