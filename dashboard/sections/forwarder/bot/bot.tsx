import { Chats } from "./chats.tsx";
import { Unread } from "./unread.tsx";
import { Webhook } from "./webhook.tsx";

/** The bot: where it is, what it may do there, and how it hears of posts. */
export function Bot() {
  return (
    <>
      <Chats />
      <Webhook />
      <Unread />
    </>
  );
}
