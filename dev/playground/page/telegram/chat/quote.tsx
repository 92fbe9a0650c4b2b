import type { Message } from "../../../wire-telegram.ts";
import { hueOf } from "../people/avatar.tsx";
import { anchorOf } from "./bubbles.ts";
import { nameOf, summaryOf } from "./names.ts";

/** The message that is replied to; a click leads there. */
export function Quote({ message }: { readonly message: Message }) {
  const show = () => {
    const place = globalThis.document.getElementById(anchorOf(message));
    place?.scrollIntoView({ block: "center", behavior: "smooth" });
  };
  return (
    <button type="button" class="tg-quote" data-hue={hueOf(message.from?.id ?? 0)} onClick={show}>
      <b>{nameOf(message)}</b>
      <span>{summaryOf(message)}</span>
    </button>
  );
}
