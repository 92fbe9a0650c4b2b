import { Card } from "../../parts/card.tsx";
import { minuteOfDay } from "../../state/clock.ts";
import { texts } from "../../state/language.ts";
import { telegramView } from "../view.ts";
import { summaryOf } from "../chat/names.ts";
import type { ChatEntry } from "../chat-entry.ts";
import { be, cast, entries, me, openName } from "../state/me.ts";
import { messagesIn } from "../state/telegram.ts";
import { Avatar } from "./avatar.tsx";
import { lookOf } from "./entry-look.ts";

/** Who one is, and where one writes. */
export function People() {
  const t = texts.value.telegram;
  return (
    <Card name="tg-people" title={t.youAre}>
      <Cast />
      <nav class="tg-entries" aria-label={t.chats}>
        {entries.value.map((entry) => (
          <Entry key={entry.name} entry={entry} />
        ))}
      </nav>
    </Card>
  );
}

function Cast() {
  return (
    <div class="tg-cast" role="group" aria-label={texts.value.telegram.youAre}>
      {cast.map((person) => (
        <button
          key={person.id}
          type="button"
          class="tg-person"
          aria-pressed={me.value.id === person.id}
          onClick={() => be(person)}
        >
          <Avatar id={person.id} name={person.first_name} />
          <b>{person.first_name}</b>
          <span class="hint">
            {person.id} · {person.language_code}
          </span>
        </button>
      ))}
    </div>
  );
}

function Entry({ entry }: { readonly entry: ChatEntry }) {
  const look = lookOf(entry);
  const last = messagesIn(entry.key).findLast(({ isDeleted }) => !isDeleted);
  return (
    <button
      type="button"
      class="tg-entry"
      aria-current={openName.value === entry.name ? "true" : undefined}
      onClick={() => {
        openName.value = entry.name;
        telegramView.value = "messages";
      }}
    >
      <Avatar id={look.id} name={look.title} {...(entry.name === "bot" && { kind: "bot" as const })} />
      <span class="tg-entry-words">
        <b>{look.title}</b>
        <span>{last ? summaryOf(last) : look.about}</span>
      </span>
      {last && <time>{minuteOfDay(last.date * 1_000)}</time>}
    </button>
  );
}
