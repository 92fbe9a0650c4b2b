import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { Avatar } from "../../telegram/people/avatar.tsx";
import type { End } from "../end.ts";
import { migrate } from "../state/posting.ts";
import { choose, type Room, rooms, swap } from "../state/rooms.ts";

interface RoomHeadProps {
  readonly end: End;
  readonly room: Room | undefined;
  readonly isOpening: Signal<boolean>;
}

/** Which chat it is, another one in its place, and what can be done with it. */
export function RoomHead({ end, room, isOpening }: RoomHeadProps) {
  const t = texts.value.forwarder;
  return (
    <header class="tg-head fw-head">
      <Avatar id={room?.chat.id ?? 0} name={room?.title ?? "?"} />
      <div class="fw-title">
        <h2>{t.views[end]}</h2>
        <RoomChoice end={end} room={room} />
      </div>
      {room && <About room={room} />}
      {end === "target" && rooms.value.length > 1 && (
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={t.swap}
          title={t.swap}
          onClick={swap}
        >
          <Icon name="swap" />
        </button>
      )}
      <button
        type="button"
        class="button button-icon"
        aria-label={t.newChat}
        title={t.newChat}
        aria-expanded={isOpening.value}
        onClick={() => {
          isOpening.value = !isOpening.value;
        }}
      >
        <Icon name={isOpening.value ? "close" : "plus"} />
      </button>
    </header>
  );
}

function RoomChoice({ end, room }: Omit<RoomHeadProps, "isOpening">) {
  const id = useId();
  const t = texts.value.forwarder;
  if (!room) return <p class="hint">{t.noChat}</p>;
  return (
    <>
      <label class="unseen-label" for={id}>
        {t.choose(t.views[end])}
      </label>
      <select
        id={id}
        class="fw-choice"
        value={room.name}
        onChange={({ currentTarget }) => choose(end, currentTarget.value)}
      >
        {rooms.value.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </>
  );
}

/** What is special about a chat; a plain group can move. */
function About({ room }: { readonly room: Room }) {
  const t = texts.value.forwarder;
  const { chat } = room;
  return (
    <>
      {chat.isProtected && (
        <span class="chip chip-unfulfilled" title={t.protectedHint}>
          {t.protected}
        </span>
      )}
      {chat.type === "group" && (
        <button
          type="button"
          class="button button-small"
          title={t.migrateHint}
          onClick={() => void migrate(room)}
        >
          {t.migrate}
        </button>
      )}
    </>
  );
}
