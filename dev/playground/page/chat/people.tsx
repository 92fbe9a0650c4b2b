import type { Chatter } from "../../../emulators/twitch/entities.ts";
import { Badges } from "../parts/badges.tsx";
import { Name } from "../parts/name.tsx";
import { TimeoutClock } from "../parts/timeout-clock.tsx";
import { actor, playAs } from "../state/actor.ts";
import { chatters, isBroadcaster, isOurBot, timeoutOf } from "../state/channel.ts";
import { texts } from "../state/language.ts";

const groups = ["broadcaster", "moderator", "vip", "viewer", "bot"] as const;

function groupOf({ id, roles }: Chatter): (typeof groups)[number] {
  if (isBroadcaster(id)) return "broadcaster";
  if (isOurBot(id) || roles.includes("bot")) return "bot";
  if (roles.includes("moderator")) return "moderator";
  return roles.includes("vip") ? "vip" : "viewer";
}

/** Who is in chat, by what they are; a click plays as them. */
export function People() {
  const grouped = Map.groupBy(chatters.value, groupOf);
  return (
    <div class="people">
      {groups.map((group) => {
        const members = grouped.get(group) ?? [];
        if (members.length === 0) return null;
        return (
          <section key={group}>
            <h3>{texts.value.groups[group]}</h3>
            <ul>
              {members.map((chatter) => (
                <Person key={chatter.id} chatter={chatter} isPlayable={group !== "bot"} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Person({ chatter, isPlayable }: { readonly chatter: Chatter; readonly isPlayable: boolean }) {
  const ban = timeoutOf.value.get(chatter.id);
  return (
    <li>
      <button
        type="button"
        class="person"
        aria-pressed={chatter.id === actor.value?.id}
        disabled={!isPlayable}
        onClick={() => playAs(chatter)}
      >
        <Badges user={chatter} />
        <Name user={chatter} />
        {ban && <TimeoutClock endsAt={ban.endsAt} />}
      </button>
    </li>
  );
}
