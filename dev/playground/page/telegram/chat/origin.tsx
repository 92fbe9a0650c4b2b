import type { Chat, Message, ShownMessage, TelegramUser } from "../../../wire-telegram.ts";
import { texts } from "../../state/language.ts";

/** Where a message was first, or through whom it came, where that is not its author. */
export function Origin({ message }: { readonly message: ShownMessage }) {
  const t = texts.value.telegram;
  const { via_bot: via } = message;
  const from = originOf(message);
  return (
    <>
      {from !== undefined && (
        <span class="tg-via tg-origin">
          {t.forwardedFrom} <b>{from}</b>
        </span>
      )}
      {via && (
        <span class="tg-via">
          {t.via} @{via.username}
        </span>
      )}
    </>
  );
}

/** A MessageOrigin: https://core.telegram.org/bots/api#messageorigin */
interface MessageOrigin {
  readonly chat?: Chat;
  readonly sender_chat?: Chat;
  readonly sender_user?: TelegramUser;
  readonly sender_user_name?: string;
}

function originOf(message: Message): string | undefined {
  // The cast: a member of that name is such an origin.
  const origin = message["forward_origin"] as MessageOrigin | undefined;
  if (!origin) return undefined;
  const { chat = origin.sender_chat, sender_user: user, sender_user_name: name } = origin;
  return chat?.title ?? user?.first_name ?? name ?? "?";
}
