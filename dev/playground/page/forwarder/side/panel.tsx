import { Empty } from "../../parts/empty.tsx";
import { texts } from "../../state/language.ts";
import { TelegramChat } from "../../telegram/chat/chat.tsx";
import { passOn, say, sendFile } from "../../telegram/state/deeds.ts";
import { opened } from "../state/rooms.ts";

const commands = ["/start", "/help", "/cancel"];

/** The private chat with the bot, as its admin: everything can be set up there. */
export function Panel() {
  return (
    <TelegramChat
      palette={<Palette />}
      empty={<Empty icon="chat" text={texts.value.forwarder.panelEmpty} />}
    />
  );
}

/** Commands, and what a dialogue of the panel asks for. */
function Palette() {
  const t = texts.value.forwarder;
  const { source, target } = opened.value;
  const post = source?.chat.messages.findLast(({ isDeleted }) => !isDeleted);
  return (
    <div class="palette-commands" role="group" aria-label={texts.value.commands}>
      {commands.map((command) => (
        <button key={command} type="button" class="tg-preset" onClick={() => void say(command)}>
          {command}
        </button>
      ))}
      {post && (
        <button type="button" class="tg-preset" title={t.passOnHint} onClick={() => void passOn(post)}>
          {t.passOn}
        </button>
      )}
      {source && (
        <button type="button" class="tg-preset" title={source.title} onClick={() => void say(source.name)}>
          {t.idOf.source}
        </button>
      )}
      {target && (
        <button type="button" class="tg-preset" title={target.title} onClick={() => void say(target.name)}>
          {t.idOf.target}
        </button>
      )}
      <label class="tg-preset fw-file">
        {t.sendFile}
        <input
          type="file"
          class="unseen-label"
          onChange={({ currentTarget }) => void sendChosen(currentTarget)}
        />
      </label>
    </div>
  );
}

/** The same file can be chosen again. */
async function sendChosen(field: HTMLInputElement): Promise<void> {
  const [file] = field.files ?? [];
  if (file) await sendFile(file);
  field.value = "";
}
