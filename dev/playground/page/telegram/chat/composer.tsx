import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { useSignalEffect } from "@preact/signals";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { sendDraft } from "../state/deeds.ts";
import { draft, inlineQuery, replyTo } from "../state/draft.ts";
import { me } from "../state/me.ts";
import { useInlineResults } from "./inline-query.ts";
import { InlineResults } from "./inline-results.tsx";
import { nameOf, summaryOf } from "./names.ts";

/** Where one writes; Enter sends, or chooses among what the bot offers inline. */
export function Composer({ children }: { readonly children: ComponentChildren }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const offer = useInlineResults();
  const t = texts.value.telegram;

  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (inlineQuery.value === undefined) void sendDraft();
    else offer.chooseMarked();
  };
  // Whoever pressed a button that writes for them goes on in the field.
  useSignalEffect(() => {
    if (draft.value !== "" || replyTo.value) field.current?.focus();
  });

  return (
    <form class="composer tg-composer" onSubmit={onSubmit}>
      {children}
      <ReplyBar />
      <div class="composer-row tg-composer-row">
        {offer.isOpen && <InlineResults id={`${id}-results`} offer={offer} />}
        <label class="unseen-label" for={id}>
          {t.write(me.value.first_name)}
        </label>
        <input
          ref={field}
          id={id}
          class="composer-input"
          role="combobox"
          autocomplete="off"
          enterkeyhint="send"
          aria-expanded={offer.isOpen}
          aria-controls={`${id}-results`}
          aria-activedescendant={offer.marked ? `${id}-results-${offer.marked.id}` : undefined}
          placeholder={t.write(me.value.first_name)}
          value={draft.value}
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value;
          }}
          onKeyDown={offer.onKeyDown}
        />
        <button
          type="submit"
          class="button button-icon tg-send"
          aria-label={texts.value.send}
          disabled={draft.value.trim() === ""}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** What is replied to. */
function ReplyBar() {
  const message = replyTo.value;
  if (!message) return null;
  const t = texts.value.telegram;
  return (
    <p class="tg-reply-bar">
      <Icon name="reply" />
      <span>
        <b>{nameOf(message)}</b> {summaryOf(message)}
      </span>
      <button
        type="button"
        class="button button-quiet"
        aria-label={t.noReply}
        onClick={() => {
          replyTo.value = undefined;
        }}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}
