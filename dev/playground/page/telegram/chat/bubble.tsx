import type { ShownMessage } from "../../../wire-telegram.ts";
import { Icon } from "../../parts/icon.tsx";
import { minuteOfDay } from "../../state/clock.ts";
import { texts } from "../../state/language.ts";
import { Avatar, hueOf } from "../people/avatar.tsx";
import { replyTo } from "../state/draft.ts";
import { type ChatEntry, isMe } from "../state/me.ts";
import { anchorOf, type Bubble, wordsOf } from "./bubbles.ts";
import { InlineKeyboard } from "./keyboard.tsx";
import { Album, Media, MediaFacts } from "./media.tsx";
import { nameOf } from "./names.ts";
import { Quote } from "./quote.tsx";
import { RichText } from "./rich-text.tsx";

interface BubbleProps {
  readonly entry: ChatEntry;
  readonly bubble: Bubble;
}

/** One message, or one album, with all that belongs to it. */
export function BubbleView({ entry, bubble }: BubbleProps) {
  const { messages, author, isFirst, isLast } = bubble;
  const [first] = messages;
  const isOurs = isMe(first.from);
  const isGroup = entry.name === "group";
  return (
    <div
      class="tg-row"
      data-ours={isOurs}
      data-last={isLast}
      id={anchorOf(first)}
      data-kind={first.files[0]?.kind ?? "text"}
    >
      {isGroup && !isOurs && (
        <span class="tg-row-avatar">
          {isLast && (
            <Avatar id={author} name={nameOf(first)} {...(first.from?.is_bot && { kind: "bot" as const })} />
          )}
        </span>
      )}
      <div class="tg-stack">
        <article class="tg-bubble" aria-label={nameOf(first)}>
          {isGroup && !isOurs && isFirst && (
            <b class="tg-author" data-hue={hueOf(author)}>
              {nameOf(first)}
            </b>
          )}
          <Origin message={first} />
          {first.reply_to_message && <Quote message={first.reply_to_message} />}
          {messages.length > 1 ? <Album messages={messages} /> : <Media message={first} />}
          <Words bubble={bubble} />
        </article>
        {first.reply_markup && <InlineKeyboard entry={entry} message={first} keyboard={first.reply_markup} />}
      </div>
      {entry.name !== "store" && <ReplyButton message={first} />}
    </div>
  );
}

/** Who brought it here, where that is not the author. */
function Origin({ message }: { readonly message: ShownMessage }) {
  const { via_bot: via } = message;
  return via ? (
    <span class="tg-via">
      {texts.value.telegram.via} @{via.username}
    </span>
  ) : null;
}

function Words({ bubble: { messages } }: Pick<BubbleProps, "bubble">) {
  const [first] = messages;
  const { text, entities } = wordsOf(messages);
  const t = texts.value.telegram;
  return (
    <p class="tg-words">
      {text !== undefined && <RichText text={text} entities={entities} />}
      <span class="tg-meta">
        {messages.length === 1 && <MediaFacts message={first} />}
        {first.edit_date !== undefined && <span>{t.edited}</span>}
        <time>{minuteOfDay(first.date * 1_000)}</time>
        {isMe(first.from) && <Icon name="seen" />}
      </span>
    </p>
  );
}

function ReplyButton({ message }: { readonly message: ShownMessage }) {
  const label = texts.value.telegram.reply(nameOf(message));
  return (
    <button
      type="button"
      class="tg-reply"
      aria-label={label}
      title={label}
      onClick={() => {
        replyTo.value = message;
      }}
    >
      <Icon name="reply" />
    </button>
  );
}

/** What is left of a deleted message: Telegram shows nothing, but here one may want to know. */
export function Trace({ bubble: { messages } }: Pick<BubbleProps, "bubble">) {
  const [first] = messages;
  const { text = texts.value.telegram.noWords } = wordsOf(messages);
  return (
    <p class="tg-trace" title={`${nameOf(first)}: ${text}`}>
      <Icon name="trash" />
      <span class="unseen-label">{texts.value.telegram.deleted}</span>
      <s>{text}</s>
    </p>
  );
}
