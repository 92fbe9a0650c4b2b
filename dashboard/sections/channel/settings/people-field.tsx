import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { type Chatter, useMet } from "../../../chatters/met.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Chip, Chips } from "../../../parts/chips.tsx";
import { say } from "../words.ts";
import { MorePeople, reasonOf } from "./more-people.tsx";

interface PeopleFieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly wrong?: string | undefined;
  readonly ids: readonly string[];
  readonly onType: (ids: readonly string[]) => void;
}

/** People at Twitch: named as one knows them, kept by their ids. */
export function PeopleField({ label, hint, wrong, ids, onType }: PeopleFieldProps) {
  const { met, error } = useMet(ids);
  // Some may be taken away while Twitch is asked about others.
  const latest = useRef(ids);
  latest.current = ids;
  return (
    <fieldset class="channel-set">
      <legend>{label}</legend>
      {ids.length > 0 && (
        <Chips>
          {ids.map((id) => (
            <Somebody
              key={id}
              id={id}
              chatter={met.get(id)}
              onRemove={() => onType(ids.filter((each) => each !== id))}
            />
          ))}
        </Chips>
      )}
      {error && <p class="hint">{say("channel-people-nameless", { why: reasonOf(error) })}</p>}
      <MorePeople onAdd={(more) => onType([...new Set([...latest.current, ...more])])} />
      {wrong !== undefined && <p class="field-wrong">{wrong}</p>}
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}

interface SomebodyProps {
  readonly id: string;
  /** Null: Twitch knows nobody; undefined: it has not been asked yet, or has not answered. */
  readonly chatter: Chatter | null | undefined;
  readonly onRemove: () => void;
}

function Somebody({ id, chatter, onRemove }: SomebodyProps) {
  const name = chatter?.name ?? id;
  const also = chatter && chatter.login !== name.toLowerCase() ? `${chatter.login} · ` : "";
  return (
    <Chip removal={say("channel-people-remove", { name })} onRemove={onRemove}>
      {chatter && <strong>{name}</strong>}
      <span class="hint">
        {also}id {id}
      </span>
      {chatter === null && <Badge tone="warning">{say("channel-people-gone")}</Badge>}
    </Chip>
  );
}
