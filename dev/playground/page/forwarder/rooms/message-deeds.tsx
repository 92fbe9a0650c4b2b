import type { ShownMessage } from "../../../wire-telegram.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { answer, startEditing } from "../state/draft.ts";
import { deletePost, turnPin } from "../state/posting.ts";
import type { Room } from "../state/rooms.ts";

interface Deed {
  readonly icon: IconName;
  readonly label: string;
  readonly act: () => unknown;
}

/** What can be done with a message of the source. A message that was passed on is changed by nobody. */
export function MessageDeeds({ room, message }: { readonly room: Room; readonly message: ShownMessage }) {
  const t = texts.value.forwarder;
  if (room.chat.migratedTo !== undefined) return null;
  const words = message.text ?? message.caption;
  const canEdit = words !== undefined && message["forward_origin"] === undefined;
  const deeds: readonly Deed[] = [
    { icon: "reply", label: t.deeds.reply, act: () => answer(message) },
    ...(canEdit ? [{ icon: "pencil", label: t.deeds.edit, act: () => startEditing(message) } as const] : []),
    { icon: "pin", label: message.isPinned ? t.deeds.unpin : t.deeds.pin, act: () => turnPin(message) },
    { icon: "trash", label: t.deeds.delete, act: () => deletePost(message) },
  ];
  return (
    <span class="tg-deeds">
      {deeds.map(({ icon, label, act }) => (
        <button
          key={icon}
          type="button"
          class="tg-reply"
          aria-label={label}
          title={label}
          onClick={() => void act()}
        >
          <Icon name={icon} />
        </button>
      ))}
    </span>
  );
}
