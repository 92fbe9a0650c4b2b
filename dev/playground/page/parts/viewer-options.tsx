import { useEffect, useRef } from "preact/hooks";
import type { Chatter } from "../../../emulators/twitch/entities.ts";
import { isBroadcaster, timeoutOf } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { Badges } from "./badges.tsx";
import { Name } from "./name.tsx";
import { TimeoutClock } from "./timeout-clock.tsx";

interface ViewerOptionsProps {
  readonly id: string;
  readonly found: readonly Chatter[];
  readonly chosen: Chatter | undefined;
  readonly marked: Chatter | undefined;
  readonly onChoose: (chatter: Chatter) => void;
}

/** The list under a viewer picker. */
export function ViewerOptions({ id, found, chosen, marked, onChoose }: ViewerOptionsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-marked="true"]')?.scrollIntoView({ block: "nearest" });
  }, [marked?.id]);

  return (
    <ul class="picker-list" id={`${id}-list`} role="listbox" aria-label={texts.value.findViewer} ref={list}>
      {found.map((chatter) => (
        <li
          key={chatter.id}
          id={`${id}-${chatter.id}`}
          class="picker-option"
          role="option"
          aria-selected={chatter.id === chosen?.id}
          data-marked={chatter.id === marked?.id}
          // The field would lose its focus, and the list with it, before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(chatter)}
        >
          <Badges user={chatter} />
          <Name user={chatter} />
          <span class="picker-role">{roleText(chatter)}</span>
          <TimeoutOf id={chatter.id} />
        </li>
      ))}
      {found.length === 0 && <li class="picker-nobody">{texts.value.nobodyFound}</li>}
    </ul>
  );
}

/** What sets somebody apart for the bot; a subscriber is a viewer like any other. */
function roleText({ id, roles }: Chatter): string | undefined {
  const { badges } = texts.value;
  if (isBroadcaster(id)) return badges.broadcaster;
  if (roles.includes("moderator")) return badges.moderator;
  return roles.includes("vip") ? badges.vip : undefined;
}

function TimeoutOf({ id }: { readonly id: string }) {
  const ban = timeoutOf.value.get(id);
  return ban ? <TimeoutClock endsAt={ban.endsAt} /> : null;
}
