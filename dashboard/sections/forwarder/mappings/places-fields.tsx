import { useState } from "preact/hooks";
import { useAnswer } from "../../../api/use.ts";
import { AreaField } from "../../../parts/field.tsx";
import { Search } from "../../../parts/search.tsx";
import { Told } from "../../../parts/told.tsx";
import { type Chat, forwarder } from "../routes.ts";
import type { Places } from "./places.ts";
import { say } from "./words.ts";

interface PlacesFieldsProps {
  readonly side: "sources" | "targets";
  readonly places: Places;
  readonly onEdit: (places: Places) => void;
}

/** Chats that the bot knows, to tick, and a field for those that it does not know yet. */
export function PlacesFields({ side, places, onEdit }: PlacesFieldsProps) {
  const [search, setSearch] = useState("");
  const answer = useAnswer(forwarder.chats, { query: { limit: 100, ...(search && { search }) } });
  const mayBe = (chat: Chat) =>
    chat.type !== "private" && (side === "sources" ? chat.access.canRead : chat.access.canPost);
  return (
    <fieldset class="mappings-places">
      <legend>{say(`mappings-${side}`)}</legend>
      <Told answer={answer}>
        {({ items, total }) => (
          <>
            {(total > 8 || search !== "") && (
              <Search label={say("mappings-search-chats")} value={search} onSearch={setSearch} />
            )}
            <Known chats={items.filter(mayBe)} places={places} onEdit={onEdit} />
          </>
        )}
      </Told>
      <AreaField
        label={say("mappings-others")}
        hint={say("mappings-others-hint")}
        rows={2}
        value={places.others}
        onChange={(others) => onEdit({ ...places, others })}
      />
    </fieldset>
  );
}

interface KnownProps extends Omit<PlacesFieldsProps, "side"> {
  readonly chats: readonly Chat[];
}

function Known({ chats, places, onEdit }: KnownProps) {
  const { known } = places;
  const tick = (id: string, isTicked: boolean) =>
    onEdit({ ...places, known: isTicked ? [...known, id] : known.filter((each) => each !== id) });
  if (chats.length === 0) return <p class="hint">{say("mappings-no-chats")}</p>;
  return (
    <div class="mappings-known">
      {chats.map(({ id, title, username }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={known.includes(id)}
            onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
          />
          <span>
            {title} {username && <span class="hint">@{username}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
