import { useSignal } from "@preact/signals";
import type { Button, Keyboard, ShownMessage } from "../../../wire-telegram.ts";
import { press } from "../state/deeds.ts";
import { draft } from "../state/draft.ts";
import type { ChatEntry } from "../chat-entry.ts";
import { bot } from "../state/telegram.ts";
import { WebLink } from "./rich-text.tsx";

interface InlineKeyboardProps {
  readonly entry: ChatEntry;
  readonly message: ShownMessage;
  readonly keyboard: Keyboard;
}

/** The buttons under a message. */
export function InlineKeyboard({ entry, message, keyboard }: InlineKeyboardProps) {
  return (
    <div class="tg-keyboard">
      {keyboard.inline_keyboard.map((row, place) => (
        <div key={place} class="tg-keyboard-row">
          {row.map((button) => (
            <KeyboardButton key={button.text} entry={entry} message={message} button={button} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface KeyboardButtonProps {
  readonly entry: ChatEntry;
  readonly message: ShownMessage;
  readonly button: Button;
}

function KeyboardButton({ entry, message, button }: KeyboardButtonProps) {
  /** From the press until the bot has heard of it. */
  const isPressed = useSignal(false);
  const { url } = button;
  if (typeof url === "string") {
    return (
      <WebLink class="tg-button" url={url}>
        {button.text}
      </WebLink>
    );
  }
  const onClick = async () => {
    const query = inlineQueryOf(button);
    if (query !== undefined) {
      draft.value = `@${bot.value?.username ?? ""} ${query}`;
      return;
    }
    isPressed.value = true;
    await press(entry, message, button);
    isPressed.value = false;
  };
  return (
    <button
      type="button"
      class="tg-button"
      aria-busy={isPressed.value}
      disabled={entry.name === "store" || entry.name === "room"}
      onClick={() => void onClick()}
    >
      {button.text}
    </button>
  );
}

/** What a button wants written after the bot's name, where it is of that kind. */
function inlineQueryOf(button: Button): string | undefined {
  const query = button["switch_inline_query_current_chat"] ?? button["switch_inline_query"];
  return typeof query === "string" ? query : undefined;
}
