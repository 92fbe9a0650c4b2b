import { useState } from "preact/hooks";
import { useAnswer } from "../../../api/use.ts";
import { AreaField } from "../../../parts/field.tsx";
import { Search } from "../../../parts/search.tsx";
import { Told } from "../../../parts/told.tsx";
import { type Chat, forwarder } from "../routes.ts";
import type { Places } from "./places.ts";
import { Ticks } from "./ticks.tsx";
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
  if (chats.length === 0) return <p class="hint">{say("mappings-no-chats")}</p>;
  return (
    <Ticks
      options={chats.map(({ id, title, username }) => ({
        id,
        name: title,
        hint: username && `@${username}`,
      }))}
      chosen={places.known}
      onChoose={(known) => onEdit({ ...places, known })}
    />
  );
}
