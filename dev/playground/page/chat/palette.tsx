import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { RoleBadge } from "../parts/badges.tsx";
import { Icon } from "../parts/icon.tsx";
import { ViewerPicker } from "../parts/viewer-picker.tsx";
import { actor } from "../state/actor.ts";
import { type Command, commands } from "../state/commands.ts";
import { say } from "../state/deeds.ts";
import { texts } from "../state/language.ts";

/** Every command of the bot, by every name it has here; a click types it as the actor and sends it. */
export function Palette({ isMuted }: { readonly isMuted: boolean }) {
  const id = useId();
  const isOpen = useSignal(true);
  /** A command that waits to hear whom it is about. */
  const waiting = useSignal<string | undefined>(undefined);
  const t = texts.value;
  if (commands.value.length === 0) return null;

  const send = (typed: string) => {
    if (actor.value) void say(actor.value, typed);
    waiting.value = undefined;
  };
  const choose = (typed: string, command: Command) => {
    if (!command.wantsSomebody) send(typed);
    else waiting.value = waiting.value === typed ? undefined : typed;
  };

  return (
    <div class="palette">
      <button
        type="button"
        class="palette-head"
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? id : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="down" /> {t.commands}
        <span class="hint">{t.commandsHint}</span>
      </button>
      {isOpen.value && (
        <div class="palette-commands" id={id} role="group" aria-label={t.commands}>
          {commands.value.map((command) => (
            <CommandButtons
              key={command.key}
              command={command}
              waiting={waiting.value}
              isMuted={isMuted}
              onChoose={(typed) => choose(typed, command)}
            />
          ))}
        </div>
      )}
      {isOpen.value && waiting.value !== undefined && (
        <ViewerPicker
          label={t.against(waiting.value)}
          opens="up"
          chosen={undefined}
          asksAtOnce
          onChoose={({ login }) => send(`${waiting.value} ${login}`)}
        />
      )}
    </div>
  );
}

interface CommandButtonsProps {
  readonly command: Command;
  readonly waiting: string | undefined;
  readonly isMuted: boolean;
  readonly onChoose: (typed: string) => void;
}

function CommandButtons({ command, waiting, isMuted, onChoose }: CommandButtonsProps) {
  const meaning = texts.value.commandMeaning[command.key] ?? command.key;
  return (
    <span class="command" role="group" aria-label={meaning} title={meaning}>
      {command.for && <RoleBadge role={command.for} />}
      {command.names.map((name) => (
        <button
          key={name}
          type="button"
          class="command-name"
          aria-pressed={command.wantsSomebody ? waiting === name : undefined}
          disabled={isMuted || !actor.value}
          onClick={() => onChoose(name)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}
