import { useEffect, useRef } from "preact/hooks";
import type { Chatter } from "../../../emulators/twitch/entities.ts";
import { actor } from "../state/actor.ts";
import { timeoutOf } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { Badges } from "./badges.tsx";
import { Name } from "./name.tsx";
import { TimeoutClock } from "./timeout-clock.tsx";

interface ViewerOptionsProps {
  readonly id: string;
  readonly found: readonly Chatter[];
  readonly marked: Chatter | undefined;
  readonly onChoose: (chatter: Chatter) => void;
}

/** The list under a viewer picker. */
export function ViewerOptions({ id, found, marked, onChoose }: ViewerOptionsProps) {
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
          aria-selected={chatter.id === actor.value?.id}
          data-marked={chatter.id === marked?.id}
          // The field would lose its focus, and the list with it, before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(chatter)}
        >
          <Badges user={chatter} />
          <Name user={chatter} />
          <TimeoutOf id={chatter.id} />
        </li>
      ))}
      {found.length === 0 && <li class="picker-nobody">{texts.value.nobodyFound}</li>}
    </ul>
  );
}

function TimeoutOf({ id }: { readonly id: string }) {
  const ban = timeoutOf.value.get(id);
  return ban ? <TimeoutClock endsAt={ban.endsAt} /> : null;
}
