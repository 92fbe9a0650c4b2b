import { useSignal } from "@preact/signals";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { Messages } from "../../telegram/chat/messages.tsx";
import { summaryOf } from "../../telegram/chat/names.ts";
import { posted } from "../state/posting.ts";
import { entryOf, opened, type Room, type Side } from "../state/rooms.ts";
import { JourneyLine } from "./journey-line.tsx";
import { MessageDeeds } from "./message-deeds.tsx";
import { NewChat } from "./new-chat.tsx";
import { Nothing } from "./nothing.tsx";
import { RoomComposer } from "./room-composer.tsx";
import { RoomHead } from "./room-head.tsx";

/** One of the two chats that lie open: in the source one posts, in the target one sees it arrive. */
export function RoomView({ side }: { readonly side: Side }) {
  const isOpening = useSignal(false);
  const room = opened.value[side];
  const t = texts.value.forwarder;
  return (
    <section class={`card tg-chat fw-room fw-${side}`} aria-label={t.room(t.views[side], room?.title ?? "")}>
      <RoomHead side={side} room={room} isOpening={isOpening} />
      {isOpening.value && <NewChat side={side} isOpening={isOpening} />}
      {room && <Pinned room={room} />}
      {room ? <Shown key={room.name} side={side} room={room} /> : <Nothing side={side} isFramed />}
      {room && (side === "source" ? <RoomComposer room={room} /> : <JourneyLine />)}
    </section>
  );
}

function Shown({ side, room }: { readonly side: Side; readonly room: Room }) {
  const empty = <Nothing side={side} />;
  return side === "source" ? (
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
