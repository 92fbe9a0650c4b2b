import type { FileView, ShownMessage } from "../../../wire-telegram.ts";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { describe } from "./describe.ts";
import { Picture, Player } from "./player.tsx";

/** The file of a message, ready to be looked at and played. */
export function Media({ message }: { readonly message: ShownMessage }) {
  const [file] = message.files;
  if (!file) return null;
  const view = viewOf(message, file.kind);
  switch (file.kind) {
    case "video":
    case "animation":
      return <Player url={file.url} shape={shapeOf(view)} />;
    case "photo":
      return <Picture url={file.url} shape={shapeOf(view)} />;
    case "audio":
      return (
        <figure class="tg-audio">
          <figcaption>
            <b>{String(view?.["title"] ?? texts.value.telegram.audio)}</b>
            {typeof view?.["performer"] === "string" && <span>{view["performer"]}</span>}
          </figcaption>
          <audio controls preload="metadata" src={file.url} aria-label={texts.value.telegram.audio} />
        </figure>
      );
    case "document":
      return (
        <a class="tg-document" href={file.url} download>
          <Icon name="down" /> {String(view?.["file_name"] ?? texts.value.telegram.document)}
        </a>
      );
  }
}

/** Several files in one bubble, as tiles of one size. */
export function Album({ messages }: { readonly messages: readonly ShownMessage[] }) {
  return (
    <div class="tg-album" data-count={messages.length} role="group" aria-label={texts.value.telegram.album}>
      {messages.map((message) => (
        <Media key={message.message_id} message={message} />
      ))}
    </div>
  );
}

/** What is known of a file, in figures: how long, how large. */
export function MediaFacts({ message }: { readonly message: ShownMessage }) {
  const [file] = message.files;
  const words = file && describe(file.kind, viewOf(message, file.kind), texts.value.telegram.megabytes);
  return words ? <span class="tg-facts">{words}</span> : null;
}

function viewOf(message: ShownMessage, kind: string): FileView | undefined {
  const value = message[kind];
  // The cast: a member named after a kind of file is such a file, or a list of its sizes (Bot API, Message).
  return [value].flat().at(-1) as FileView | undefined;
}

const shapeOf = (view: FileView | undefined) =>
  view?.width && view.height ? `${view.width} / ${view.height}` : "9 / 16";
