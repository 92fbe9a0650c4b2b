import { useSignal } from "@preact/signals";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { Messages } from "../../telegram/chat/messages.tsx";
import { summaryOf } from "../../telegram/chat/names.ts";
import type { End } from "../end.ts";
import { posted } from "../state/posting.ts";
import { entryOf, opened, type Room } from "../state/rooms.ts";
import { JourneyLine } from "./journey-line.tsx";
import { MessageDeeds } from "./message-deeds.tsx";
import { NewChat } from "./new-chat.tsx";
import { Nothing } from "./nothing.tsx";
import { RoomComposer } from "./room-composer.tsx";
import { RoomHead } from "./room-head.tsx";

/** One of the two chats that lie open: in the source one posts, in the target one sees it arrive. */
export function RoomView({ end }: { readonly end: End }) {
  const isOpening = useSignal(false);
  const room = opened.value[end];
  const t = texts.value.forwarder;
  return (
    <section class={`card tg-chat fw-room fw-${end}`} aria-label={t.room(t.views[end], room?.title ?? "")}>
      <RoomHead end={end} room={room} isOpening={isOpening} />
      {isOpening.value && <NewChat end={end} isOpening={isOpening} />}
      {room && <Pinned room={room} />}
      {room ? <Shown key={room.name} end={end} room={room} /> : <Nothing end={end} isFramed />}
      {room && (end === "source" ? <RoomComposer room={room} /> : <JourneyLine />)}
    </section>
  );
}

function Shown({ end, room }: { readonly end: End; readonly room: Room }) {
  const empty = <Nothing end={end} />;
  return end === "source" ? (
    <Messages
      entry={entryOf(room)}
      empty={empty}
      written={posted.value}
      deeds={(message) => <MessageDeeds room={room} message={message} />}
    />
  ) : (
    <Messages entry={entryOf(room)} empty={empty} deeds={() => null} />
  );
}

/** What is pinned, as Telegram shows it above the messages. */
function Pinned({ room: { chat } }: { readonly room: Room }) {
  const pinned = chat.messages.findLast(({ isPinned, isDeleted }) => isPinned && !isDeleted);
  if (!pinned) return null;
  return (
    <p class="fw-pinned">
      <Icon name="pin" />
      <b>{texts.value.forwarder.pinned}</b> <span>{summaryOf(pinned)}</span>
    </p>
  );
}
