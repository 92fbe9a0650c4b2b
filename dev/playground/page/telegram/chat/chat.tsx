import type { ComponentChildren } from "preact";
import { texts } from "../../state/language.ts";
import { Avatar } from "../people/avatar.tsx";
import { lookOf } from "../people/entry-look.ts";
import { openChat } from "../state/me.ts";
import { Composer } from "./composer.tsx";
import { LinkPalette } from "./link-palette.tsx";
import { Messages } from "./messages.tsx";

interface TelegramChatProps {
  /** What can be sent at one click. */
  readonly palette?: ComponentChildren;
  /** What stands where nothing was said yet. */
  readonly empty?: ComponentChildren;
}

/** The chat that lies open, as Telegram shows it. */
export function TelegramChat({ palette = <LinkPalette />, empty }: TelegramChatProps) {
  const entry = openChat.value;
  if (!entry) return null;
  const look = lookOf(entry);
  return (
    <section class="card tg-chat" aria-label={texts.value.telegram.chatWith(look.title)}>
      <header class="tg-head">
        <Avatar id={look.id} name={look.title} {...(entry.name === "bot" && { kind: "bot" as const })} />
        <div>
          <h2>{look.title}</h2>
          <p class="hint">{look.about}</p>
        </div>
      </header>
      <Messages key={entry.key} entry={entry} empty={empty} />
      {entry.name === "store" ? (
        <p class="tg-silent">{texts.value.telegram.readOnly}</p>
      ) : (
        <Composer>{palette}</Composer>
      )}
    </section>
  );
}
