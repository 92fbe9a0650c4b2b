import type { ComponentChildren } from "preact";
import type { Entity } from "../../../wire-telegram.ts";
import { say, start } from "../state/deeds.ts";
import { bot } from "../state/telegram.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/** A text with what Telegram marks in it: text and nothing but text, whatever somebody wrote. */
export function RichText({ text, entities }: { text: string; entities?: readonly Entity[] | undefined }) {
  return <span class="tg-text">{piecesOf(text, entities).map(shown)}</span>;
}

const shown = ({ text, marks }: Piece): ComponentChildren =>
  marks.reduce<ComponentChildren>((inner, mark) => marked(mark, text, inner), text);

function marked(mark: Entity, text: string, inner: ComponentChildren): ComponentChildren {
  switch (mark.type) {
    case "bold":
      return <b>{inner}</b>;
    case "italic":
      return <i>{inner}</i>;
    case "code":
    case "pre":
      return <code>{inner}</code>;
    case "underline":
      return <u>{inner}</u>;
    case "strikethrough":
      return <s>{inner}</s>;
    case "spoiler":
      return (
        <span class="tg-spoiler" tabIndex={0}>
          {inner}
        </span>
      );
    case "blockquote":
    case "expandable_blockquote":
      return <span class="tg-blockquote">{inner}</span>;
    case "url":
      return <WebLink url={/^\w+:\/\//.test(text) ? text : `https://${text}`}>{inner}</WebLink>;
    case "text_link":
      return <WebLink url={String(mark["url"])}>{inner}</WebLink>;
    case "bot_command":
      return (
        <button type="button" class="tg-link" onClick={() => void say(text)}>
          {inner}
        </button>
      );
    case "mention":
    case "hashtag":
      return <span class="tg-link">{inner}</span>;
    default:
      return inner;
  }
}

interface WebLinkProps {
  readonly url: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link to the bot with a start parameter is pressed here, as in Telegram; any other opens elsewhere. */
export function WebLink({ url, class: kind = "tg-link", children }: WebLinkProps) {
  const parameter = startParameter(url);
  if (parameter !== undefined) {
    return (
      <button type="button" class={kind} title={url} onClick={() => void start(parameter)}>
        {children}
      </button>
    );
  }
  const isWeb = /^https?:/.test(url);
  return isWeb ? (
    <a class={kind} href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ) : (
    <>{children}</>
  );
}

function startParameter(url: string): string | undefined {
  const { host, pathname, searchParams } = URL.parse(url) ?? {};
  const isOurs = host === "t.me" && pathname?.toLowerCase() === `/${bot.value?.username.toLowerCase()}`;
  return isOurs ? (searchParams?.get("start") ?? undefined) : undefined;
}
