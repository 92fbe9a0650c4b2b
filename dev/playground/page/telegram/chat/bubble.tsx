import type { ComponentChildren } from "preact";
import type { ShownMessage } from "../../../wire-telegram.ts";
import { Icon } from "../../parts/icon.tsx";
import { minuteOfDay } from "../../state/clock.ts";
import { texts } from "../../state/language.ts";
import { Avatar, hueOf } from "../people/avatar.tsx";
import { replyTo } from "../state/draft.ts";
import type { ChatEntry } from "../chat-entry.ts";
import { isMe } from "../state/me.ts";
import { chatWithKey } from "../state/telegram.ts";
import { anchorOf, type Bubble, wordsOf } from "./bubbles.ts";
import { InlineKeyboard } from "./keyboard.tsx";
import { Album, Media, MediaFacts } from "./media.tsx";
import { nameOf } from "./names.ts";
import { Origin } from "./origin.tsx";
import { Quote } from "./quote.tsx";
import { RichText } from "./rich-text.tsx";

interface BubbleProps {
  readonly entry: ChatEntry;
  readonly bubble: Bubble;
  /** What can be done with a message, in place of replying to it. */
  readonly deeds?: ((message: ShownMessage) => ComponentChildren) | undefined;
}

/** One message, or one album, with all that belongs to it. */
export function BubbleView({ entry, bubble, deeds }: BubbleProps) {
  const { messages, author, isFirst, isLast } = bubble;
  const [first] = messages;
  const isOurs = isMe(first.from);
  const isGroup = first.chat.type === "group" || first.chat.type === "supergroup";
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
          <TopicName entry={entry} message={first} />
          <Origin message={first} />
          {first.reply_to_message && <Quote message={first.reply_to_message} />}
          {messages.length > 1 ? <Album messages={messages} /> : <Media message={first} />}
          <Words bubble={bubble} />
        </article>
        {first.reply_markup && <InlineKeyboard entry={entry} message={first} keyboard={first.reply_markup} />}
      </div>
      {deeds ? deeds(first) : entry.name !== "store" && <ReplyButton message={first} />}
    </div>
  );
}

/** In which topic of a forum it stands, where all of them are looked at. */
function TopicName({ entry, message }: { readonly entry: ChatEntry; readonly message: ShownMessage }) {
  const topics = chatWithKey(entry.key)?.topics ?? [];
  if (topics.length === 0 || entry.topic !== undefined) return null;
  // General is no thread.
  const id = message["message_thread_id"] ?? 1;
  return <span class="tg-topic"># {topics.find((topic) => topic.id === id)?.name ?? String(id)}</span>;
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
        {first.isPinned && <Icon name="pin" />}
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
