import { useId, useRef } from "preact/hooks";
import { useSignalEffect } from "@preact/signals";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { nameOf, summaryOf } from "../../telegram/chat/names.ts";
import { type PresetName, presetNames } from "../presets.ts";
import { about, draft, leaveDraft } from "../state/draft.ts";
import { publish, publishMany, sendDraft } from "../state/posting.ts";
import type { Room } from "../state/rooms.ts";

const icons: Readonly<Record<PresetName, IconName>> = {
  text: "chat",
  styled: "pencil",
  photo: "camera",
  video: "play",
  album: "cards",
  button: "plug",
  long: "list",
  repost: "reply",
  advert: "star",
};

const many = 10;

/** Where one posts: anything at one click, or words of one's own. */
export function RoomComposer({ room }: { readonly room: Room }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const t = texts.value.forwarder;
  useSignalEffect(() => {
    if (about.value) field.current?.focus();
  });
  return (
    <form class="composer tg-composer" onSubmit={onSubmit}>
      <Presets />
      <AboutBar />
      <div class="composer-row tg-composer-row">
        <label class="unseen-label" for={id}>
          {t.write(room.title)}
        </label>
        <input
          ref={field}
          id={id}
          class="composer-input"
          autocomplete="off"
          enterkeyhint="send"
          placeholder={t.write(room.title)}
          value={draft.value}
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value;
          }}
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

function onSubmit(event: Event): void {
  event.preventDefault();
  void sendDraft();
}

function Presets() {
  const t = texts.value.forwarder;
  return (
    <div class="palette-commands fw-presets" role="group" aria-label={t.posts}>
      {presetNames.map((name) => (
        <button
          key={name}
          type="button"
          class="tg-preset"
          title={t.presetMeaning[name]}
          onClick={() => void publish(name)}
        >
          <Icon name={icons[name]} /> {t.presets[name]}
        </button>
      ))}
      <button type="button" class="tg-preset" title={t.manyHint(many)} onClick={() => void publishMany(many)}>
        <Icon name="again" /> {t.many(many)}
      </button>
    </div>
  );
}

/** Which message is answered or changed. */
function AboutBar() {
  const concerning = about.value;
  if (!concerning) return null;
  const { is, message } = concerning;
  const t = texts.value.forwarder;
  return (
    <p class="tg-reply-bar">
      <Icon name={is === "edit" ? "pencil" : "reply"} />
      <span>
        <b>{is === "edit" ? t.editing : nameOf(message)}</b> {summaryOf(message)}
      </span>
      <button type="button" class="button button-quiet" aria-label={t.leave} onClick={leaveDraft}>
        <Icon name="close" />
      </button>
    </p>
  );
}
